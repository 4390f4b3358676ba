package io.attune.routes.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import org.junit.jupiter.api.Test;

class MailchimpTest {
    @Test
    void reportOfMandrillGoesToKafkaBeforeItIsAnswered() throws Exception {
        try (HubRoutes routes = Reports.of(
                "feedback/mailchimp.camel.yaml",
                "feedback-mandrill",
                "feedback-mailchimp",
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-mandrill", "x")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("mandrill x");
        }
    }

    @Test
    void reportOfMailchimpGoesToKafkaBeforeItIsAnswered() throws Exception {
        try (HubRoutes routes = Reports.of(
                "feedback/mailchimp.camel.yaml",
                "feedback-mandrill",
                "feedback-mailchimp",
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-mailchimp", "x")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).containsExactly("mailchimp x");
        }
    }

    @Test
    void mandrillProbeIsAnsweredAndChangesNothing() throws Exception {
        try (HubRoutes routes = Reports.of(
                "feedback/mailchimp.camel.yaml",
                "feedback-mandrill",
                "feedback-mailchimp",
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-mandrill-probe", "")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).isEmpty();
        }
    }

    @Test
    void mailchimpProbeIsAnsweredAndChangesNothing() throws Exception {
        try (HubRoutes routes = Reports.of(
                "feedback/mailchimp.camel.yaml",
                "feedback-mandrill",
                "feedback-mailchimp",
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe")) {
            assertThat(Reports.status(Reports.report(routes, "feedback-mailchimp-probe", "")))
                    .isEqualTo(200);
            assertThat(routes.bodiesAt("feedback-records-to-kafka")).isEmpty();
        }
    }

    @Test
    void withoutKafkaTheSenderIsToldToReportAgain() throws Exception {
        try (HubRoutes routes = Reports.of(
                "feedback/mailchimp.camel.yaml",
                "feedback-mandrill",
                "feedback-mailchimp",
                "feedback-mandrill-probe",
                "feedback-mailchimp-probe")) {
            routes.at("feedback-records-to-kafka").whenAnyExchangeReceived(exchange -> {
                throw new IllegalStateException("no broker");
            });

            assertThat(Reports.status(Reports.report(routes, "feedback-mandrill", "x")))
                    .isEqualTo(503);
        }
    }
}
