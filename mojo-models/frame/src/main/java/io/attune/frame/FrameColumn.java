package io.attune.frame;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** How one column of a frame becomes features. Immutable; written into the model's card and read again for scoring. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = NumberColumn.class, name = "number"),
    @JsonSubTypes.Type(value = CategoryColumn.class, name = "category"),
    @JsonSubTypes.Type(value = DateColumn.class, name = "date")
})
public sealed interface FrameColumn permits NumberColumn, CategoryColumn, DateColumn {

    /** The column's name in the frame. */
    String name();

    /** The features that it gives, in order. */
    List<Feature> features();

    /**
     * Writes the values of a cell.
     *
     * @param cell trimmed, as {@link FlatFrame} holds it
     * @param values as many as there are {@link #features()}: numbers, indices of levels, or NaN for none
     */
    void encode(String cell, double[] values);
}
