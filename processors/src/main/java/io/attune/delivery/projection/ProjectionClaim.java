package io.attune.delivery.projection;

import io.attune.consent.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One person's state on its way into a channel, held by this node until its lease runs out.
 *
 * @param hash of {@code desired}, in hexadecimal: what the channel will have acknowledged
 * @param addresses where the person is known to the channel, one or more
 * @param acknowledgedAt when the channel last took a state of this person; empty when it never did
 * @param retracted whether the person refused meanwhile, so that the channel must forget instead
 * @param returned when the person agreed again after a refusal, later than the channel last heard of it
 * @param attempt 1 for the first
 */
public record ProjectionClaim(
        UUID profile,
        DesiredState desired,
        String hash,
        List<Address> addresses,
        Optional<Instant> acknowledgedAt,
        boolean retracted,
        boolean returned,
        int attempt) {

    public ProjectionClaim {
        addresses = List.copyOf(addresses);
    }

    public Address address() {
        return addresses.get(0);
    }

    @Override
    public String toString() {
        return "ProjectionClaim[" + profile + " attempt " + attempt + "]";
    }
}
