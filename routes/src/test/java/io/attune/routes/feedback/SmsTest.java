package io.attune.routes.feedback;

import java.util.Map;

class SmsTest extends ReportRoutes {
    SmsTest() {
        super(
                "feedback/sms.camel.yaml",
                Map.of("feedback-twilio-status", "status", "feedback-twilio-inbound", "inbound"));
    }
}
