package io.attune.routes.feedback;

import java.util.Map;

class MailchimpTest extends ReportRoutes {
    MailchimpTest() {
        super(
                "feedback/mailchimp.camel.yaml",
                Map.of("feedback-mandrill", "mandrill", "feedback-mailchimp", "mailchimp"),
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe");
    }
}
