package io.attune.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * How often each item was bought lately.
 *
 * @param days within how many days
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
@JsonIgnoreProperties({"name", "basis"})
record ItemCounts(int days, float[] counts) implements StoredComponent, Component {
    @Override
    public String name() {
        return "popularity of " + days + "d";
    }

    @Override
    public Basis basis() {
        return Basis.POPULAR;
    }

    @Override
    public Component component(int items) {
        return this;
    }

    @Override
    public void score(Basket basket, float[] scores) {
        for (int item = 0; item < counts.length; item++) {
            scores[item] += counts[item];
        }
    }
}
