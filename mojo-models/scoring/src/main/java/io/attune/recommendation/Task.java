package io.attune.recommendation;

/** What may be recommended. */
public enum Task {
    /** Everything, what one bought before too. */
    WITH_REPURCHASE,
    /** Only what one has not bought. */
    NEW_ITEMS_ONLY;

    boolean allows(Basket basket, int item) {
        return this == WITH_REPURCHASE || !basket.distinct().contains(item);
    }
}
