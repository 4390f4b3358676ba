package io.attune.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The one gate in front of every channel, asked at the moment of sending. Stateless and thread-safe.
 *
 * <p>A message or a mirrored state passes when the person's newest statement for that channel and purpose is an agreement
 * and the address is not suppressed. Salesforce holds no channel of its own: it passes when any channel is agreed to.
 */
public final class Gate {

    private static final List<String> CONSENT_CHANNELS = List.of("email", "sms");

    private final ConsentStore consents;
    private final SuppressionStore suppressions;

    public Gate(ConsentStore consents, SuppressionStore suppressions) {
        this.consents = consents;
        this.suppressions = suppressions;
    }

    /** A verdict for every profile asked about; {@code addresses} maps profiles to where they would be reached. */
    public Map<UUID, Verdict> ask(Handle handle, Channel channel, String purpose, Map<UUID, Address> addresses) {
        if (addresses.isEmpty()) {
            return Map.of();
        }
        Map<UUID, Map<String, Standing>> standings = consents.standings(handle, addresses.keySet(), purpose);
        Map<String, Suppression> suppressed = channel == Channel.SALESFORCE
                ? Map.of()
                : suppressions.find(handle, channel.consent(), hashes(addresses.values()));
        Map<UUID, Verdict> verdicts = new HashMap<>();
        addresses.forEach((profile, address) -> verdicts.put(
                profile,
                verdict(
                        standing(channel, standings.getOrDefault(profile, Map.of())),
                        Optional.ofNullable(suppressed.get(address.hash())))));
        return verdicts;
    }

    private static Standing standing(Channel channel, Map<String, Standing> byChannel) {
        if (channel != Channel.SALESFORCE) {
            return byChannel.getOrDefault(channel.consent(), Standing.SILENT);
        }
        List<Standing> all = CONSENT_CHANNELS.stream()
                .map(each -> byChannel.getOrDefault(each, Standing.SILENT))
                .toList();
        return all.stream()
                .filter(Standing::granted)
                .findFirst()
                .orElseGet(() -> all.stream()
                        .filter(each -> each.withdrawnAt().isPresent())
                        .findFirst()
                        .orElse(Standing.SILENT));
    }

    private static Verdict verdict(Standing standing, Optional<Suppression> suppression) {
        Optional<Suppression> inForce = suppression.filter(each -> !each.liftedBy(standing));
        if (inForce.isPresent()) {
            return new Verdict.Refused("address " + inForce.get().reason());
        }
        if (!standing.granted()) {
            return new Verdict.Refused(standing.withdrawnAt().isPresent() ? "consent withdrawn" : "no consent");
        }
        return new Verdict.Permitted(standing);
    }

    private static List<String> hashes(Collection<Address> addresses) {
        return addresses.stream().map(Address::hash).distinct().toList();
    }
}
