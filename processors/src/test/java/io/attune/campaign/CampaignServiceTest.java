package io.attune.campaign;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.consent.Channel;
import io.attune.consent.ConsentStore;
import io.attune.content.Template;
import io.attune.content.TemplateCompiler;
import io.attune.content.TemplateException;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.profile.ProfileMerge;
import io.attune.profile.ProfileStore;
import io.attune.profile.StoredEvent;
import io.attune.rule.RuleException;
import io.attune.segment.MembershipChange;
import io.attune.segment.PersonView;
import io.attune.segment.Rule;
import io.attune.segment.RuleCompiler;
import io.attune.segment.Segment;
import io.attune.segment.SegmentDefinitions;
import io.attune.segment.SegmentService;
import io.attune.segment.Vocabulary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CampaignServiceTest {

    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    private final RuleCompiler rules =
            new RuleCompiler(Vocabulary.of(Set.of("orders_90d", "orders_365d"), Set.of("churn")));
    private OutboxFixture fixture;
    private SegmentService segments;
    private CampaignService campaigns;
    private UUID ada;
    private Map<UUID, Instant> best = Map.of();

    @BeforeEach
    void begin() throws Exception {
        POSTGRES.clear();
        fixture = new OutboxFixture(POSTGRES, folder);
        segments = new SegmentService(
                new SegmentDefinitions(
                        List.of(segment("often", "features.orders_90d >= 3"), segment("risk", "scores.churn > 0.7"))),
                () -> "r1");
        campaigns = new CampaignService(
                new CampaignDefinitions(List.of(
                        campaign("reward", new Trigger.Entry("often"), Optional.of("features.orders_365d < 100")),
                        campaign(
                                "thanks",
                                new Trigger.Happening("Order Completed"),
                                Optional.of("event.amount >= 50")))),
                new ProjectionDecision(
                        Set.of(Channel.MAILCHIMP, Channel.SALESFORCE),
                        new ProfileStore(fixture.encryption),
                        segments,
                        new ConsentStore(),
                        new ProjectionStore(fixture.encryption)),
                new Identities(UUID::randomUUID, new SecureRandom()),
                (handle, profiles, within) -> best,
                () -> "r1");
        ada = fixture.readers.emailReader("ada@example.com", START);
    }

    @Test
    void entersAndLeavesSegmentsWithTheirTimes() {
        assertThat(assign(view(3, 10, 0.9), START)).hasSize(2).allMatch(MembershipChange::entered);
        assertThat(assign(view(3, 10, 0.8), START.plusSeconds(1))).isEmpty();

        List<MembershipChange> left = assign(view(1, 10, 0.8), START.plusSeconds(2));
        assertThat(left).containsExactly(new MembershipChange(ada, "often", START, false));

        assertThat(assign(view(4, 10, 0.8), START.plusSeconds(3)))
                .containsExactly(new MembershipChange(ada, "often", START.plusSeconds(3), true));
        assertThat(rows("select segment from segment_membership where until is null order by 1"))
                .containsExactly("often", "risk");
    }

    @Test
    void takesPeopleOutOfSegmentsThatAreDefinedNoMore() {
        assign(view(3, 10, 0.9), START);
        segments.use(new SegmentDefinitions(List.of()));

        assertThat(assign(view(3, 10, 0.9), START.plusSeconds(1))).hasSize(2).noneMatch(MembershipChange::entered);
    }

    @Test
    void goesOnAfterAMergeAsIfThePersonHadAlwaysBeenOne() {
        UUID merged = fixture.readers.person(START);
        Instant before = START.minus(Duration.ofDays(3));
        POSTGRES.database().useTransaction(handle -> {
            segments.assign(handle, List.of(view(merged, 3, 10, 0.1)), before);
            handle.execute(
                    "update segment_membership set until = ? where profile_id = ?",
                    START.atOffset(java.time.ZoneOffset.UTC),
                    merged);
        });

        List<MembershipChange> changes = POSTGRES.database()
                .inTransaction(handle -> segments.assign(
                        handle, List.of(view(3, 10, 0.1)), List.of(new ProfileMerge(merged, ada)), START));

        assertThat(changes).as("no entry, no message").isEmpty();
        assertThat(rows("select extract(epoch from since)::bigint::text from segment_membership where until is null"))
                .containsExactly(String.valueOf(before.getEpochSecond()));
    }

    @Test
    void writesOneDeliveryForAnEntryHoweverOftenItIsDecided() {
        List<MembershipChange> changes = assign(view(3, 10, 0.1), START);

        assertThat(decide(view(3, 10, 0.1), changes, List.of(), START)).isEqualTo(1);
        assertThat(decide(view(3, 10, 0.1), changes, List.of(), START)).isZero();

        assertThat(rows("select campaign || ' ' || occurrence || ' ' || state from delivery"))
                .containsExactly("reward segment:often@2026-03-01T12:00:00Z pending");
        assertThat(rows("select length(token)::text from delivery")).containsExactly("27");
    }

    @Test
    void asksTheGuard() {
        List<MembershipChange> changes = assign(view(3, 100, 0.1), START);

        assertThat(decide(view(3, 100, 0.1), changes, List.of(), START)).isZero();
    }

    @Test
    void followsEventsThatAreYoungAndMatch() {
        StoredEvent order = order(60, START.minus(Duration.ofHours(1)), false);

        assertThat(decide(view(1, 1, 0.1), List.of(), List.of(order), START)).isEqualTo(1);
        assertThat(decide(view(1, 1, 0.1), List.of(), List.of(order(20, START, false)), START))
                .isZero();
        assertThat(decide(
                        view(1, 1, 0.1), List.of(), List.of(order(60, START.minus(Duration.ofDays(3)), false)), START))
                .isZero();
        assertThat(decide(view(1, 1, 0.1), List.of(), List.of(order(60, START, true)), START))
                .as("history never triggers")
                .isZero();
        assertThat(rows("select context -> 'event' ->> 'amount' from delivery")).containsExactly("60.0");
    }

    @Test
    void letsAMessageWaitForTheBestTime() throws Exception {
        patient();
        best = Map.of(ada, START.plus(Duration.ofHours(7)));

        decide(view(1, 1, 0.1), List.of(), List.of(order(60, START, false)), START);

        assertThat(rows("select campaign || ' ' || (due_at - created_at)::text from delivery order by 1"))
                .containsExactly("patient 07:00:00", "thanks 00:00:00");
    }

    @Test
    void sendsAtOnceWhenTheBestTimeWouldComeTooLateOrIsNotKnown() throws Exception {
        patient();
        best = Map.of(ada, START.plus(Duration.ofHours(7)));
        StoredEvent old = order(60, START.minus(Duration.ofDays(2)).plus(Duration.ofHours(6)), false);
        decide(view(1, 1, 0.1), List.of(), List.of(old), START);
        best = Map.of();
        decide(view(1, 1, 0.1), List.of(), List.of(order(60, START, false)), START);

        assertThat(rows("select distinct (due_at - created_at)::text from delivery where campaign = 'patient'"))
                .containsExactly("00:00:00");
    }

    private void patient() throws RuleException, TemplateException {
        campaigns.use(new CampaignDefinitions(List.of(
                campaign("thanks", new Trigger.Happening("Order Completed"), Optional.empty()),
                campaign("patient", new Trigger.Happening("Order Completed"), Optional.empty()))));
    }

    @Test
    void mirrorsPeopleOnlyWhereTheyAreKnown() {
        fixture.readers.attribute(ada, "given_name", "Ada", START);
        assign(view(3, 10, 0.9), START);
        decide(view(3, 10, 0.9), List.of(), List.of(), START);
        assertThat(rows("select channel || ' ' || state from projection")).containsExactly("mailchimp pending");

        fixture.readers.identifier(ada, "salesforce_id", "003000000000001AAA", START);
        decide(view(3, 10, 0.9), List.of(), List.of(), START);
        assertThat(rows("select channel from projection order by 1")).containsExactly("mailchimp", "salesforce");
    }

    private List<MembershipChange> assign(PersonView person, Instant at) {
        return POSTGRES.database().inTransaction(handle -> segments.assign(handle, List.of(person), at));
    }

    private int decide(
            PersonView person, Collection<MembershipChange> changes, Collection<StoredEvent> events, Instant at) {
        return POSTGRES.database()
                .inTransaction(handle -> campaigns.decide(handle, List.of(person), changes, events, at));
    }

    private PersonView view(double orders, double year, double churn) {
        return view(ada, orders, year, churn);
    }

    private static PersonView view(UUID profile, double orders, double year, double churn) {
        return new PersonView(
                profile, Map.of("orders_90d", orders, "orders_365d", year), Map.of("churn", churn), Map.of());
    }

    private StoredEvent order(int amount, Instant at, boolean backfill) {
        return new StoredEvent(
                UUID.randomUUID(),
                1,
                ada,
                "web",
                "Order Completed",
                at,
                0,
                at,
                backfill,
                Optional.of(BigDecimal.valueOf(amount)),
                Optional.of("EUR"),
                JsonNodeFactory.instance.objectNode());
    }

    private Segment segment(String name, String rule) throws RuleException {
        return new Segment(name, name, name, rules.compile(name, rule, 1, rule));
    }

    private Campaign campaign(String name, Trigger trigger, Optional<String> guard)
            throws RuleException, TemplateException {
        Optional<Rule> audience = Optional.empty();
        if (guard.isPresent()) {
            audience = Optional.of(rules.compileForEvent(name, guard.get(), 1, guard.get()));
        }
        Template template = new TemplateCompiler().text("Hello");
        return new Campaign(
                name,
                name,
                trigger,
                audience,
                Channel.MAILCHIMP,
                "marketing",
                template,
                Duration.ofDays(2),
                name.equals("patient"),
                Map.of());
    }

    private static List<String> rows(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
