package io.attune.identity.matching;

/** How rare each value of a column is among persons. */
interface ValueShares {
    /** The natural logarithm of the share of persons who have a value, by its number in the column's dictionary. */
    double logShare(int number);
}
