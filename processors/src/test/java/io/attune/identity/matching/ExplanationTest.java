package io.attune.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Why a pair is taken for one person can be followed step by step. */
class ExplanationTest {
    private static final MatchingDefinition DEFINITION =
            MatchingDefinitionReader.read(Path.of("../connectors-config/matching.yaml"));
    private static final StoreMatching STORE =
            new StoreMatching(DEFINITION, (attribute, value) -> Hashes.of(attribute + value));

    private static PersonMatcher matcher(List<Map<Attribute, String>> people, StoredModel model) {
        PersonTable table = StoreMatching.table();
        people.forEach(person -> table.add(StoreMatching.row(person)));
        return STORE.matcher(table, model);
    }

    private static Map<Attribute, String> person(String given, String family, String born, String email) {
        return Map.of(
                Attribute.GIVEN_NAME, given,
                Attribute.FAMILY_NAME, family,
                Attribute.BIRTH_DATE, born,
                Attribute.EMAIL, email);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void theStepsAddUpToTheWhole(
            @ForAll @IntRange(max = 3) int given,
            @ForAll @IntRange(max = 3) int family,
            @ForAll @IntRange(max = 2) int born,
            @ForAll @IntRange(max = 2) int email) {
        String[] givens = {"Robert", "Bob", "Robrt", "Zoë"};
        String[] families = {"Featherstone", "Fetherstone", "Underhill", ""};
        String[] dates = {"1980-03-04", "1980-04-03", ""};
        String[] emails = {"bob@example.com", "bob@example.org", "zoe7@example.net"};
        PersonMatcher matcher = matcher(
                List.of(
                        person("Robert", "Featherstone", "1980-03-04", "bob@example.com"),
                        person(givens[given], families[family], dates[born], emails[email])),
                STORE.expected());
        Explanation explanation = matcher.explain(0, 1);
        double sum = explanation.priorBits()
                + explanation.lines().stream()
                        .mapToDouble(Explanation.Line::bits)
                        .sum()
                + explanation.otherBits()
                + explanation.cautionBits();

        assertThat(sum).isCloseTo(explanation.bits(), within(1e-9));
        assertThat(explanation.verdict()).isEqualTo(matcher.verdict(matcher.logOdds(0, 1)));
        assertThat(matcher.logOdds(1, 0)).isEqualTo(matcher.logOdds(0, 1));
    }

    /** Two visitors of whom only a first name and a mailbox are known, and whose mailboxes were numbered in a row. */
    @Example
    void aFirstNameAndANeighbouringMailboxAreNeverEnoughToBeSure() {
        PersonMatcher matcher = matcher(
                List.of(
                        Map.of(Attribute.GIVEN_NAME, "Ada", Attribute.EMAIL, "ada-12@example.org"),
                        Map.of(Attribute.GIVEN_NAME, "Ada", Attribute.EMAIL, "ada-13@example.org")),
                STORE.expected());

        assertThat(matcher.verdict(matcher.logOdds(0, 1))).isNotEqualTo(Verdict.SURE);
        assertThat(matcher.explain(0, 1).verdict()).isNotEqualTo(Verdict.SURE);
    }

    @Example
    void namesLevelsAndValues() {
        Explanation explanation = matcher(
                        List.of(
                                person("Robert", "Featherstone", "1980-03-04", "bob@example.com"),
                                person("Bob", "Featherstone", "04.03.1980", "")),
                        STORE.expected())
                .explain(0, 1);

        assertThat(explanation.lines())
                .filteredOn(line -> line.comparison().equals("given_name"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.level()).isEqualTo("alias");
                    assertThat(line.left()).isEqualTo("robert");
                    assertThat(line.right()).isEqualTo("bob");
                    assertThat(line.bits()).isPositive();
                });
        assertThat(explanation.lines())
                .filteredOn(line -> line.comparison().equals("birth_date"))
                .extracting(Explanation.Line::level)
                .containsExactly("exact");
        assertThat(explanation.lines())
                .filteredOn(line -> line.comparison().equals("email"))
                .allSatisfy(line -> {
                    assertThat(line.level()).isEqualTo("missing");
                    assertThat(line.bits()).isZero();
                });
    }

    @Example
    void thePictureIsADocumentOfItsOwnWhateverANameHolds() throws Exception {
        String svg = WaterfallPicture.of(matcher(
                        List.of(
                                person("<script>\u0001", "O'Brien & \"Sons\"", "1980-03-04", "a<b@example.com"),
                                person("<script>", "O'Brien & \"Sons\"", "1980-03-04", "a<b@example.com")),
                        STORE.expected())
                .explain(0, 1));
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document picture = parsers.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));

        assertThat(picture.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        assertThat(svg).doesNotContain("href").contains("a&lt;b@example.com");
    }

    @Example
    void aModelOutlivesTheTableThatItWasLearnedFrom() {
        List<Map<Attribute, String>> people = new MistypedPeople(7, 200)
                .rows().stream()
                        .map(row -> person(row.get(0), row.get(1), row.get(2), row.get(3)))
                        .toList();
        PersonTable table = StoreMatching.table();
        people.forEach(person -> table.add(StoreMatching.row(person)));
        MatchedTable matched = STORE.learn(table);
        StoredModel kept = StoredModel.read(STORE.model(matched).write());
        PersonMatcher matcher = matcher(people, kept);

        int[] pairs = new int[1];
        matched.pairs((row, other, logOdds) -> {
            pairs[0]++;
            assertThat(matcher.logOdds(row, other)).isCloseTo(logOdds, within(1e-6));
        });
        assertThat(pairs[0]).isGreaterThan(100);
    }
}
