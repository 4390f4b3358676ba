package io.attune.recommendation;

/** One way of telling which items a person will want. Implementations are immutable once made. */
interface Component {
    /** How a card calls it. */
    String name();

    /**
     * Adds what it thinks of each item for a person.
     *
     * @param basket what the person bought
     * @param scores one an item, 0 at first; what stays 0 is not recommended by this component
     */
    void score(Basket basket, float[] scores);
}
