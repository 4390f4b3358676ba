package io.attune.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not written without being asked for: personal data, and tables of somebody else's. */
class ExportRefusalsTest extends ExportFixture {
    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void personalDataGoOnlyWhenAskedForAndFollowThePerson(String kind) throws SQLException {
        use(kind);
        person(1, START.minusSeconds(20));
        export(true, true, false);
        assertThat(rows("select \"name\" from attune_attribute")).containsExactly("country");

        export(false, true, true);
        assertThat(rows("select \"value\" from attune_attribute where \"name\" = 'family_name'"))
                .containsExactly("Person 1");
        assertThat(rows("select \"kind\", \"value\" from attune_identifier")).containsExactly("email|p1@example.com");

        hub("delete from node_attribute where name = 'family_name'");
        now = START.plusSeconds(60);
        hub("update profile set changed_at = '" + now + "'");
        export(false, true, true);
        assertThat(rows("select \"name\" from attune_attribute")).containsExactly("country");
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgres", "h2"})
    void aTableThatIsMissingIsNamedWithTheStatementThatMakesIt(String kind) throws SQLException {
        use(kind);
        person(1, START);

        assertThatThrownBy(() -> export(true, false, false))
                .isInstanceOf(AttuneException.class)
                .hasMessageContaining("no table")
                .hasMessageContaining("--create")
                .hasMessageContaining("create table");

        warehouse(
                "create table attune_feature (\"profile_id\" varchar(36) primary key, \"as_of\" timestamp, \"exported_at\" timestamp)");
        assertThatThrownBy(() -> export(true, false, false, "feature"))
                .hasMessageContaining("no columns \"orders_30d\", \"top_category\"");
    }
}
