package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.profile.AttributeOrigin;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import io.attune.profile.Survivorship;
import io.attune.profile.Survivorship.Rule;
import io.attune.record.CustomerRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Of several statements about a person the configured one counts, and it is known where it comes from. */
class SurvivorshipTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path folder;

    private static CustomerRecord said(String source, Instant at, Map<String, String> attributes) {
        return new CustomerRecord(
                Records.header(source + at, source, source + "-1", at, List.of(), "email:ann@example.com"),
                attributes,
                false);
    }

    @Test
    void eachAttributeFollowsItsRule() {
        POSTGRES.clear();
        Encryption encryption = new KeysetFile(folder.resolve("keyset.json")).open();
        IdentityResolver resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        Instant earlier = NOW.minusSeconds(3_600);
        POSTGRES.database()
                .useTransaction(handle -> resolver.resolve(
                        handle,
                        List.of(
                                said(
                                        "salesforce",
                                        earlier,
                                        Map.of(
                                                "given_name",
                                                "Annabel",
                                                "birth_date",
                                                "1980-03-04",
                                                "street",
                                                "1 Mill Road",
                                                "country",
                                                "GB")),
                                said(
                                        "web",
                                        NOW,
                                        Map.of(
                                                "given_name",
                                                "Ann",
                                                "birth_date",
                                                "1980-03-05",
                                                "street",
                                                "1 Mill Rd",
                                                "country",
                                                "DE"))),
                        NOW));
        ProfileStore profiles = new ProfileStore(
                encryption, new Survivorship(Map.of("birth_date", Rule.MOST_TRUSTED, "street", Rule.MOST_COMPLETE)));

        ProfileView view = POSTGRES.database().inHandle(handle -> {
            UUID profile =
                    StoredPeople.owners(handle, encryption).values().iterator().next();
            return profiles.view(handle, profile).orElseThrow();
        });

        assertThat(view.attributes())
                .containsEntry("given_name", "Ann")
                .containsEntry("birth_date", "1980-03-04")
                .containsEntry("street", "1 Mill Road")
                .containsEntry("country", "DE");
        assertThat(view.origins())
                .containsEntry("given_name", new AttributeOrigin("web", NOW))
                .containsEntry("birth_date", new AttributeOrigin("salesforce", earlier))
                .containsEntry("street", new AttributeOrigin("salesforce", earlier));
    }
}
