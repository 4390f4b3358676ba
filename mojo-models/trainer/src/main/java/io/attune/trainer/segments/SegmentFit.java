package io.attune.trainer.segments;

import io.attune.segmentation.SegmentModel;
import java.util.List;

/**
 * What a training made.
 *
 * @param trials every number of groups that was tried
 * @param challengers other methods on a sample of the people learned from
 * @param sample the rows that challengers were compared on
 */
record SegmentFit(
        SegmentModel model,
        List<CountTrial> trials,
        List<Challenger> challengers,
        SegmentRows sample,
        SegmentJudgement judgement) {}
