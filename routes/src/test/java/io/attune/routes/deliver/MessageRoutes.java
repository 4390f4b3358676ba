package io.attune.routes.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.routes.HubRoutes;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every channel for messages must do; each has a test that extends this one. */
abstract class MessageRoutes {
    private final String name;
    private final String bean;
    private final Channel channel = new Channel();
    private HubRoutes routes;

    MessageRoutes(String name, String bean) {
        this.name = name;
        this.bean = bean;
    }

    @BeforeEach
    void startMessages() throws Exception {
        routes = HubRoutes.of("deliver/" + name + ".camel.yaml")
                .bean("outbox", channel)
                .bean("mailchimp", channel)
                .bean(bean, channel)
                .onlyFed("deliver-" + name + "-claim", "deliver-" + name + "-reconcile")
                .mock("deliver-" + name + "-send", "deliver-" + name + "-call")
                .mock("deliver-" + name + "-reconcile", "deliver-" + name + "-search-call")
                .start();
    }

    @AfterEach
    void stopMessages() {
        routes.close();
    }

    @Test
    void everyClaimedMessageIsSentAndItsOutcomeRecorded() {
        channel.due = IntStream.range(0, 25).mapToObj(number -> "m" + number).toList();

        claim();

        assertThat(routes.at(call()).getExchanges()).hasSize(25);
        assertThat(channel.outcomes).hasSize(25).allMatch(outcome -> outcome.endsWith(" answered"));
        assertThat(channel.waits).isEmpty();
    }

    @Test
    void whereNothingIsDueItWaitsToBeWoken() {
        claim();

        assertThat(channel.waits).containsExactly(name);
    }

    @Test
    void whatTheGateRefusesIsNotSent() {
        channel.due = List.of("m1");
        channel.permitted = false;

        claim();

        assertThat(routes.at(call()).getExchanges()).isEmpty();
        assertThat(channel.outcomes).isEmpty();
    }

    @Test
    void lostAnswerReachesTheOutcomeAndIsNotCalledAgain() {
        routes.at(call()).whenAnyExchangeReceived(exchange -> {
            throw new SocketTimeoutException("no answer");
        });
        channel.due = List.of("m1");

        claim();

        assertThat(channel.outcomes).containsExactly("m1 no answer");
        assertThat(routes.at(call()).getExchanges()).hasSize(1);
    }

    @Test
    void channelThatKeepsFailingIsLeftAloneForAWhile() {
        routes.at(call())
                .whenAnyExchangeReceived(exchange -> exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 503));
        for (int round = 0; round < 4; round++) {
            channel.due = IntStream.range(0, 10).mapToObj(number -> "m").toList();
            claim();
        }

        assertThat(channel.outcomes).hasSize(40).contains("m not called");
        assertThat(routes.at(call()).getExchanges()).hasSizeBetween(20, 39);
    }

    @Test
    void unknownMessagesAreLookedForAndNotSent() {
        channel.unknown = List.of("u1", "u2");

        routes.template().sendBody("direct:deliver-" + name + "-reconcile-in", null);

        assertThat(channel.outcomes).containsExactly("searched u1 answered", "searched u2 answered");
        assertThat(routes.at(call()).getExchanges()).isEmpty();
    }

    private String call() {
        return "deliver-" + name + "-call";
    }

    private void claim() {
        routes.template().sendBody("direct:deliver-" + name + "-claim-in", null);
    }
}
