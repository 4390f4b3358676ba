package io.attune.identity.matching;

import java.util.List;

/**
 * Why a pair is taken for one person or for two, field by field. All weights are binary logarithms of odds ("bits") and add up:
 * the prior, then a weight for each comparison, then what other explanations and caution take away, give the whole.
 *
 * @param priorBits the odds of one person before anything is compared
 * @param lines the comparisons, in their order
 * @param otherBits what is taken away because different people may share what these two share, or added because one may have moved
 * @param other the likeliest kind of pair after one person, such as {@code household}
 * @param cautionBits what is taken away since nobody is joined unseen who differs altogether in a name or a birth date
 * @param bits the whole
 * @param sureBits from here on a pair is joined
 * @param reviewBits from here on somebody is asked
 */
public record Explanation(
        double priorBits,
        List<Line> lines,
        double otherBits,
        String other,
        double cautionBits,
        double bits,
        double probability,
        Verdict verdict,
        double sureBits,
        double reviewBits) {
    public Explanation {
        lines = List.copyOf(lines);
    }

    /**
     * One comparison.
     *
     * @param level how the two values compare; {@code missing} where one is unknown, which weighs nothing
     * @param left the value of the one, in the form in which it was compared; empty where it is unknown
     * @param right the value of the other
     */
    public record Line(String comparison, String level, String left, String right, double bits) {}
}
