package io.attune.it.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.command.HubNode;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.environment.Http;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** HTTPS with a certificate of the node's own, in a key store that nobody else opens. */
@ExtendWith(EnvironmentExtension.class)
class CertificateIT {
    private static final String WELL_KNOWN = "password";

    @Test
    void speaksHttpsWithTheCertificateOfItsKeyStore(Environment environment) throws Exception {
        HubNode node = environment.nodes().first().node();
        URI status = URI.create("https://localhost:" + node.https() + "/v1/status");

        // The certificate is made when the first caller comes.
        assertThat(answer(HttpClient.newBuilder().sslContext(trusting(null)).build(), status))
                .isNegative();
        KeyStore keys = KeyStore.getInstance(keyStore(node).toFile(), password(node));

        assertThat(answer(HttpClient.newBuilder().sslContext(trusting(keys)).build(), status))
                .isEqualTo(401);
    }

    @Test
    void guardsTheKeyStoreWithAPasswordThatNobodyKnows(Environment environment) throws Exception {
        HubNode node = environment.nodes().first().node();
        answer(
                HttpClient.newBuilder().sslContext(trusting(null)).build(),
                URI.create("https://localhost:" + node.https() + "/v1/status"));

        assertThatThrownBy(() -> KeyStore.getInstance(keyStore(node).toFile(), WELL_KNOWN.toCharArray()))
                .isInstanceOf(IOException.class);
    }

    private static int answer(HttpClient client, URI uri) throws InterruptedException {
        try {
            return client.send(Http.request(uri).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException refused) {
            return -1;
        }
    }

    /** @param trusted or {@code null} to trust whom the JDK trusts */
    private static SSLContext trusting(KeyStore trusted) throws Exception {
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    private static Path keyStore(HubNode node) {
        return node.folder().resolve("configuration/application.keystore");
    }

    private static char[] password(HubNode node) throws IOException {
        return Files.readString(node.folder().resolve("keystore-password"))
                .strip()
                .toCharArray();
    }
}
