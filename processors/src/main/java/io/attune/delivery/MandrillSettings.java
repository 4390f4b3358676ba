package io.attune.delivery;

import java.net.URI;

/**
 * How this hub writes e-mail through Mailchimp Transactional.
 *
 * @param fromEmail an address of a domain that the account may send from
 * @param publicUrl where the hub is reached from outside; links to unsubscribe start with it
 */
public record MandrillSettings(String apiKey, String fromEmail, String fromName, URI publicUrl) {

    @Override
    public String toString() {
        return "MandrillSettings[" + fromEmail + "]";
    }
}
