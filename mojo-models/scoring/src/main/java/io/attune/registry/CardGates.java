package io.attune.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.scoring.ModelCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The gates that a card alone decides, whatever the kind of the model; {@code gates} of the card sets the bars. */
record CardGates(ModelCard card, Optional<ModelCard> champion) {
    private static final double MOST_CALIBRATION_ERROR = 0.05;
    /** The four-fifths rule of the United States' Uniform Guidelines on Employee Selection Procedures (1978). */
    private static final double LEAST_RATIO = 0.8;
    /** Amounts may be off by so much on the whole. */
    private static final double MOST_OFF_IN_TOTAL = 0.25;

    List<Gate> all() {
        List<Gate> gates = new ArrayList<>();
        gates.add(metric());
        headline(card).ifPresent(headline -> gates.add(baseline(headline)));
        calibration().ifPresent(gates::add);
        disparity().ifPresent(gates::add);
        return gates;
    }

    /** The bar that the model's definition sets for a gate. */
    static double bar(ModelCard card, String gate, double usual) {
        return card.document().path("gates").path(gate).asDouble(usual);
    }

    private Gate metric() {
        Optional<Headline> own = headline(card);
        if (own.isEmpty()) {
            return new Gate("metric", false, "its card states no figure to judge it by, such as an AUC");
        }
        String said = said(own.get().metric(), own.get().value());
        if (champion.isEmpty()) {
            return new Gate("metric", true, said + "; there is no champion to compare with");
        }
        OptionalDouble other = ofChampion(own.get(), champion.get());
        if (other.isEmpty()) {
            return new Gate(
                    "metric",
                    false,
                    said + ", but the champion " + champion.get().version()
                            + " was judged on other rows; train from the frame of the champion, or with it"
                            + " in place, so that both are judged on the same");
        }
        return new Gate(
                "metric",
                own.get().notBelow(other.getAsDouble()),
                said + ", the champion " + champion.get().version() + " on the same rows "
                        + figure(other.getAsDouble()));
    }

    private OptionalDouble ofChampion(Headline own, ModelCard other) {
        OptionalDouble measured = new JudgedRows(card).ofChampion(other.version());
        Optional<String> rows = new JudgedRows(card).rows();
        boolean sameRows = rows.isPresent() && rows.equals(new JudgedRows(other).rows());
        if (measured.isPresent() || !sameRows) {
            return measured;
        }
        return headline(other).stream()
                .filter(headline -> headline.metric().equals(own.metric()))
                .mapToDouble(Headline::value)
                .findFirst();
    }

    private static Gate baseline(Headline headline) {
        boolean named = Double.isFinite(headline.baselineValue());
        String finding = named
                ? said(headline.metric(), headline.value()) + ", " + headline.baseline() + " "
                        + figure(headline.baselineValue())
                : "its card names no naive baseline";
        return new Gate("baseline", !named || headline.beaten(), finding);
    }

    private Optional<Gate> calibration() {
        JsonNode total = card.metrics().path("amounts").path("total");
        if (total.isNumber()) {
            return Optional.of(new Gate(
                    "calibration",
                    Math.abs(total.asDouble() - 1) <= MOST_OFF_IN_TOTAL,
                    "all that is said is " + figure(total.asDouble()) + " of all that comes; at most "
                            + MOST_OFF_IN_TOTAL + " off"));
        }
        OptionalDouble error = new JudgedRows(card).calibrationError();
        if (error.isEmpty()) {
            // What ranks or groups says no probabilities.
            boolean probabilities =
                    headline(card).map(own -> own.metric().equals("auc")).orElse(true);
            return probabilities
                    ? Optional.of(new Gate(
                            "calibration", false, "its card does not state how far its probabilities come true"))
                    : Optional.empty();
        }
        double most = bar(card, "calibration", MOST_CALIBRATION_ERROR);
        return Optional.of(new Gate(
                "calibration",
                error.getAsDouble() <= most,
                "what is said is off by " + figure(error.getAsDouble()) + " on average; at most " + most));
    }

    private Optional<Gate> disparity() {
        JsonNode found = card.metrics().path("disparity");
        if (!found.path("ratio").isNumber()) {
            return Optional.empty();
        }
        double ratio = found.path("ratio").asDouble();
        double least = bar(card, "disparity", LEAST_RATIO);
        return Optional.of(new Gate(
                "disparity",
                ratio >= least,
                "of those to whom it happens, the group " + found.path("lowest").asText() + " is found "
                        + figure(ratio) + " times as often as "
                        + found.path("highest").asText() + "; at least "
                        + least));
    }

    /** What the card says, also where it was written before cards had a headline. */
    static Optional<Headline> headline(ModelCard card) {
        Optional<Headline> written = Headline.of(card);
        OptionalDouble auc = new JudgedRows(card).auc();
        if (written.isPresent() || auc.isEmpty()) {
            return written;
        }
        JsonNode holdout = card.metrics().path("holdout");
        return Optional.of(new Headline(
                "auc",
                auc.getAsDouble(),
                true,
                holdout.path("rows").asLong(),
                holdout.path("asOf").asText(""),
                holdout.path("baseline").asText("") + " alone",
                holdout.path("baselineAuc").asDouble(Double.NaN)));
    }

    private static String said(String metric, double value) {
        return (metric.equals("auc") ? "AUC" : metric) + " " + figure(value);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
