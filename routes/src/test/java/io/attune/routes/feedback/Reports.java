package io.attune.routes.feedback;

import io.attune.ingest.HttpAnswers;
import io.attune.routes.HubRoutes;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** The feedback routes with a stand-in for the bean that reads reports, and with Kafka replaced. */
final class Reports {
    private Reports() {}

    static HubRoutes of(String file, String... fed) throws Exception {
        HubRoutes routes = HubRoutes.of(file, "feedback/records.camel.yaml")
                .bean("feedback", new Reader())
                .bean("answers", new HttpAnswers());
        for (String route : fed) {
            routes.feed(route);
        }
        return routes.mock("feedback-records", "feedback-records-to-kafka").start();
    }

    static Message report(HubRoutes routes, String route, String body) {
        return routes.template()
                .request("direct:" + route + "-in", exchange -> {
                    exchange.getMessage().setHeader("kafka.OVERRIDE_TOPIC", "elsewhere");
                    exchange.getMessage().setBody(body);
                })
                .getMessage();
    }

    static int status(Message answer) {
        return answer.getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
    }

    /** A record that a report became. */
    public record Report(String partitionKey, String json) {}

    /** Stands for the bean {@code feedback}: a report is one record whose text says which kind of report it was. */
    public static final class Reader {
        public void mandrill(Exchange exchange) {
            read(exchange, "mandrill");
        }

        public void mailchimp(Exchange exchange) {
            read(exchange, "mailchimp");
        }

        public void twilioStatus(Exchange exchange) {
            read(exchange, "status");
        }

        public void twilioInbound(Exchange exchange) {
            read(exchange, "inbound");
        }

        public void unsubscribePage(Exchange exchange) {
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setBody(List.of());
        }

        public void unsubscribe(Exchange exchange) {
            read(exchange, "unsubscribe");
        }

        public void answer(Exchange exchange) {
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
            exchange.getMessage().setBody("done");
        }

        private static void read(Exchange exchange, String kind) {
            String body = exchange.getMessage().getBody(String.class);
            exchange.getMessage().removeHeaders("*");
            exchange.getMessage().setBody(List.of(new Report("email:" + body, kind + " " + body)));
        }
    }
}
