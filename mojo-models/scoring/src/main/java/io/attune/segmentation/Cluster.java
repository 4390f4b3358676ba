package io.attune.segmentation;

/**
 * A group of people.
 *
 * @param id stays the same from one version to the next as long as the group does; from 1
 * @param name what people call it; stays with the id
 * @param description what tells it from the average, in words, in this version
 * @param centre in scaled features, in the model's order
 * @param share of the people it was learned from
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never changed
public record Cluster(int id, String name, String description, double[] centre, double share) {}
