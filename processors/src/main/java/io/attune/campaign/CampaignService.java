package io.attune.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.delivery.Json;
import io.attune.delivery.OutboxSignal;
import io.attune.profile.StoredEvent;
import io.attune.segment.MembershipChange;
import io.attune.segment.PersonView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Decides what follows of what people did: messages and states, written to the outbox (bean {@code campaigns}). Thread-safe;
 * works inside the caller's transaction. Definitions can be exchanged while it runs.
 */
public final class CampaignService {

    private static final Duration LONGEST_WAIT = Duration.ofDays(1);
    private static final Duration ENOUGH_TO_SEND = Duration.ofHours(1);

    private final DecisionStore store = new DecisionStore();
    private final ProjectionDecision projections;
    private final Identities identities;
    private final ChosenTimes times;
    private final Supplier<String> release;
    private volatile CampaignDefinitions definitions;

    /**
     * Decides by definitions.
     *
     * @param times of campaigns whose messages wait for the best one
     * @param release the hash of the release that the node runs
     */
    public CampaignService(
            CampaignDefinitions definitions,
            ProjectionDecision projections,
            Identities identities,
            ChosenTimes times,
            Supplier<String> release) {
        this.definitions = definitions;
        this.projections = projections;
        this.identities = identities;
        this.times = times;
        this.release = release;
    }

    /** Decides by other definitions from the next call on. */
    public void use(CampaignDefinitions changed) {
        definitions = changed;
    }

    public CampaignDefinitions definitions() {
        return definitions;
    }

    /**
     * Writes the deliveries that entries and events cause, and the states that channels should hold of these people; and
     * wakes the deliver routes at the commit.
     *
     * @param people everyone whose features, scores, segments, consents or attributes may have changed
     * @param changes of their segments, as {@code segments.assign} returned them
     * @param events new ones that may trigger: none that was backfilled
     * @return how many deliveries are new
     */
    public int decide(
            Handle handle,
            Collection<PersonView> people,
            Collection<MembershipChange> changes,
            Collection<StoredEvent> events,
            Instant asOf) {
        if (people.isEmpty()) {
            return 0;
        }
        Map<UUID, PersonView> views =
                people.stream().collect(Collectors.toMap(PersonView::profile, Function.identity()));
        List<Decision> decided = new ArrayList<>(byEntries(views, changes, events, asOf));
        decided.addAll(byEvents(views, events, asOf));
        List<Decision> decisions = timed(handle, decided, asOf);
        int written = decisions.isEmpty() ? 0 : store.insert(handle, decisions, asOf, release.get());
        decisions.stream()
                .map(decision -> decision.campaign().channel().id())
                .distinct()
                .forEach(queue -> store.wake(handle, OutboxSignal.CHANNEL, queue));
        projections.decide(handle, people, asOf).forEach(queue -> store.wake(handle, OutboxSignal.CHANNEL, queue));
        return written;
    }

    /** Lets those of campaigns that wait for the best time wait, for a day at most and never until they expire. */
    private List<Decision> timed(Handle handle, List<Decision> decisions, Instant asOf) {
        Set<UUID> waiting = decisions.stream()
                .filter(decision -> decision.campaign().bestTime())
                .map(Decision::profile)
                .collect(Collectors.toSet());
        if (waiting.isEmpty()) {
            return decisions;
        }
        Map<UUID, Instant> best = times.of(handle, waiting, LONGEST_WAIT);
        return decisions.stream()
                .map(decision -> Optional.ofNullable(best.get(decision.profile()))
                        .filter(moment -> decision.campaign().bestTime()
                                && moment.isAfter(asOf)
                                && moment.plus(ENOUGH_TO_SEND).isBefore(decision.expiresAt()))
                        .map(decision::dueAt)
                        .orElse(decision))
                .toList();
    }

    private List<Decision> byEntries(
            Map<UUID, PersonView> views,
            Collection<MembershipChange> changes,
            Collection<StoredEvent> events,
            Instant asOf) {
        Map<UUID, Instant> heard = new HashMap<>();
        events.forEach(event ->
                heard.merge(event.profile(), event.receivedAt(), (left, right) -> left.isAfter(right) ? left : right));
        List<Decision> decisions = new ArrayList<>();
        for (MembershipChange change : changes) {
            Optional<PersonView> person = Optional.ofNullable(views.get(change.profile()));
            if (!change.entered() || person.isEmpty()) {
                continue;
            }
            for (Campaign campaign : definitions.startedBy(new Trigger.Entry(change.segment()))) {
                if (campaign.audience().map(rule -> rule.holds(person.get())).orElse(true)) {
                    decisions.add(new Decision(
                            identities.id(),
                            change.profile(),
                            campaign,
                            "segment:" + change.segment() + "@" + change.since(),
                            identities.token(),
                            asOf,
                            change.since().plus(campaign.maximumAge()),
                            heard.getOrDefault(change.profile(), asOf),
                            Json.write(Json.object().put("segment", change.segment()))));
                }
            }
        }
        return decisions;
    }

    private List<Decision> byEvents(Map<UUID, PersonView> views, Collection<StoredEvent> events, Instant asOf) {
        List<Decision> decisions = new ArrayList<>();
        for (StoredEvent event : events) {
            Optional<PersonView> person = Optional.ofNullable(views.get(event.profile()));
            for (Campaign campaign : definitions.startedBy(new Trigger.Happening(event.type()))) {
                boolean young = asOf.isBefore(event.occurredAt().plus(campaign.maximumAge()));
                if (!event.backfill() && young && person.isPresent() && addressed(campaign, person.get(), event)) {
                    decisions.add(new Decision(
                            identities.id(),
                            event.profile(),
                            campaign,
                            "event:" + event.recordId(),
                            identities.token(),
                            asOf,
                            event.occurredAt().plus(campaign.maximumAge()),
                            event.receivedAt(),
                            Json.write(context(event))));
                }
            }
        }
        return decisions;
    }

    private static boolean addressed(Campaign campaign, PersonView person, StoredEvent event) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("type", event.type());
        event.amount().map(BigDecimal::doubleValue).ifPresent(amount -> variables.put("amount", amount));
        event.currency().ifPresent(currency -> variables.put("currency", currency));
        return campaign.audience().map(rule -> rule.holds(person, variables)).orElse(true);
    }

    private static ObjectNode context(StoredEvent event) {
        ObjectNode context = Json.object();
        ObjectNode values = context.putObject("event");
        values.put("type", event.type());
        values.put("amount", event.amount().map(BigDecimal::doubleValue).orElse(0.0));
        values.put("currency", event.currency().orElse(""));
        return context;
    }
}
