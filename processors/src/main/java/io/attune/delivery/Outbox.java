package io.attune.delivery;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import io.attune.consent.Gate;
import io.attune.consent.SuppressionStore;
import io.attune.consent.Verdict;
import io.attune.database.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Messages on their way out, each sent at most once (bean {@code outbox}). Thread-safe; any number of nodes may share the
 * table. Every method is its own transaction, and must not be called inside another.
 *
 * <p>A claim commits {@code sending} with a lease before the call. An answer that never came leaves the delivery
 * {@code unknown}; it is sent again only when the channel, asked by our token, does not have it.
 */
public final class Outbox {

    private static final int CLAIM_TRIES = 3;
    private static final Duration FIRST_SEARCH = Duration.ofSeconds(2);

    private final Database database;
    private final Gate gate;
    private final AddressBook addresses;
    private final SuppressionStore suppressions;
    private final DeliveryPolicy policy;
    private final BackOff backOff;
    private final Clock clock;
    private final OutboxSignal signal;
    private final DeliveryClaims claims;
    private final OutcomeStore outcomes = new OutcomeStore();

    public Outbox(
            Database database,
            Gate gate,
            AddressBook addresses,
            SuppressionStore suppressions,
            DeliveryPolicy policy,
            BackOff backOff,
            Clock clock,
            OutboxSignal signal) {
        this.database = database;
        this.gate = gate;
        this.addresses = addresses;
        this.suppressions = suppressions;
        this.policy = policy;
        this.backOff = backOff;
        this.clock = clock;
        this.signal = signal;
        this.claims = new DeliveryClaims(new DeliveryStore(), addresses, gate);
    }

    /**
     * Waits until something may be due in this queue, at most a second. Queues are {@code mailchimp} and {@code sms} for
     * messages, {@code projection-mailchimp} and {@code projection-salesforce} for projections.
     */
    public void await(String queue) throws InterruptedException {
        signal.await(queue);
    }

    /** Claims at most {@code most} due deliveries of a channel ({@code mailchimp}, {@code sms}); empty when none is due. */
    public List<Claim> claim(String channel, int most) {
        for (int attempt = 1; ; attempt++) {
            try {
                Instant now = clock.instant();
                return database.inTransaction(
                        handle -> claims.claim(handle, Channel.of(channel), most, now, now.plus(policy.lease())));
            } catch (RuntimeException e) {
                // Another node won the same address: its row is committed now, and the next try sees it.
                if (attempt == CLAIM_TRIES || !SqlStates.uniqueViolation(e)) {
                    throw e;
                }
            }
        }
    }

    /**
     * The gate, immediately before the call. When it refuses, or too little of the lease is left for a call, the delivery
     * ends or goes back, and false is returned.
     */
    public boolean permits(Claim claim) {
        Instant now = clock.instant();
        if (now.plus(policy.lease().dividedBy(2)).isAfter(claim.leaseUntil())) {
            database.useHandle(handle -> outcomes.later(handle, claim, "pending", "not sent within its lease", now));
            return false;
        }
        return database.inTransaction(handle -> {
            Optional<Address> address = Optional.ofNullable(addresses
                    .addresses(handle, claim.channel(), List.of(claim.profile()))
                    .get(claim.profile()));
            Optional<String> refusal = refusal(handle, claim, address);
            refusal.ifPresent(reason -> outcomes.ended(handle, claim, "suppressed", reason));
            return refusal.isEmpty();
        });
    }

    private Optional<String> refusal(Handle handle, Claim claim, Optional<Address> address) {
        if (address.map(Address::value).filter(claim.address()::equals).isEmpty()) {
            return Optional.of("address changed");
        }
        Verdict verdict = gate.ask(handle, claim.channel(), claim.purpose(), Map.of(claim.profile(), address.get()))
                .get(claim.profile());
        return verdict instanceof Verdict.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /** Records how an attempt ended. */
    public void record(Claim claim, Outcome outcome) {
        Instant now = clock.instant();
        database.useTransaction(handle -> {
            if (outcome instanceof Outcome.Sent sent) {
                outcomes.sent(handle, claim.delivery(), sent.messageId(), now);
            } else if (outcome instanceof Outcome.Failed failed) {
                outcomes.ended(handle, claim, "failed", failed.reason());
            } else if (outcome instanceof Outcome.Refused refused) {
                refuse(handle, claim, refused.reason(), now);
            } else if (outcome instanceof Outcome.Retry retry) {
                retry(handle, claim, retry.reason(), now);
            } else if (outcome instanceof Outcome.Unknown unknown) {
                outcomes.later(handle, claim, "unknown", unknown.reason(), now.plus(FIRST_SEARCH));
            }
        });
    }

    private void refuse(Handle handle, Claim claim, String reason, Instant now) {
        outcomes.ended(handle, claim, "suppressed", reason);
        Optional.ofNullable(addresses
                        .addresses(handle, claim.channel(), List.of(claim.profile()))
                        .get(claim.profile()))
                .filter(address -> address.value().equals(claim.address()))
                .ifPresent(address ->
                        suppressions.suppress(handle, claim.channel().consent(), address.hash(), reason, now));
    }

    private void retry(Handle handle, Claim claim, String reason, Instant now) {
        if (claim.attempt() >= policy.maximumAttempts()) {
            outcomes.ended(handle, claim, "failed", "gave up after " + claim.attempt() + " attempts: " + reason);
            return;
        }
        outcomes.later(handle, claim, "pending", reason, now.plus(backOff.after(claim.attempt())));
    }

    /**
     * Takes at most {@code most} deliveries of a channel whose fate is unknown, to be looked for; nobody else is given them
     * for the length of a lease.
     */
    public List<UnknownDelivery> claimUnknown(String channel, int most) {
        Channel asked = Channel.of(channel);
        Instant now = clock.instant();
        return database.inTransaction(handle -> {
            List<UnknownDelivery> unknown = new ArrayList<>();
            for (OutcomeStore.LockedUnknown each :
                    outcomes.lockUnknown(handle, asked, now, most, now.plus(policy.lease()))) {
                addressOf(handle, asked, each)
                        .ifPresent(address -> unknown.add(new UnknownDelivery(
                                each.delivery(),
                                asked,
                                address.value(),
                                each.token(),
                                each.attemptedAt(),
                                outcomes.accountedFor(handle, asked, each.hash()),
                                outcomes.rivals(handle, asked, each.hash()))));
            }
            return unknown;
        });
    }

    private Optional<Address> addressOf(Handle handle, Channel channel, OutcomeStore.LockedUnknown unknown) {
        return addresses.byHash(handle, channel, unknown.hash());
    }

    /** Settles a delivery that was looked for, or leaves it for a later search. */
    public void reconciled(UnknownDelivery unknown, Reconciliation reconciliation) {
        Instant now = clock.instant();
        database.useTransaction(handle -> {
            if (reconciliation instanceof Reconciliation.Found found) {
                outcomes.sent(handle, unknown.delivery(), found.messageId(), now);
            } else if (reconciliation instanceof Reconciliation.Undecided undecided) {
                outcomes.stillUnknown(handle, unknown.delivery(), undecided.reason(), now.plus(backOff.after(3)));
            } else if (now.isBefore(unknown.attemptedAt().plus(policy.lease()).plus(policy.settle()))) {
                outcomes.stillUnknown(handle, unknown.delivery(), "not at the channel yet", now.plus(backOff.after(2)));
            } else {
                outcomes.again(handle, unknown.delivery(), now);
            }
        });
    }

    /** Finds claims whose node never reported: they become unknown. Returns how many. */
    public int recover() {
        Instant now = clock.instant();
        return database.inTransaction(handle -> outcomes.leasesRunOut(handle, now));
    }
}
