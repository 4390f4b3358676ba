package io.attune.sendtime;

/**
 * How well the best hours fit what people opened after the moment.
 *
 * @param openings that came after the moment, by people who had mail before
 * @param hitRate the share of these whose time of day lies in the window after the person's best hour
 * @param populationHitRate the same of one hour for all, the population's best
 * @param populationHour that hour, on everybody's own clock
 * @param sentHitRate the same of the hours at which the messages were in fact sent
 * @param logLoss of the hour of opening, by message and hour waited
 * @param populationLogLoss the same by everybody's rates
 */
public record SendTimeJudgement(
        String asOf,
        int people,
        int openings,
        double hitRate,
        double populationHitRate,
        int populationHour,
        double sentHitRate,
        double logLoss,
        double populationLogLoss) {}
