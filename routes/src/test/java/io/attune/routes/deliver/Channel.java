package io.attune.routes.deliver;

import io.attune.delivery.CamelCalls;
import io.attune.delivery.ChannelAnswer;
import io.attune.delivery.ChannelUnavailable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;

/** Stands for the outbox and for a channel's beans: hands out work, and notes what came of it. Thread-safe. */
public final class Channel {
    final List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
    final List<String> waits = Collections.synchronizedList(new ArrayList<>());
    volatile List<String> due = List.of();
    volatile List<String> unknown = List.of();
    volatile boolean permitted = true;

    /** Of the outbox: what is due, once. */
    public List<String> claim(String channel, int most) {
        List<String> claimed = due;
        due = List.of();
        return claimed;
    }

    /** Of a projection: what is due, once. */
    public List<String> claim(int most) {
        return claim("any", most);
    }

    public List<String> claimUnknown(String channel, int most) {
        return unknown;
    }

    public void await(String queue) {
        waits.add(queue);
    }

    public void prepare(Exchange exchange) {
        exchange.setProperty("claim", exchange.getMessage().getBody(String.class));
        exchange.setProperty("attuneSend", permitted);
    }

    public void verify(Exchange exchange) {
        int status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
        if (status >= 500) {
            throw new ChannelUnavailable(new ChannelAnswer(status, ""));
        }
    }

    public void answered(Exchange exchange) {
        outcomes.add(exchange.getProperty("claim") + " " + fate(exchange));
    }

    public void prepareSearch(Exchange exchange) {
        prepare(exchange);
    }

    public void searched(Exchange exchange) {
        outcomes.add("searched " + exchange.getProperty("claim") + " " + fate(exchange));
    }

    public void prepareBatch(Exchange exchange) {
        exchange.setProperty("attuneBatch", exchange.getMessage().getBody());
        exchange.setProperty("claim", "batch");
        exchange.setProperty("attuneSend", true);
    }

    public void batchAnswered(Exchange exchange) {
        answered(exchange);
    }

    public void members(Exchange exchange) {
        exchange.getMessage().setBody(exchange.getProperty("attuneBatch"));
    }

    public void prepareMember(Exchange exchange) {
        prepare(exchange);
    }

    public void memberAnswered(Exchange exchange) {
        outcomes.add("member " + exchange.getProperty("claim") + " " + fate(exchange));
        exchange.removeProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
    }

    public void prepareTags(Exchange exchange) {
        exchange.setProperty("attuneSend", permitted);
    }

    public void tagsAnswered(Exchange exchange) {
        outcomes.add("tags " + exchange.getProperty("claim") + " " + fate(exchange));
    }

    public void record() {
        outcomes.add("recorded");
    }

    public void prepareMergeFields(Exchange exchange) {
        exchange.getMessage().setBody("list");
    }

    public void missingMergeFields(Exchange exchange) {
        exchange.getMessage().setBody(List.of("FNAME", "SEGMENTS"));
    }

    public void place(Exchange exchange) {
        outcomes.add("create " + exchange.getMessage().getBody(String.class));
    }

    private static String fate(Exchange exchange) {
        if (CamelCalls.shortCircuited(exchange)) {
            return "not called";
        }
        return CamelCalls.failure(exchange).map(Throwable::getMessage).orElse("answered");
    }
}
