package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A step of an explanation, from the prior to the whole.
 *
 * @param from where its bar begins, in bits, and {@code to} where it ends
 */
record WaterfallStep(Part part, String label, String detail, double from, double to) {
    private static final int LONGEST = 24;

    /** What a step is of the whole. */
    enum Part {
        START,
        EVIDENCE,
        WHOLE
    }

    double bits() {
        return to - from;
    }

    static List<WaterfallStep> of(Explanation explanation) {
        List<WaterfallStep> steps = new ArrayList<>();
        double sum = explanation.priorBits();
        steps.add(new WaterfallStep(Part.START, "Before comparing", "how rare pairs of one person are", 0, sum));
        for (Explanation.Line line : explanation.lines()) {
            steps.add(evidence(label(line.comparison()), detail(line), sum, line.bits()));
            sum += line.bits();
        }
        steps.add(evidence("Other explanations", "above all " + explanation.other(), sum, explanation.otherBits()));
        sum += explanation.otherBits();
        if (explanation.cautionBits() < 0) {
            steps.add(evidence("Caution", "a name or birth date differs altogether", sum, explanation.cautionBits()));
        }
        steps.add(new WaterfallStep(Part.WHOLE, "Together", percent(explanation), 0, explanation.bits()));
        return steps;
    }

    private static WaterfallStep evidence(String label, String detail, double before, double bits) {
        return new WaterfallStep(Part.EVIDENCE, label, detail, before, before + bits);
    }

    private static String label(String comparison) {
        String words = comparison.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String detail(Explanation.Line line) {
        if (line.left().isEmpty() && line.right().isEmpty()) {
            return line.level();
        }
        String left = line.left().isEmpty() ? "–" : shortened(line.left());
        String right = line.right().isEmpty() ? "–" : shortened(line.right());
        return line.level() + ": " + (left.equals(right) ? left : left + " | " + right);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    /** How probable it is that they are one person, in words. */
    static String percent(Explanation explanation) {
        double percent = 100 * explanation.probability();
        if (percent < 0.0001) {
            return "less than 0.0001 % probable";
        }
        String digits = percent > 99 || percent < 1 ? "%.4f" : "%.1f";
        return String.format(Locale.ROOT, digits + " %% probable", percent);
    }
}
