package io.attune.identity.matching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads {@code matching.yaml}. */
public final class MatchingDefinitionReader {
    private static final ObjectMapper YAML = YAMLMapper.builder(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private MatchingDefinitionReader() {}

    /** The file's definition; every key is needed. */
    public static MatchingDefinition read(Path file) {
        try {
            Form form = YAML.readValue(Files.readString(file), Form.class);
            check(file, form);
            return new MatchingDefinition(
                    form.thresholds(),
                    form.candidates(),
                    form.clusters(),
                    form.onePerson(),
                    form.strangers(),
                    form.relations(),
                    rules(file, form.blocking()),
                    form.store().store(file));
        } catch (JsonProcessingException e) {
            throw invalid(
                    file, e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ")", e);
        } catch (IOException e) {
            throw invalid(file, "it could not be read: check that it exists and its rights", e);
        }
    }

    /** A name that is misspelt would say nothing, silently, and a pair would be sure of which it should hold back. */
    private static void check(Path file, Form form) {
        MatchingDefinition.Thresholds thresholds = form.thresholds();
        if (!(thresholds.review() > 0 && thresholds.review() < thresholds.sure() && thresholds.sure() < 1)) {
            throw invalid(
                    file,
                    "thresholds have review " + thresholds.review() + " and sure " + thresholds.sure()
                            + "; they are probabilities, 0 < review < sure < 1",
                    null);
        }
        Map<String, Set<String>> known = levels(form.strangers());
        if (!levels(form.onePerson()).equals(known)) {
            throw invalid(file, "one-person and strangers must name the same comparisons with the same levels", null);
        }
        Set<String> comparisons = known.keySet();
        requireKnown(file, "thresholds/never-sure", thresholds.neverSure(), comparisons);
        thresholds
                .sureNeeds()
                .forEach(combination -> requireKnown(file, "thresholds/sure-needs", combination, comparisons));
        Set<String> relations =
                form.relations().stream().map(MatchingDefinition.Relation::name).collect(Collectors.toSet());
        for (MatchingDefinition.Relation relation : form.relations()) {
            requireKnown(file, "relations/" + relation.name() + "/shares", relation.shares(), comparisons);
            if (!relation.within().isEmpty()) {
                requireKnown(file, "relations/" + relation.name() + "/within", Set.of(relation.within()), relations);
            }
        }
    }

    private static Map<String, Set<String>> levels(MatchingDefinition.Expectation expectation) {
        return expectation.levels().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, levels -> levels.getValue().keySet()));
    }

    private static void requireKnown(Path file, String place, Set<String> names, Set<String> known) {
        for (String name : names) {
            if (!known.contains(name)) {
                throw invalid(
                        file,
                        place + " knows no '" + name + "'; it takes " + String.join(", ", new TreeSet<>(known)),
                        null);
            }
        }
    }

    private static List<BlockingRule> rules(Path file, List<List<String>> blocking) {
        return blocking.stream().map(keys -> rule(file, keys)).toList();
    }

    private static BlockingRule rule(Path file, List<String> keys) {
        return new BlockingRule(keys.stream()
                .map(key -> KeyPart.named(key)
                        .orElseThrow(() -> invalid(
                                file,
                                "blocking knows no '" + key
                                        + "'; it takes an attribute, alone or with .sound, .start, .initial or .letters, names,"
                                        + " names.sound, names.initials, birth_date.year, birth_date.month-day,"
                                        + " birth_date.year-month, email.local, phone.line and phone.end",
                                null)))
                .toList());
    }

    private static AttuneException invalid(Path file, String found, Exception cause) {
        return new AttuneException("MATCHING_DEFINITION_INVALID", ErrorCategory.USER, file + ": " + found, cause);
    }

    record Form(
            MatchingDefinition.Thresholds thresholds,
            MatchingDefinition.Candidates candidates,
            MatchingDefinition.Clusters clusters,
            MatchingDefinition.Expectation onePerson,
            MatchingDefinition.Expectation strangers,
            List<MatchingDefinition.Relation> relations,
            List<List<String>> blocking,
            StoreForm store) {}

    record StoreForm(
            boolean online, int persons, int candidates, int block, int maximumSize, List<List<String>> blocking) {
        MatchingDefinition.Store store(Path file) {
            return new MatchingDefinition.Store(online, persons, candidates, block, maximumSize, rules(file, blocking));
        }
    }
}
