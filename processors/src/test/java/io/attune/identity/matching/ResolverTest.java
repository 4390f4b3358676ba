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
