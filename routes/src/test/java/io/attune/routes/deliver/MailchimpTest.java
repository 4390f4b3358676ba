package io.attune.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailchimpTest extends MessageRoutes {
    MailchimpTest() {
        super("mailchimp", "mandrill");
    }

    @Test
    void newMembersGoInOneCallAndEachGetsItsTags() throws Exception {
        Channel channel = new Channel();
        try (HubRoutes routes = projections(channel)) {
            channel.due = List.of("a", "b");

            routes.template().sendBody("direct:deliver-mailchimp-project-in", null);

            assertThat(routes.at("deliver-mailchimp-create-call").getExchanges())
                    .hasSize(1);
            assertThat(routes.at("deliver-mailchimp-tags-call").getExchanges()).hasSize(2);
            assertThat(channel.outcomes)
                    .startsWith("batch answered")
                    .contains("member a answered", "tags a answered", "member b answered", "tags b answered")
                    .endsWith("recorded");
        }
    }

    @Test
    void memberWhoseCallFailsDoesNotHoldTheOthers() throws Exception {
        Channel channel = new Channel();
        try (HubRoutes routes = projections(channel)) {
            routes.at("deliver-mailchimp-member-call").whenExchangeReceived(1, exchange -> {
                throw new SocketTimeoutException("no answer");
            });
            channel.due = List.of("a", "b");

            routes.template().sendBody("direct:deliver-mailchimp-project-in", null);

            assertThat(channel.outcomes)
                    .filteredOn(outcome -> outcome.startsWith("member"))
                    .hasSize(2)
                    .anyMatch(outcome -> outcome.endsWith("no answer"))
                    .anyMatch(outcome -> outcome.endsWith("answered"));
            assertThat(channel.outcomes).endsWith("recorded");
        }
    }

    @Test
    void withNothingToMirrorItWaits() throws Exception {
        Channel channel = new Channel();
        try (HubRoutes routes = projections(channel)) {
            routes.template().sendBody("direct:deliver-mailchimp-project-in", null);

            assertThat(channel.waits).containsExactly("projection-mailchimp");
        }
    }

    @Test
    void missingMergeFieldsAreCreated() throws Exception {
        Channel channel = new Channel();
        try (HubRoutes routes = projections(channel)) {
            routes.template().sendBody("direct:deliver-mailchimp-merge-fields-in", null);

            assertThat(routes.at("deliver-mailchimp-merge-fields-create").getExchanges())
                    .hasSize(2);
            assertThat(channel.outcomes).containsExactly("create FNAME", "create SEGMENTS");
        }
    }

    private static HubRoutes projections(Channel channel) throws Exception {
        return HubRoutes.of("deliver/mailchimp.camel.yaml")
                .bean("outbox", channel)
                .bean("mandrill", channel)
                .bean("mailchimp", channel)
                .onlyFed("deliver-mailchimp-project", "deliver-mailchimp-merge-fields")
                .mock("deliver-mailchimp-project", "deliver-mailchimp-create-call")
                .mock("deliver-mailchimp-member", "deliver-mailchimp-member-call", "deliver-mailchimp-tags-call")
                .mock(
                        "deliver-mailchimp-merge-fields",
                        "deliver-mailchimp-merge-fields-list",
                        "deliver-mailchimp-merge-fields-create")
                .start();
    }
}
