package io.attune.identity;

import static io.attune.identity.Records.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.PostgresDatabase;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.feature.FeatureService;
import io.attune.profile.ConsentInForce;
import io.attune.profile.EventStore;
import io.attune.profile.KnownIdentifier;
import io.attune.profile.ProfileStore;
import io.attune.profile.ProfileView;
import io.attune.profile.StoredEvent;
import io.attune.record.ConsentState;
import io.attune.record.ConsentStatement;
import io.attune.record.CustomerRecord;
import io.attune.record.SourceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Rule 3: whatever the order and the batches in which records arrive, the same is known in the end. */
class OrderIndependenceTest {
    private static final PostgresDatabase POSTGRES = new PostgresDatabase();
    private static final Instant LATER = NOW.plusSeconds(86_400);
    private static final FeatureService FEATURES =
            new FeatureService(FeatureDefinitionReader.read(Path.of("../mojo-models/definitions")), () -> "release");
    private static Encryption encryption;

    @BeforeContainer
    static void start() throws IOException {
        POSTGRES.open();
        encryption = new KeysetFile(Files.createTempDirectory("keys").resolve("keyset.json")).open();
    }

    @AfterContainer
    static void stop() throws SQLException {
        POSTGRES.close();
    }

    /** What is known of a person, without what may differ: names of rows and times of processing. */
    private record Known(
            Set<String> entities,
            Map<String, String> attributes,
            List<KnownIdentifier> identifiers,
            Set<ConsentInForce> consents,
            Set<String> events,
            Map<String, Object> features) {}

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void anyOrderAndAnyBatchesEndTheSame(@ForAll long seed) {
        Random random = new Random(seed);
        List<SourceRecord> records = records(random);
        Set<Known> expected = outcome(List.of(records));
        for (int i = 0; i < 3; i++) {
            List<SourceRecord> shuffled = new ArrayList<>(records);
            Collections.shuffle(shuffled, random);
            assertThat(outcome(batches(shuffled, random))).isEqualTo(expected);
        }
    }

    private static Set<Known> outcome(List<List<SourceRecord>> batches) {
        POSTGRES.clear();
        IdentityResolver resolver = new IdentityResolver(IdentityDefinition.standard(), encryption, UUID::randomUUID);
        Instant now = NOW;
        for (List<SourceRecord> batch : batches) {
            Instant processed = now.plusSeconds(1);
            now = processed;
            POSTGRES.database().useTransaction(handle -> {
                Resolution resolution = resolver.resolve(handle, batch, processed);
                FEATURES.update(handle, resolution.changes(), LATER);
            });
        }
        ProfileStore profiles = new ProfileStore(encryption);
        return POSTGRES.database().inHandle(handle -> {
            Map<String, UUID> owners = StoredPeople.owners(handle, encryption);
            FEATURES.compute(handle, new HashSet<>(owners.values()), LATER);
            Map<UUID, ProfileView> views = profiles.views(handle, new HashSet<>(owners.values()));
            return views.values().stream()
                    .map(view -> new Known(
                            owners.entrySet().stream()
                                    .filter(owner -> owner.getValue().equals(view.profile()))
                                    .map(Map.Entry::getKey)
                                    .collect(Collectors.toSet()),
                            view.attributes(),
                            view.identifiers(),
                            Set.copyOf(view.consents()),
                            new EventStore()
                                    .ofProfiles(handle, List.of(view.profile()), NOW.plusSeconds(1_000_000)).stream()
                                            .map(OrderIndependenceTest::text)
                                            .collect(Collectors.toSet()),
                            view.features()))
                    .collect(Collectors.toSet());
        });
    }

    private static String text(StoredEvent event) {
        return event.recordId() + " " + event.occurredAt() + " " + event.amount() + " " + event.properties();
    }

    private static List<List<SourceRecord>> batches(List<SourceRecord> records, Random random) {
        List<List<SourceRecord>> batches = new ArrayList<>();
        for (int from = 0; from < records.size(); ) {
            int to = Math.min(records.size(), from + 1 + random.nextInt(8));
            batches.add(records.subList(from, to));
            from = to;
        }
        return batches;
    }

    private static List<SourceRecord> records(Random random) {
        List<SourceRecord> records = new ArrayList<>();
        int count = 5 + random.nextInt(25);
        for (int i = 0; i < count; i++) {
            // Few instants, so that ties are common.
            Instant at = NOW.minusSeconds(random.nextInt(4) * 40_000L);
            String[] identifiers = identifiers(random);
            records.add(
                    random.nextBoolean()
                            ? Records.order("web:" + i, "anonymous:" + random.nextInt(6), at, identifiers)
                            : customer(random, i, at, identifiers));
        }
        if (random.nextBoolean()) {
            records.add(records.get(random.nextInt(records.size())));
        }
        return records;
    }

    private static CustomerRecord customer(Random random, int number, Instant at, String... identifiers) {
        List<ConsentStatement> consents = random.nextInt(3) > 0
                ? List.of()
                : List.of(new ConsentStatement(
                        random.nextBoolean() ? "email" : "sms",
                        "marketing",
                        random.nextBoolean() ? ConsentState.GRANTED : ConsentState.WITHDRAWN,
                        at,
                        Map.of()));
        String source = random.nextBoolean() ? "salesforce" : "mailchimp";
        return new CustomerRecord(
                Records.header(
                        source + ":" + number, source, "contact-" + random.nextInt(5), at, consents, identifiers),
                Map.of(
                        "given_name",
                        "name-" + random.nextInt(4),
                        "country",
                        random.nextInt(3) == 0 ? "" : "C" + random.nextInt(3)),
                random.nextInt(8) == 0);
    }

    private static String[] identifiers(Random random) {
        List<String> identifiers = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            identifiers.add((random.nextBoolean() ? "email:e" : "customer_id:c") + random.nextInt(8));
        }
        return identifiers.toArray(String[]::new);
    }
}
