package io.attune.delivery;

import java.net.URI;

/**
 * How this hub writes text messages through Twilio.
 *
 * @param from a number in E.164, or the SID of a messaging service ({@code MG…})
 * @param publicUrl where the hub is reached from outside; status callbacks go there
 */
public record TwilioSettings(String accountSid, String authToken, String from, URI publicUrl) {

    @Override
    public String toString() {
        return "TwilioSettings[" + accountSid + "]";
    }
}
