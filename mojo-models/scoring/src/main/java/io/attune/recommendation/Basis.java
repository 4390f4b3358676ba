package io.attune.recommendation;

/** What a suggestion rests on most, so that a message can say why it shows an item. */
public enum Basis {
    /** The person bought it before. */
    BOUGHT_BEFORE,
    /** The person looked at it lately. */
    LOOKED_AT,
    /** People who bought what this person bought take it too. */
    GOES_WITH_PURCHASES,
    /** Its category, price and name are like those of what the person bought or looked at. */
    ALIKE,
    /** Many buy it. */
    POPULAR
}
