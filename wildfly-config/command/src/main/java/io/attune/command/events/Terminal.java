package io.attune.command.events;

import io.attune.eventlog.LogSummary;
import io.attune.eventmodel.ActivityReport;
import io.attune.eventmodel.LifetimeCard;
import java.io.PrintWriter;
import java.util.Locale;

/** Says in a few lines what was found. */
record Terminal(PrintWriter out) {
    void say(String line) {
        out.println(line);
        out.flush();
    }

    void say(LogSummary log) {
        say(String.format(
                Locale.ROOT,
                "log: %,d events of %,d people%s, %s to %s, times written %s",
                log.rows() - log.withoutPerson() - log.withoutTime() - log.withoutValue(),
                log.people(),
                log.items() == 0 ? "" : String.format(Locale.ROOT, " with %,d items", log.items()),
                log.first(),
                log.last(),
                log.timeFormat()));
        if (log.withoutPerson() + log.withoutTime() + log.withoutValue() > 0) {
            say(String.format(
                    Locale.ROOT,
                    "dropped: %,d rows that name nobody, %,d without a readable time, %,d without a readable value",
                    log.withoutPerson(),
                    log.withoutTime(),
                    log.withoutValue()));
        }
        if (log.cancellations() > 0) {
            say(String.format(Locale.ROOT, "cancellations: %,d", log.cancellations()));
        }
    }

    void say(LifetimeCard card) {
        LifetimeCard.Purchases purchases = card.bgNbd();
        say(String.format(
                Locale.ROOT,
                "BG/NBD, in weeks: r %.4f, alpha %.4f, a %.4f, b %.4f; log-likelihood %.3f over %,d people",
                purchases.r(),
                purchases.alpha(),
                purchases.a(),
                purchases.b(),
                purchases.logLikelihood(),
                purchases.people()));
        card.gammaGamma()
                .ifPresent(spend -> say(String.format(
                        Locale.ROOT,
                        "Gamma-Gamma: p %.4f, q %.4f, gamma %.4f; log-likelihood %.3f over %,d people",
                        spend.p(),
                        spend.q(),
                        spend.gamma(),
                        spend.logLikelihood(),
                        spend.people())));
        card.holdout()
                .ifPresent(judged -> say(String.format(
                        Locale.ROOT,
                        "the %d days after: %,d purchases, %.0f expected; mean absolute error %.4f a person, %s alone %.4f",
                        judged.days(),
                        judged.purchases(),
                        judged.expectedPurchases(),
                        judged.meanAbsoluteError(),
                        judged.baseline(),
                        judged.baselineMeanAbsoluteError())));
    }

    void say(ActivityReport report) {
        say(String.format(
                Locale.ROOT,
                "%,d of %,d people were active within %s: AUC %.4f; the mean probability was %.3f",
                report.active(),
                report.people(),
                report.horizon(),
                report.auc(),
                report.meanProbability()));
    }
}
