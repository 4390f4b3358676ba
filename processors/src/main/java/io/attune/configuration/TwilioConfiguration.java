package io.attune.configuration;

import java.net.URI;

/** Twilio, which sends the SMS. */
public record TwilioConfiguration(URI url, String accountSid, String authToken, String from) {
    static TwilioConfiguration read(Values values) {
        return new TwilioConfiguration(
                values.url("attune.twilio.url"),
                values.text("attune.twilio.account-sid"),
                values.text("attune.twilio.auth-token"),
                values.text("attune.twilio.from"));
    }

    @Override
    public String toString() {
        return "Twilio at " + url;
    }
}
