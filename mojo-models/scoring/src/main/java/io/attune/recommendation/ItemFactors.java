package io.attune.recommendation;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Items as short vectors; the person's vector is solved for when it is asked.
 *
 * @param vectors one an item
 */
@SuppressWarnings("ArrayRecordComponent") // made once, read in this package only
record ItemFactors(double[][] vectors) implements StoredComponent {
    @Override
    @JsonIgnore
    public String name() {
        return "matrix factorization, " + (vectors.length == 0 ? 0 : vectors[0].length) + " factors";
    }

    @Override
    @JsonIgnore
    public Basis basis() {
        return Basis.GOES_WITH_PURCHASES;
    }

    @Override
    public Component component(int items) {
        return new Factors(vectors);
    }
}
