package io.attune.sandbox.standin;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.Secrets;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.LocalServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The stand-ins on a port of their own, without Kafka and PostgreSQL, and a client that speaks to them. */
public final class Services implements AutoCloseable {
    public static final String SENDER = "+15005550006";
    public static final Secrets SECRETS = new Secrets(
            "",
            "",
            "",
            "",
            "client",
            "secret",
            "key-us1",
            "list1",
            "hook",
            "md-key",
            "md-hook",
            "AC" + "0".repeat(32),
            "token",
            "");

    private final HttpClient client = HttpClient.newHttpClient();
    private final LocalServer server;
    private final StandIns standIns;

    public Services(Path folder) {
        this.server = new LocalServer(0);
        this.standIns = new StandIns(
                folder.resolve("services.jsonl"),
                SECRETS,
                SENDER,
                server.url(),
                Clock.systemUTC(),
                () -> UUID.randomUUID().toString().replace("-", ""));
        standIns.mount(server);
        server.start();
    }

    /** What came back; a status of 0 means that the connection broke. */
    public record Answer(int status, JsonNode body, HttpResponse<String> response) {}

    public StandIns standIns() {
        return standIns;
    }

    public LocalServer server() {
        return server;
    }

    public String url() {
        return server.url();
    }

    public Answer mandrill(String operation, String fields) throws IOException, InterruptedException {
        return send(request("/mandrill/api/1.0" + operation)
                .POST(HttpRequest.BodyPublishers.ofString("{\"key\":\"md-key\"," + fields + "}")));
    }

    public Answer mailchimp(String method, String path, String body) throws IOException, InterruptedException {
        return send(request("/mailchimp/3.0" + path)
                .header("Authorization", basic("any", SECRETS.mailchimpApiKey()))
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer text(Map<String, String> form) throws IOException, InterruptedException {
        return twilio("POST", "/Messages.json", encoded(form));
    }

    public Answer twilio(String method, String path, String body) throws IOException, InterruptedException {
        String account = SECRETS.twilioAccountSid();
        return send(request("/twilio/2010-04-01/Accounts/" + account + path)
                .header("Authorization", basic(account, SECRETS.twilioAuthToken()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A token by client credentials. */
    public String salesforceToken() throws IOException, InterruptedException {
        return send(request("/salesforce/services/oauth2/token")
                        .POST(HttpRequest.BodyPublishers.ofString(encoded(Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "client",
                                "client_secret",
                                "secret")))))
                .body()
                .get("access_token")
                .asText();
    }

    public Answer salesforce(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        return send(request("/salesforce/services/data/v60.0" + path)
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    public Answer query(String token, String soql) throws IOException, InterruptedException {
        return salesforce(token, "GET", "/query?q=" + URLEncoder.encode(soql, StandardCharsets.UTF_8), "");
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(30));
    }

    public Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        boolean json = response.headers().firstValue("Content-Type").orElse("").contains("json");
        return new Answer(
                response.statusCode(), json ? Json.MAPPER.readTree(response.body()) : Json.object(), response);
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A file of the published contracts, which lie beside the checkout and do not ship with it. */
    public static Optional<Path> contract(String name) {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            Path file = folder.resolve("shared/contracts").resolve(name);
            if (file.toFile().exists()) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        server.close();
        standIns.close();
    }
}
