package io.attune.campaign;

import static io.attune.delivery.OutboxFixture.START;

import io.attune.consent.Channel;
import io.attune.consent.ConsentStore;
import io.attune.content.Template;
import io.attune.content.TemplateCompiler;
import io.attune.content.TemplateException;
import io.attune.database.PostgresDatabase;
import io.attune.delivery.OutboxFixture;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.profile.ProfileStore;
import io.attune.rule.RuleException;
import io.attune.segment.MembershipChange;
import io.attune.segment.PersonView;
import io.attune.segment.Rule;
import io.attune.segment.RuleCompiler;
import io.attune.segment.Segment;
import io.attune.segment.SegmentDefinitions;
import io.attune.segment.SegmentService;
import io.attune.segment.Vocabulary;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Segments and campaigns of one hub, and Ada, for tests of what is decided about her; each extends this. */
abstract class CampaignFixture {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    static Path folder;

    final RuleCompiler rules = new RuleCompiler(Vocabulary.of(Set.of("orders_90d", "orders_365d"), Set.of("churn")));
    OutboxFixture fixture;
    SegmentService segments;
    CampaignService campaigns;
    UUID ada;
    Map<UUID, Instant> best = Map.of();

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

    List<MembershipChange> assign(PersonView person, Instant at) {
        return POSTGRES.database().inTransaction(handle -> segments.assign(handle, List.of(person), at));
    }

    PersonView view(double orders, double year, double churn) {
        return view(ada, orders, year, churn);
    }

    static PersonView view(UUID profile, double orders, double year, double churn) {
        return new PersonView(
                profile, Map.of("orders_90d", orders, "orders_365d", year), Map.of("churn", churn), Map.of());
    }

    Segment segment(String name, String rule) throws RuleException {
        return new Segment(name, name, name, rules.compile(name, rule, 1, rule));
    }

    Campaign campaign(String name, Trigger trigger, Optional<String> guard) throws RuleException, TemplateException {
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

    static List<String> rows(String sql) {
        return POSTGRES.database()
                .inHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
