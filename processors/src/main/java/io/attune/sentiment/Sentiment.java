package io.attune.sentiment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentiment of a text by the Attune Small English Lexicon, version 1: the weights of its words are added up, those of negated
 * words reversed and lessened, those of intensified ones raised, and the sum s becomes s / √(s² + 15) (as Hutto & Gilbert, VADER, 2014, do), which lies
 * between -1 and 1. Thread-safe.
 */
public final class Sentiment {

    private static final String LEXICON = "attune-small-english-1.tsv";
    private static final Pattern WORD = Pattern.compile("[\\p{L}]+(?:['’][\\p{L}]+)?");
    private static final Set<String> NEGATORS = Set.of("not", "no", "never", "without", "hardly", "nothing", "neither");
    private static final Set<String> INTENSIFIERS =
            Set.of("very", "really", "so", "extremely", "absolutely", "totally", "completely", "too");
    private static final int REACH = 3;
    private static final double NEGATED = -0.74;
    private static final double INTENSIFIED = 1.3;
    private static final double ALPHA = 15;
    private static final int LONGEST = 20_000;

    private final Map<String, Integer> weights;

    private Sentiment(Map<String, Integer> weights) {
        this.weights = Map.copyOf(weights);
    }

    /** The word list that ships. */
    public static Sentiment english() {
        Map<String, Integer> weights = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Sentiment.class.getResourceAsStream(LEXICON), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    weights.put(fields[0], Integer.parseInt(fields[1]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sentiment(weights);
    }

    /** From -1 to 1, four decimals; 0 when no word is known; empty when there is no word at all. */
    public OptionalDouble of(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int index = 0; index < words.size(); index++) {
            sum += weights.getOrDefault(words.get(index), 0) * factor(words, index);
        }
        return OptionalDouble.of(Math.round(sum / Math.sqrt(sum * sum + ALPHA) * 10_000) / 10_000.0);
    }

    private static double factor(List<String> words, int index) {
        double factor = 1;
        for (String before : words.subList(Math.max(0, index - REACH), index)) {
            if (NEGATORS.contains(before) || before.endsWith("n't") || before.endsWith("n’t")) {
                factor *= NEGATED;
            } else if (INTENSIFIERS.contains(before)) {
                factor *= INTENSIFIED;
            }
        }
        return factor;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.substring(0, Math.min(text.length(), LONGEST)));
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }
}
