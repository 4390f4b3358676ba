package io.attune.sandbox.population.source;

/**
 * What the hub knows one thing of one source by.
 *
 * @param source {@code salesforce}, {@code web} or {@code pos}
 * @param key the contact's id; {@code user:<id>} or {@code anonymous:<id>}; {@code loyalty:<id>}, {@code
 *     phone:<E.164>} or {@code receipt:<id>}, the last for sales that name nobody
 */
public record Entity(String source, String key) {
    public static Entity contact(String id) {
        return new Entity("salesforce", id);
    }

    public static Entity user(String userId) {
        return new Entity("web", "user:" + userId);
    }

    public static Entity anonymous(String anonymousId) {
        return new Entity("web", "anonymous:" + anonymousId);
    }

    public static Entity loyaltyCard(String loyaltyId) {
        return new Entity("pos", "loyalty:" + loyaltyId);
    }

    public static Entity phone(String e164) {
        return new Entity("pos", "phone:" + e164);
    }

    public static Entity receipt(String receipt) {
        return new Entity("pos", "receipt:" + receipt);
    }

    /** Whether it carries an identifier at all, so that it could be joined with others. */
    public boolean namesSomebody() {
        return !key.startsWith("receipt:");
    }
}
