package io.attune.ingest.salesforce;

import io.attune.configuration.RsaPrivateKeys;
import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.security.interfaces.RSAPrivateKey;
import java.time.Clock;
import org.apache.camel.component.salesforce.AuthenticationType;
import org.apache.camel.component.salesforce.SalesforceComponent;
import org.apache.camel.component.salesforce.SalesforceEndpointConfig;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * Camel's connection to Salesforce, which logs in by the connected app's secret, or, where there is a key, by assertions
 * that are signed with it. Set up by {@code routes/connections.camel.yaml}.
 */
public final class SalesforceConnection extends SalesforceComponent {
    private static final int WORKERS = 10;
    private static final int MOST_WORKERS = 20;
    private static final long CONNECT_MILLIS = 60_000;

    /** A query job's page may take a while to begin. */
    private static final long IDLE_MILLIS = 60_000;

    private String jwtUser = "";
    private String jwtKey = "";

    public SalesforceConnection() {
        setAuthenticationType(AuthenticationType.CLIENT_CREDENTIALS);
    }

    /** Version of Salesforce's API. */
    public void setApiVersion(String apiVersion) {
        ownConfig().setApiVersion(apiVersion);
    }

    public String getApiVersion() {
        return ownConfig().getApiVersion();
    }

    private SalesforceEndpointConfig ownConfig() {
        if (getConfig() == null) {
            setConfig(new SalesforceEndpointConfig());
        }
        return getConfig();
    }

    /** Whom assertions speak for. */
    public void setJwtUser(String jwtUser) {
        this.jwtUser = jwtUser;
    }

    public String getJwtUser() {
        return jwtUser;
    }

    /** The RSA key in PEM; empty for the connected app's secret. */
    public void setJwtKey(String jwtKey) {
        this.jwtKey = jwtKey;
    }

    @Override
    protected void doStart() throws Exception {
        setHttpClientIdleTimeout(IDLE_MILLIS);
        if (!jwtKey.isBlank()) {
            ownConfig().setHttpClient(client());
        }
        super.doStart();
    }

    private JwtHttpClient client() throws Exception {
        RSAPrivateKey key = RsaPrivateKeys.parse(jwtKey)
                .orElseThrow(() -> new AttuneException(
                        "SALESFORCE_JWT",
                        ErrorCategory.USER,
                        "attune.salesforce.jwt-key must be " + RsaPrivateKeys.ALLOWED));
        String audience = getJwtAudience() == null || getJwtAudience().isBlank() ? getLoginUrl() : getJwtAudience();
        SSLContextParameters parameters =
                getSslContextParameters() == null ? new SSLContextParameters() : getSslContextParameters();
        SslContextFactory.Client tls = new SslContextFactory.Client();
        tls.setSslContext(parameters.createSSLContext(getCamelContext()));
        JwtHttpClient client = new JwtHttpClient(
                getCamelContext(),
                getCamelContext()
                        .getExecutorServiceManager()
                        .newThreadPool(this, "SalesforceHttpClient", WORKERS, MOST_WORKERS),
                tls,
                new JwtAssertions(getClientId(), jwtUser, audience, key, Clock.systemUTC()));
        client.setConnectTimeout(CONNECT_MILLIS);
        client.setIdleTimeout(IDLE_MILLIS);
        return client;
    }
}
