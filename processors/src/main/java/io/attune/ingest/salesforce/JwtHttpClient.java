package io.attune.ingest.salesforce;

import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.component.salesforce.SalesforceHttpClient;
import org.eclipse.jetty.client.FormRequestContent;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.transport.HttpConversation;
import org.eclipse.jetty.client.transport.HttpRequest;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Camel's client of Salesforce, in which every login is an assertion of ours (docs/adr/0005). */
final class JwtHttpClient extends SalesforceHttpClient {
    private static final String TOKEN_PATH = "/services/oauth2/token";
    private static final String GRANT_TYPE = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    private final Supplier<String> assertions;

    JwtHttpClient(
            CamelContext camel, ExecutorService workers, SslContextFactory.Client tls, Supplier<String> assertions) {
        super(camel, workers, tls);
        this.assertions = assertions;
    }

    /** The first login. */
    @Override
    public Request newRequest(URI uri) {
        return isLogin(uri) ? new Login(new HttpConversation(), uri) : super.newRequest(uri);
    }

    /** A login after a session has ended. */
    @Override
    public HttpRequest newHttpRequest(HttpConversation conversation, URI uri) {
        return isLogin(uri) ? new Login(conversation, uri) : super.newHttpRequest(conversation, uri);
    }

    private static boolean isLogin(URI uri) {
        return uri.getPath() != null && uri.getPath().endsWith(TOKEN_PATH);
    }

    /** Whatever Camel would say to log in, it says the assertion. */
    private final class Login extends HttpRequest {
        Login(HttpConversation conversation, URI uri) {
            super(JwtHttpClient.this, conversation, uri);
        }

        @Override
        public Request body(Request.Content content) {
            Fields fields = new Fields();
            fields.put("grant_type", GRANT_TYPE);
            fields.put("assertion", assertions.get());
            return super.body(new FormRequestContent(fields));
        }
    }
}
