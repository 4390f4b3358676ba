package io.attune.bench.identity;

import io.attune.identity.matching.Attribute;
import io.attune.identity.matching.PairQuality;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/** Duke 1.2 on the same rows and fields, with its Lucene index in memory, and the threshold that suits it best in hindsight. */
final class Duke {
    private static final double LEAST = 0.5;
    private static final String ROW = "row";

    private final List<Match> matches = new ArrayList<>();

    private record Match(int left, int right, double confidence) {}

    /** Finds matches among rows of {@link GeneratedPeople#ATTRIBUTES}. */
    static Duke resolve(List<List<String>> rows) {
        Duke duke = new Duke();
        ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setProperties(properties());
        configuration.setThreshold(LEAST);
        configuration.validate();
        Processor processor = new Processor(configuration);
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record left, Record right, double confidence) {
                duke.matches.add(new Match(row(left), row(right), confidence));
            }
        });
        List<Record> records = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            records.add(record(row, rows.get(row)));
        }
        processor.deduplicate(records);
        processor.close();
        return duke;
    }

    private static int row(Record record) {
        return Integer.parseInt(record.getValue(ROW));
    }

    private static List<Property> properties() {
        List<Property> properties = new ArrayList<>(List.of(new PropertyImpl(ROW)));
        for (Attribute attribute : GeneratedPeople.ATTRIBUTES) {
            properties.add(
                    switch (attribute) {
                        case GIVEN_NAME -> new PropertyImpl(attribute.key(), new JaroWinkler(), 0.3, 0.7);
                        case FAMILY_NAME -> new PropertyImpl(attribute.key(), new JaroWinkler(), 0.2, 0.8);
                        case STREET, CITY -> new PropertyImpl(attribute.key(), new JaroWinkler(), 0.4, 0.65);
                        case BIRTH_DATE, EMAIL, PHONE ->
                            new PropertyImpl(attribute.key(), new Levenshtein(), 0.3, 0.85);
                        default -> new PropertyImpl(attribute.key(), new Levenshtein(), 0.4, 0.6);
                    });
        }
        return properties;
    }

    private static Record record(int row, List<String> values) {
        RecordImpl made = new RecordImpl();
        made.addValue(ROW, String.valueOf(row));
        for (int i = 0; i < values.size(); i++) {
            if (!values.get(i).isEmpty()) {
                made.addValue(GeneratedPeople.ATTRIBUTES.get(i).key(), values.get(i));
            }
        }
        return made;
    }

    /** The best F1 that any threshold from 0.5 on reaches. */
    double bestF1(List<String> truth) {
        matches.sort(Comparator.comparingDouble(Match::confidence).reversed());
        double best = 0;
        for (double threshold = LEAST; threshold < 1; threshold += 0.01) {
            best = Math.max(best, f1(truth, threshold));
        }
        return best;
    }

    private double f1(List<String> truth, double threshold) {
        int[] leaders = new int[truth.size()];
        Arrays.setAll(leaders, i -> i);
        for (Match match : matches) {
            if (match.confidence() >= threshold) {
                leaders[leader(leaders, match.left())] = leader(leaders, match.right());
            }
        }
        int[] clusters = new int[leaders.length];
        Arrays.setAll(clusters, i -> leader(leaders, i));
        return PairQuality.of(clusters, truth, truth.size()).f1();
    }

    private static int leader(int[] leaders, int row) {
        int found = row;
        while (leaders[found] != found) {
            leaders[found] = leaders[leaders[found]];
            found = leaders[found];
        }
        return found;
    }
}
