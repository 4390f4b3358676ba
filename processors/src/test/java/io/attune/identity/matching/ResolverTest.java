package io.attune.identity.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolverTest {
    private static final MatchingDefinition DEFINITION =
            MatchingDefinitionReader.read(Path.of("../connectors-config/matching.yaml"));
    private static final List<Attribute> ATTRIBUTES =
            List.of(Attribute.GIVEN_NAME, Attribute.FAMILY_NAME, Attribute.BIRTH_DATE, Attribute.EMAIL);

    @Test
    void joinsTheRecordsOfOnePersonAndNoOthers() {
        MistypedPeople people = new MistypedPeople(7, 150);
        ResolvedTable resolved = new Resolver(DEFINITION).resolve(table(people.rows()));
        PairQuality sure = PairQuality.of(
                resolved.clusters(), people.truth(), people.rows().size());
        PairQuality withReview = PairQuality.of(
                resolved.clustersWithReview(), people.truth(), people.rows().size());

        assertThat(sure.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(withReview.f1()).isGreaterThan(0.97);
    }

    @Property(tries = 5)
    void doesNotDependOnTheOrderOfRows(@ForAll int seed) {
        MistypedPeople people = new MistypedPeople(seed, 40);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < people.rows().size(); i++) {
            order.add(i);
        }
        ResolvedTable straight = new Resolver(DEFINITION).resolve(table(people.rows()));
        Collections.shuffle(order, new Random(seed));
        ResolvedTable shuffled = new Resolver(DEFINITION)
                .resolve(table(order.stream().map(people.rows()::get).toList()));

        int[] back = new int[order.size()];
        for (int i = 0; i < back.length; i++) {
            back[order.get(i)] = shuffled.clustersWithReview()[i];
        }
        assertThat(numbered(back)).isEqualTo(numbered(straight.clustersWithReview()));
    }

    @Test
    void linksOneToOne() {
        PersonTable table = new PersonTable(ATTRIBUTES);
        table.add(List.of("Ann", "Featherstone", "1980-03-04", "ann@example.com"));
        table.add(List.of("Bob", "Underhill", "1971-05-06", "bob@example.com"));
        table.startSecondFile();
        table.add(List.of("Ann", "Featherstone", "1980-03-04", "ann@example.com"));
        table.add(List.of("Ann", "Featherstone", "1980-03-04", "ann@example.com"));
        int[] clusters = new Resolver(DEFINITION).resolve(table).clustersWithReview();

        assertThat(Arrays.stream(clusters).distinct().count()).isEqualTo(3);
        assertThat(clusters[2]).isNotEqualTo(clusters[3]);
    }

    @Test
    void readsTheDatesOfEachFileInItsOwnWay() {
        PersonTable table = new PersonTable(ATTRIBUTES);
        table.add(List.of("Ann", "Featherstone", "31/12/1979", ""));
        table.add(List.of("Bob", "Underhill", "05/06/1971", ""));
        table.startSecondFile();
        table.add(List.of("Bob", "Underhill", "06/05/1971", ""));
        table.add(List.of("Cid", "Marchetti", "12/31/1979", ""));

        Persons persons = table.persons();
        Column dates = persons.column(Attribute.BIRTH_DATE).orElseThrow();
        int[] byRow = persons.byRow();
        assertThat(dates.text(byRow[1])).isEqualTo("19710605").isEqualTo(dates.text(byRow[2]));
        assertThat(dates.text(byRow[3])).isEqualTo(dates.text(byRow[0]));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Anna Watson       | anna   | watson",
                "Anna B. Watson Jr | anna b | watson",
                "'Watson, Anna B.' | anna b | watson",
                "Anna van der Berg | anna   | van der berg",
                "Prince            | ''     | prince"
            })
    void splitsWholeNames(String name, String given, String family) {
        PersonTable table = new PersonTable(List.of(Attribute.FAMILY_NAME));
        List.of("Robert Alexander", "Elizabeth Bell", "Charlie Connolly", name)
                .forEach(text -> table.add(List.of(text)));
        Persons persons = table.persons();
        int person = persons.byRow()[3];

        assertThat(persons.column(Attribute.GIVEN_NAME).orElseThrow().text(person))
                .isEqualTo(given);
        assertThat(persons.column(Attribute.FAMILY_NAME).orElseThrow().text(person))
                .isEqualTo(family);
    }

    @Test
    void leavesNamesWholeThatAreOfNoPersons() {
        PersonTable table = new PersonTable(List.of(Attribute.FAMILY_NAME));
        List.of("Golden Dragon", "Blue Note Bar", "Hotel Bel Air").forEach(text -> table.add(List.of(text)));

        assertThat(table.persons().column(Attribute.GIVEN_NAME)).isEmpty();
    }

    @Test
    void tellsFamiliesApartWhoseNamesStandInOneColumn() {
        MistypedPeople people = new MistypedPeople(3, 150);
        PersonTable table = new PersonTable(List.of(Attribute.FAMILY_NAME, Attribute.BIRTH_DATE));
        people.rows().forEach(row -> table.add(List.of((row.get(0) + " " + row.get(1)).strip(), row.get(2))));
        ResolvedTable resolved = new Resolver(DEFINITION).resolve(table);
        PairQuality sure = PairQuality.of(
                resolved.clusters(), people.truth(), people.rows().size());

        assertThat(sure.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(sure.recall()).isGreaterThan(0.6);
    }

    @Test
    void bearsEmptyTables() {
        assertThat(new Resolver(DEFINITION).resolve(table(List.of())).clusters())
                .isEmpty();
        assertThat(new Resolver(DEFINITION)
                        .resolve(table(List.of(List.of("", "", "", ""))))
                        .clusters())
                .hasSize(1);
    }

    private static PersonTable table(List<List<String>> rows) {
        PersonTable table = new PersonTable(ATTRIBUTES);
        rows.forEach(table::add);
        return table;
    }

    private static int[] numbered(int[] clusters) {
        return Arrays.stream(clusters)
                .map(cluster -> Arrays.stream(clusters).boxed().toList().indexOf(cluster))
                .toArray();
    }
}
