package io.attune.recommendation;

/**
 * What a person had to do with an item.
 *
 * @param item its id
 * @param day in days since 1970
 * @param bought or only looked at
 */
public record ItemTouch(String item, int day, boolean bought) {}
