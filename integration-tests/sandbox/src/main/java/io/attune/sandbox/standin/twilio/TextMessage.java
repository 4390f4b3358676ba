package io.attune.sandbox.standin.twilio;

import java.time.Instant;

/**
 * A text message as Twilio keeps it.
 *
 * @param direction outbound-api or inbound
 * @param callback address for status callbacks; empty for none
 * @param service the messaging service it went through; empty for none
 * @param errorCode 0 = none
 */
record TextMessage(
        String sid,
        String direction,
        String to,
        String from,
        String service,
        String body,
        String status,
        String callback,
        Instant created,
        Instant updated,
        int errorCode) {
    TextMessage in(String newStatus, Instant at) {
        return new TextMessage(sid, direction, to, from, service, body, newStatus, callback, created, at, errorCode);
    }

    TextMessage failed(String newStatus, int code, Instant at) {
        return new TextMessage(sid, direction, to, from, service, body, newStatus, callback, created, at, code);
    }
}
