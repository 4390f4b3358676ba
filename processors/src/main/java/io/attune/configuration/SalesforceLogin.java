package io.attune.configuration;

import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;

/** How the hub says to Salesforce who it is: by the connected app's secret, or by assertions that it signs. */
public sealed interface SalesforceLogin {
    String SECRET = "attune.salesforce.client-secret";
    String USER = "attune.salesforce.jwt-user";
    String KEY = "attune.salesforce.jwt-key";
    String AUDIENCE = "attune.salesforce.jwt-audience";

    /** OAuth 2.0 client credentials. */
    record ClientCredentials(String secret) implements SalesforceLogin {
        @Override
        public String toString() {
            return "client credentials";
        }
    }

    /**
     * OAuth 2.0 JWT bearer (RFC 7523).
     *
     * @param user whom assertions speak for
     * @param audience whom they are meant for
     */
    record JwtBearer(String user, RSAPrivateKey key, String audience) implements SalesforceLogin {
        @Override
        public String toString() {
            return "JWT bearer of " + user;
        }
    }

    /**
     * Reads which one is configured.
     *
     * @throws ConfigurationException unless it is exactly one
     */
    static SalesforceLogin read(Values values) {
        boolean secret = values.find(SECRET).isPresent();
        boolean signed = values.find(KEY).isPresent() || values.find(USER).isPresent();
        if (secret == signed) {
            throw new ConfigurationException(
                    "CONFIGURATION_SALESFORCE_LOGIN",
                    (secret ? "both " : "neither ") + SECRET + (secret ? " and " : " nor ") + KEY + " with " + USER
                            + (secret ? " are set: remove one of them," : " is set: give one of them,")
                            + " so that it is clear how to log in to Salesforce (docs/read-salesforce.md)");
        }
        if (secret) {
            return new ClientCredentials(values.text(SECRET));
        }
        RSAPrivateKey key =
                RsaPrivateKeys.parse(values.text(KEY)).orElseThrow(() -> values.bad(KEY, RsaPrivateKeys.ALLOWED, null));
        String audience = Optional.of(AUDIENCE)
                .flatMap(values::find)
                .orElseGet(() -> values.url("attune.salesforce.login-url").toString());
        return new JwtBearer(values.text(USER), key, audience);
    }
}
