package io.attune.nightly;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.attune.scoring.Scorer;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads stored vectors into the rows of several models, without a map for each: the values of one vector at a time, by the
 * place of their feature. Not thread-safe.
 */
final class VectorReader {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Scorer, int[]> placesOfInputs = new HashMap<>();
    private final double[] numbers;
    private final String[] texts;

    VectorReader(Collection<Scorer> scorers) {
        for (Scorer scorer : scorers) {
            placesOfInputs.put(
                    scorer,
                    scorer.inputs().stream()
                            .mapToInt(input -> places.computeIfAbsent(input, name -> places.size()))
                            .toArray());
        }
        numbers = new double[places.size()];
        texts = new String[places.size()];
    }

    /** Takes a vector, as JSON, in the place of the one before. */
    void read(String vector) throws IOException {
        Arrays.fill(numbers, Double.NaN);
        Arrays.fill(texts, null);
        try (JsonParser json = JSON.createParser(vector)) {
            json.nextToken();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                Integer place = places.get(name);
                if (place == null) {
                    json.skipChildren();
                } else if (value.isNumeric()) {
                    numbers[place] = json.getDoubleValue();
                } else if (value == JsonToken.VALUE_STRING) {
                    texts[place] = json.getText();
                }
            }
        }
    }

    /** The vector's row for a model, as {@link Scorer#row} makes it of a map. */
    void copy(Scorer scorer, double[] row) {
        int[] of = placesOfInputs.get(scorer);
        for (int input = 0; input < row.length; input++) {
            String text = texts[of[input]];
            if (!scorer.isCategorical(input)) {
                row[input] = numbers[of[input]];
            } else {
                row[input] = text == null ? Double.NaN : scorer.level(input, text);
            }
        }
    }
}
