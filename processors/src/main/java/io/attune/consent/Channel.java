package io.attune.consent;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Where something leaves the hub.
 *
 * <p>{@code id} is what tables, definitions and routes call it; {@code consent} is the channel that a person agrees to;
 * {@code identifier} is the kind of identifier that serves as the address.
 */
public enum Channel {
    MAILCHIMP("mailchimp", "email", "email"),
    SMS("sms", "sms", "phone"),
    SALESFORCE("salesforce", "any", "salesforce_id");

    private final String id;
    private final String consent;
    private final String identifier;

    Channel(String id, String consent, String identifier) {
        this.id = id;
        this.consent = consent;
        this.identifier = identifier;
    }

    public String id() {
        return id;
    }

    public String consent() {
        return consent;
    }

    public String identifier() {
        return identifier;
    }

    /**
     * The channel of an id.
     *
     * @throws IllegalArgumentException naming what is allowed
     */
    public static Channel of(String id) {
        return Arrays.stream(values())
                .filter(channel -> channel.id.equals(id.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No channel \"" + id + "\"; there are "
                        + Arrays.stream(values()).map(Channel::id).collect(Collectors.joining(", "))));
    }
}
