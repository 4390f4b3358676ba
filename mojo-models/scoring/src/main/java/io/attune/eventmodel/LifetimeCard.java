package io.attune.eventmodel;

import io.attune.eventlog.LogSummary;
import io.attune.lifetime.BgNbd;
import io.attune.lifetime.Fit;
import io.attune.lifetime.GammaGamma;
import java.util.Optional;

/**
 * The card of a lifetime-value model, which is also the report of its training.
 *
 * @param schemaVersion 1
 * @param kind {@link #KIND}
 * @param asOf what the fit knew
 * @param horizon of the judgement
 * @param timeUnit in which BG/NBD's parameters count
 * @param log what reading the log found
 * @param bgNbd how often people buy
 * @param gammaGamma for how much, when the log has values
 * @param holdout how the expectation compares with what came, when the log goes on after the moment
 * @param trainedAt when, as an instant
 */
public record LifetimeCard(
        int schemaVersion,
        String model,
        String version,
        String kind,
        String asOf,
        String horizon,
        String timeUnit,
        LogSummary log,
        Purchases bgNbd,
        Optional<Spend> gammaGamma,
        Optional<LifetimeJudgement> holdout,
        String trainedAt) {
    /** The kind as the registry and the command name it. */
    public static final String KIND = "lifetime-value";

    /** The parameters of BG/NBD and how they were found. */
    public record Purchases(
            double r,
            double alpha,
            double a,
            double b,
            double logLikelihood,
            int people,
            boolean atBound,
            String method) {
        static Purchases of(Fit<BgNbd> fit) {
            BgNbd model = fit.model();
            return new Purchases(
                    model.r(),
                    model.alpha(),
                    model.a(),
                    model.b(),
                    fit.logLikelihood(),
                    fit.people(),
                    fit.atBound(),
                    "maximum likelihood (Fader, Hardie & Lee 2005)");
        }
    }

    /** The parameters of Gamma–Gamma and how they were found. */
    public record Spend(
            double p, double q, double gamma, double logLikelihood, int people, boolean atBound, String method) {
        static Spend of(Fit<GammaGamma> fit) {
            GammaGamma model = fit.model();
            return new Spend(
                    model.p(),
                    model.q(),
                    model.gamma(),
                    fit.logLikelihood(),
                    fit.people(),
                    fit.atBound(),
                    "maximum likelihood (Fader & Hardie 2013)");
        }
    }

    /** A card of a training. */
    public static LifetimeCard of(
            String model,
            int version,
            String asOf,
            String horizon,
            LogSummary log,
            LifetimeTraining training,
            Optional<LifetimeJudgement> holdout,
            String trainedAt) {
        return new LifetimeCard(
                1,
                model,
                String.valueOf(version),
                KIND,
                asOf,
                horizon,
                "weeks",
                log,
                Purchases.of(training.purchases()),
                training.spend().map(Spend::of),
                holdout,
                trainedAt);
    }
}
