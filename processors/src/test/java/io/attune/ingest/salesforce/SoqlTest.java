package io.attune.ingest.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoqlTest {
    private static final Instant SINCE = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void changesAreAskedForInTheirOrder() {
        assertThat(Soql.changed("SELECT Id,\n  SystemModstamp, IsDeleted FROM Contact", SINCE))
                .isEqualTo("SELECT Id, SystemModstamp, IsDeleted FROM Contact"
                        + " WHERE SystemModstamp >= 2026-06-01T12:00:00Z ORDER BY SystemModstamp, Id");
    }

    @Test
    void ownConditionHoldsForBothQueries() {
        String query =
                "select Id, SystemModstamp, IsDeleted from Lead where Status = 'Order by mail' or Rating = 'Hot'";
        assertThat(Soql.all(query)).isEqualTo(query);
        assertThat(Soql.changed(query, SINCE))
                .contains(
                        "SystemModstamp >= 2026-06-01T12:00:00Z AND (Status = 'Order by mail' or Rating = 'Hot') ORDER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT Id, SystemModstamp, IsDeleted FROM Contact ORDER BY Id",
                "SELECT Id, SystemModstamp, IsDeleted FROM Contact WHERE Email != null LIMIT 10",
                "SELECT Id, IsDeleted FROM Contact",
                "SELECT Master_Id__c, SystemModstamp, IsDeleted FROM Contact",
                "DELETE FROM Contact"
            })
    void saysWhatAQueryOfARouteFileNeeds(String query) {
        assertThatThrownBy(() -> Soql.all(query)).hasMessageContaining("routes/ingest/salesforce-");
    }
}
