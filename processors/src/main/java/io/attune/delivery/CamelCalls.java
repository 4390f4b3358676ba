package io.attune.delivery;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;

/** Between an exchange and the HTTP call that it stands for. */
public final class CamelCalls {

    private CamelCalls() {}

    /** Makes the exchange this call; whatever headers it had are gone, so that none leaks out. */
    public static void place(Exchange exchange, ChannelRequest request) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        request.headers().forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, request.path());
        request.query().ifPresent(query -> message.setHeader(Exchange.HTTP_QUERY, query));
        request.contentType().ifPresent(type -> message.setHeader(Exchange.CONTENT_TYPE, type));
        message.setBody(request.body().orElse(null));
    }

    /** What was answered, if anything was. */
    public static Optional<ChannelAnswer> answer(Exchange exchange) {
        Optional<Throwable> failure = failure(exchange);
        if (failure.isPresent()) {
            return failure.filter(ChannelUnavailable.class::isInstance)
                    .map(unavailable -> ((ChannelUnavailable) unavailable).answer());
        }
        Integer status = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        return Optional.ofNullable(status)
                .map(code -> new ChannelAnswer(
                        code,
                        Optional.ofNullable(exchange.getMessage().getBody(String.class))
                                .orElse("")));
    }

    /** Why nothing was answered, or the refusal that {@code verify} threw. */
    public static Optional<Throwable> failure(Exchange exchange) {
        Throwable thrown = exchange.getException();
        return Optional.ofNullable(
                thrown == null ? exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class) : thrown);
    }

    /**
     * Whether the circuit breaker was open, so that no call was made at all. Camel says "short circuited" whenever a
     * fallback ran, after a lost call too; only where no call was made is there no exception beside it.
     */
    public static boolean shortCircuited(Exchange exchange) {
        boolean fallback = Boolean.TRUE.equals(
                exchange.getProperty(ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_SHORT_CIRCUITED, Boolean.class));
        return fallback && failure(exchange).isEmpty();
    }

    /** Counts against the circuit breaker what a later call may mend. */
    public static void verify(Exchange exchange) {
        answer(exchange)
                .filter(answer -> answer.status() == 429 || answer.status() >= 500)
                .ifPresent(answer -> {
                    throw new ChannelUnavailable(answer);
                });
    }

    /** The failure is now an outcome: what follows in the route must not see it again. */
    public static void clear(Exchange exchange) {
        exchange.removeProperty(ExchangePropertyKey.EXCEPTION_CAUGHT);
        exchange.removeProperty(ExchangePropertyKey.CIRCUIT_BREAKER_RESPONSE_SHORT_CIRCUITED);
        exchange.getMessage().removeHeaders("*");
        exchange.getMessage().setBody(null);
    }
}
