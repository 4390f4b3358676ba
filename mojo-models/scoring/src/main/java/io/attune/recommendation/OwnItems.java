package io.attune.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What one bought, or looked at, comes again: each time counts, the less the longer ago it was.
 *
 * @param seen whether it is about what one looked at
 * @param halfLife after how many days it counts half
 */
record OwnItems(boolean seen, double halfLife) implements StoredComponent {
    @Override
    @JsonIgnore
    public String name() {
        return (seen ? "looked at" : "own purchases") + ", half-life " + Math.round(halfLife) + "d";
    }

    @Override
    @JsonIgnore
    public Basis basis() {
        return seen ? Basis.LOOKED_AT : Basis.BOUGHT_BEFORE;
    }

    @Override
    public Component component(int items) {
        return new Component() {
            @Override
            public String name() {
                return OwnItems.this.name();
            }

            @Override
            public void score(Basket basket, float[] scores) {
                Touches touches = seen ? basket.seen() : basket.touches();
                touches.forEach(halfLife, (item, weight) -> scores[item] += weight);
            }
        };
    }
}
