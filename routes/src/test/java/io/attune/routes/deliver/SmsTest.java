package io.attune.routes.deliver;

class SmsTest extends MessageRoutes {
    SmsTest() {
        super("sms", "twilio");
    }
}
