package io.attune.sandbox.population.person;

import java.util.Optional;

/**
 * Through which doors the shop knows somebody.
 *
 * @param customerId of the account in the web shop
 * @param loyaltyId of the card that is shown at the till
 * @param contact whether sales people keep a contact in Salesforce
 * @param contactHasEmail whether that contact has an e-mail address
 * @param emailConsent what they said about marketing by e-mail when they joined, if they were asked
 * @param smsConsent the same about text messages
 */
public record Presence(
        Optional<String> customerId,
        Optional<String> loyaltyId,
        boolean contact,
        boolean contactHasEmail,
        Optional<Boolean> emailConsent,
        Optional<Boolean> smsConsent) {
    /** Whether the shop has an address to send mail to. */
    public boolean emailKnown() {
        return customerId.isPresent() || (contact && contactHasEmail);
    }
}
