package io.attune.delivery.projection;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import io.attune.consent.Gate;
import io.attune.consent.Standing;
import io.attune.consent.Suppression;
import io.attune.consent.SuppressionStore;
import io.attune.consent.Verdict;
import io.attune.database.Database;
import io.attune.delivery.AddressBook;
import io.attune.delivery.BackOff;
import io.attune.delivery.DeliveryPolicy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * States on their way into channels. Thread-safe; any number of nodes may share the table. Every method is its own
 * transaction.
 *
 * <p>The consent gate is asked as a batch is claimed, which is when it is sent. Who refused after the channel had taken a
 * state is claimed once more, as a retraction.
 */
public final class Projections {

    private static final String PURPOSE = "marketing";

    private final Database database;
    private final ProjectionStore store;
    private final Gate gate;
    private final AddressBook addresses;
    private final SuppressionStore suppressions;
    private final DeliveryPolicy policy;
    private final BackOff backOff;
    private final Clock clock;

    public Projections(
            Database database,
            ProjectionStore store,
            Gate gate,
            AddressBook addresses,
            SuppressionStore suppressions,
            DeliveryPolicy policy,
            BackOff backOff,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.gate = gate;
        this.addresses = addresses;
        this.suppressions = suppressions;
        this.policy = policy;
        this.backOff = backOff;
        this.clock = clock;
    }

    /** Claims at most {@code most} states that are due. */
    public List<ProjectionClaim> claim(Channel channel, int most) {
        Instant now = clock.instant();
        return database.inTransaction(handle -> claim(handle, channel, most, now));
    }

    private List<ProjectionClaim> claim(Handle handle, Channel channel, int most, Instant now) {
        List<ProjectionStore.DueProjection> due = store.lockDue(handle, channel, now, most);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Address>> known = addresses.allAddresses(
                handle,
                channel,
                due.stream().map(ProjectionStore.DueProjection::profile).toList());
        Map<UUID, Address> asked = new HashMap<>();
        known.forEach((profile, all) -> asked.put(profile, all.get(0)));
        Map<UUID, Verdict> verdicts = gate.ask(handle, channel, PURPOSE, asked);

        List<ProjectionClaim> claims = new ArrayList<>();
        Map<ProjectionStore.ProjectionKey, String> suppressed = new HashMap<>();
        for (ProjectionStore.DueProjection each : due) {
            List<Address> where = known.getOrDefault(each.profile(), List.of());
            if (where.isEmpty()) {
                suppressed.put(each.key(), "no address");
            } else if (verdicts.get(each.profile()) instanceof Verdict.Permitted permitted) {
                claims.add(claim(each, channel, where, permitted.standing()));
            } else if (each.acknowledgedAt().isPresent()) {
                claims.add(retraction(each, channel, where));
            } else if (verdicts.get(each.profile()) instanceof Verdict.Refused refused) {
                suppressed.put(each.key(), refused.reason());
            }
        }
        store.ended(handle, channel, "suppressed", suppressed);
        store.claim(
                handle, channel, claims.stream().map(ProjectionClaim::profile).toList(), now.plus(policy.lease()));
        return claims;
    }

    private static ProjectionClaim claim(
            ProjectionStore.DueProjection due, Channel channel, List<Address> where, Standing standing) {
        boolean returned = standing.returned()
                && due.acknowledgedAt()
                        .map(at -> standing.grantedAt().orElseThrow().isAfter(at))
                        .orElse(true);
        return new ProjectionClaim(
                due.profile(),
                due.desired(),
                due.hash(),
                of(channel, where),
                due.acknowledgedAt(),
                false,
                returned,
                due.attempts() + 1);
    }

    private static ProjectionClaim retraction(ProjectionStore.DueProjection due, Channel channel, List<Address> where) {
        return new ProjectionClaim(
                due.profile(),
                due.desired(),
                due.hash(),
                of(channel, where),
                due.acknowledgedAt(),
                true,
                false,
                due.attempts() + 1);
    }

    // A person is one member of an audience, but may be several contacts of a CRM.
    private static List<Address> of(Channel channel, List<Address> where) {
        return channel == Channel.SALESFORCE ? where : where.subList(0, 1);
    }

    /** Records how a batch fared, in one transaction. */
    public void record(Channel channel, Collection<ProjectionOutcome> outcomes) {
        Instant now = clock.instant();
        List<ProjectionOutcome.Acknowledged> acknowledged = new ArrayList<>();
        List<ProjectionOutcome.Retry> retries = new ArrayList<>();
        List<ProjectionOutcome.Held> held = new ArrayList<>();
        Map<ProjectionStore.ProjectionKey, String> failed = new HashMap<>();
        List<ProjectionOutcome.Refused> refused = new ArrayList<>();
        for (ProjectionOutcome outcome : outcomes) {
            if (outcome instanceof ProjectionOutcome.Acknowledged each) {
                acknowledged.add(each);
            } else if (outcome instanceof ProjectionOutcome.Failed each) {
                failed.put(key(each), each.reason());
            } else if (outcome instanceof ProjectionOutcome.Refused each) {
                refused.add(each);
            } else if (outcome instanceof ProjectionOutcome.Held each) {
                held.add(each);
            } else if (outcome instanceof ProjectionOutcome.Retry each) {
                if (each.claim().attempt() >= policy.maximumAttempts()) {
                    failed.put(key(each), "gave up after " + each.claim().attempt() + " attempts: " + each.reason());
                } else {
                    retries.add(each);
                }
            }
        }
        database.useTransaction(handle -> {
            store.acknowledged(handle, channel, acknowledged, now);
            store.later(handle, channel, retries, claim -> now.plus(backOff.after(claim.attempt())));
            store.held(handle, channel, held);
            store.ended(handle, channel, "failed", failed);
            refuse(handle, channel, refused, now);
        });
    }

    private void refuse(Handle handle, Channel channel, List<ProjectionOutcome.Refused> refused, Instant now) {
        Map<ProjectionStore.ProjectionKey, String> reasons = new HashMap<>();
        for (ProjectionOutcome.Refused each : refused) {
            reasons.put(key(each), each.reason());
            suppressions.suppress(
                    handle, channel.consent(), each.claim().address().hash(), Suppression.COMPLIANCE, now);
        }
        store.ended(handle, channel, "suppressed", reasons);
    }

    private static ProjectionStore.ProjectionKey key(ProjectionOutcome outcome) {
        return new ProjectionStore.ProjectionKey(
                outcome.claim().profile(), outcome.claim().hash());
    }

    /** States whose node never reported are due again. Returns how many. */
    public int recover() {
        Instant now = clock.instant();
        return database.inTransaction(handle -> store.leasesRunOut(handle, now));
    }
}
