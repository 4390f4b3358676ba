package io.attune.campaign;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.content.TemplateException;
import io.attune.profile.StoredEvent;
import io.attune.rule.RuleException;
import io.attune.segment.MembershipChange;
import io.attune.segment.PersonView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CampaignServiceTest extends CampaignFixture {
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

    private int decide(
            PersonView person, Collection<MembershipChange> changes, Collection<StoredEvent> events, Instant at) {
        return POSTGRES.database()
                .inTransaction(handle -> campaigns.decide(handle, List.of(person), changes, events, at));
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
}
