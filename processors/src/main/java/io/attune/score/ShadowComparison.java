package io.attune.score;

/**
 * A challenger beside the champion, over the profiles that both were asked about.
 *
 * @param profiles that both scored
 * @param onlyOne that one of them declined
 * @param correlation of their scores (Pearson); NaN where one of them says the same of everybody
 * @param meanDifference how far their scores are from each other on average
 * @param topTenthShared how many of the champion's highest tenth are in the challenger's, of 1
 */
public record ShadowComparison(
        String model,
        String challenger,
        String champion,
        long profiles,
        long onlyOne,
        double meanScore,
        double meanScoreOfChampion,
        double correlation,
        double meanDifference,
        double topTenthShared) {}
