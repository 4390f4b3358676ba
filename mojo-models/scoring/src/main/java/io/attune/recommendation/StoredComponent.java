package io.attune.recommendation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** A component in the form that a version's folder keeps. What was learned is all in it; it needs no log to be used again. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = OwnItems.class, name = "own"),
    @JsonSubTypes.Type(value = ItemLinks.class, name = "links"),
    @JsonSubTypes.Type(value = ItemFactors.class, name = "factors"),
    @JsonSubTypes.Type(value = ItemCounts.class, name = "counts")
})
sealed interface StoredComponent permits OwnItems, ItemLinks, ItemFactors, ItemCounts {

    String name();

    Basis basis();

    /** Ready to score items, so many as the model names. */
    Component component(int items);
}
