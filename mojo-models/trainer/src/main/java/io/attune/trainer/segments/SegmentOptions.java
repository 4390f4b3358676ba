package io.attune.trainer.segments;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How groups are looked for.
 *
 * @param wordings of each feature
 * @param least the fewest groups to try
 * @param most the most
 * @param principalShare the share of the spread that principal components must hold, when distance is measured on them
 * @param baseline the feature by which the naive rule cuts people into groups of equal size
 */
record SegmentOptions(
        List<Wording> wordings, int least, int most, OptionalDouble principalShare, String baseline, long seed) {}
