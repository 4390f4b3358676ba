package io.attune.delivery;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import io.attune.consent.Gate;
import io.attune.consent.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Turns due deliveries into claims, a batch at a time: who is expired, unreachable, refused by the gate or already written
 * to ends here; the rest is {@code sending}. Runs in the caller's transaction.
 */
final class DeliveryClaims {

    private final DeliveryStore store;
    private final AddressBook addresses;
    private final Gate gate;

    DeliveryClaims(DeliveryStore store, AddressBook addresses, Gate gate) {
        this.store = store;
        this.addresses = addresses;
        this.gate = gate;
    }

    List<Claim> claim(Handle handle, Channel channel, int most, Instant now, Instant leaseUntil) {
        List<DueDelivery> due = store.lockDue(handle, channel, now, most);
        if (due.isEmpty()) {
            return List.of();
        }
        Map<UUID, String> expired = due.stream()
                .filter(each -> !each.expiresAt().isAfter(now))
                .collect(Collectors.toMap(DueDelivery::delivery, each -> "older than its campaign allows"));
        store.end(handle, "expired", expired);
        List<DueDelivery> live = ofSurvivors(
                handle,
                due.stream()
                        .filter(each -> !expired.containsKey(each.delivery()))
                        .toList());
        Map<UUID, Address> reached = addresses.addresses(handle, channel, profiles(live));
        Map<UUID, String> suppressed = refusals(handle, channel, live, reached);
        List<DueDelivery> permitted = without(live, suppressed.keySet());
        Set<UUID> taken = new HashSet<>(store.taken(handle, permitted, reached));
        taken.addAll(repeats(permitted, reached));
        taken.forEach(delivery -> suppressed.put(delivery, "address already written to"));
        store.end(handle, "suppressed", suppressed);
        List<Claim> claims = without(permitted, taken).stream()
                .map(each -> claim(each, channel, reached.get(each.profile()), leaseUntil))
                .toList();
        store.claim(handle, claims, reached, now);
        return claims;
    }

    private List<DueDelivery> ofSurvivors(Handle handle, List<DueDelivery> due) {
        if (due.isEmpty()) {
            return due;
        }
        Map<UUID, UUID> survivors = addresses.survivors(handle, profiles(due));
        return due.stream()
                .map(each -> each.of(survivors.getOrDefault(each.profile(), each.profile())))
                .toList();
    }

    private Map<UUID, String> refusals(
            Handle handle, Channel channel, List<DueDelivery> deliveries, Map<UUID, Address> reached) {
        Map<UUID, String> refusals = new HashMap<>();
        Map<String, List<DueDelivery>> byPurpose =
                deliveries.stream().collect(Collectors.groupingBy(DueDelivery::purpose));
        byPurpose.forEach((purpose, group) -> {
            Map<UUID, Address> asked = new HashMap<>(reached);
            asked.keySet().retainAll(profiles(group));
            Map<UUID, Verdict> verdicts = gate.ask(handle, channel, purpose, asked);
            for (DueDelivery each : group) {
                if (!asked.containsKey(each.profile())) {
                    refusals.put(each.delivery(), "no address");
                } else if (verdicts.get(each.profile()) instanceof Verdict.Refused refused) {
                    refusals.put(each.delivery(), refused.reason());
                }
            }
        });
        return refusals;
    }

    private static List<UUID> repeats(List<DueDelivery> deliveries, Map<UUID, Address> reached) {
        record Place(String campaign, String occurrence, String hash) {}
        Set<Place> seen = new HashSet<>();
        List<UUID> repeats = new ArrayList<>();
        for (DueDelivery each : deliveries) {
            if (!seen.add(new Place(
                    each.campaign(),
                    each.occurrence(),
                    reached.get(each.profile()).hash()))) {
                repeats.add(each.delivery());
            }
        }
        return repeats;
    }

    private static Claim claim(DueDelivery due, Channel channel, Address address, Instant leaseUntil) {
        return new Claim(
                due.delivery(),
                due.profile(),
                due.campaign(),
                due.occurrence(),
                channel,
                due.purpose(),
                address.value(),
                due.token(),
                due.attempts() + 1,
                leaseUntil,
                due.expiresAt(),
                due.context());
    }

    private static List<UUID> profiles(List<DueDelivery> deliveries) {
        return deliveries.stream().map(DueDelivery::profile).distinct().toList();
    }

    private static List<DueDelivery> without(List<DueDelivery> deliveries, Set<UUID> left) {
        return deliveries.stream()
                .filter(each -> !left.contains(each.delivery()))
                .toList();
    }
}
