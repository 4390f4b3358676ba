package io.attune.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written: everything, what changed, and the rest after a break. */
class WarehouseExportTest extends ExportFixture {
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void everythingComesAndThenWhatChanged(String kind) throws SQLException {
        use(kind);
        for (int person = 1; person <= 25; person++) {
            person(person, START.minusSeconds(86_400L * (26 - person)));
        }

        Map<String, Long> first = export(true, true, false);

        assertThat(first)
                .containsEntry("attune_profile", 25L)
                .containsEntry("attune_feature", 25L)
                .containsEntry("attune_score", 25L)
                .containsEntry("attune_segment", 25L)
                .containsEntry("attune_attribute", 25L);
        assertThat(
                        rows(
                                "select count(*), cast(sum(\"orders_30d\") as bigint), min(\"top_category\") from attune_feature"))
                .containsExactly("25|325|Tea\t\\ 'cup'");
        assertThat(rows("select count(*) from attune_attribute where \"name\" = 'country' and \"value\" = 'DE'"))
                .containsExactly("25");
        assertThat(rows("select count(*) from attune_score where \"value\" is null and \"reason\" = 'too little'"))
                .containsExactly("1");

        now = START.plusSeconds(3_600);
        hub("update score set value = 0.9, reason = null, as_of = '" + now + "' where profile_id = '" + id(3) + "'");
        hub("update segment_membership set until = '" + now + "' where profile_id = '" + id(4) + "'");
        Map<String, Long> second = export(false, true, false);

        assertThat(second)
                .as("and the last one, which the overlap reads again")
                .containsEntry("attune_score", 2L)
                .containsEntry("attune_segment", 2L)
                .containsEntry("attune_profile", 1L);
        assertThat(rows("select \"value\" from attune_score where \"profile_id\" = '" + id(3) + "'"))
                .containsExactly("0.9");
        assertThat(rows("select count(*) from attune_segment where \"until\" is null"))
                .containsExactly("24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void aFullExportDeletesWhatTheHubNoLongerHas(String kind) throws SQLException {
        use(kind);
        person(1, START.minusSeconds(20));
        person(2, START.minusSeconds(10));
        export(true, true, false);
        for (String table : List.of("score", "feature_vector", "segment_membership", "membership", "profile")) {
            hub("delete from " + table + " where profile_id = '" + id(1) + "'");
        }

        now = START.plusSeconds(60);
        export(false, true, false);
        assertThat(rows("select count(*) from attune_profile")).containsExactly("2");
        now = START.plusSeconds(120);
        export(true, true, false);

        for (String table : List.of("profile", "feature", "score", "segment")) {
            assertThat(rows("select count(*) from attune_" + table)).as(table).containsExactly("1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void oneThatBrokeOffGoesOnWhereItStopped(String kind) throws SQLException {
        use(kind);
        for (int person = 1; person <= 25; person++) {
            person(person, START.minusSeconds(86_400L * (26 - person)));
        }
        List<String> told = new ArrayList<>();

        assertThatThrownBy(() -> export(true, true, false, (table, rows) -> {
                    told.add(table + " " + rows);
                    if (rows == 20) {
                        throw new IllegalStateException("killed");
                    }
                }))
                .hasMessage("killed");
        assertThat(told).containsExactly("attune_profile 10", "attune_profile 20");
        now = START.plusSeconds(60);
        Map<String, Long> rest = export(false, true, false);

        assertThat(rest)
                .as("the last 5, and the one that the overlap reads again")
                .containsEntry("attune_profile", 6L);
        assertThat(rows("select count(*) from attune_profile")).containsExactly("25");
    }
}
