package io.attune.delivery;

import io.attune.consent.Address;
import io.attune.consent.Channel;
import java.util.UUID;

/** The delivery that a token belongs to, and where it went. */
public record KnownDelivery(UUID delivery, String campaign, Channel channel, String purpose, Address address) {}
