package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.security.PublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** OAuth by client credentials or by signed assertions, and the count of calls that an organization is allowed. Thread-safe. */
final class Sessions {
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    static final String ORGANIZATION = SalesforceId.of("00D", 1);
    static final String USER = SalesforceId.of("005", 1);

    private final String clientId;
    private final String clientSecret;
    private final String url;
    private final Clock clock;
    private final Supplier<String> ids;
    private final Set<String> tokens = ConcurrentHashMap.newKeySet();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong limit = new AtomicLong(1_000_000);

    private volatile Trusted trusted;

    /** Who may log in by assertions. */
    private record Trusted(String user, PublicKey key) {}

    Sessions(String clientId, String clientSecret, String url, Clock clock, Supplier<String> ids) {
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.url = url;
        this.clock = clock;
        this.ids = ids;
    }

    Response token(Request request) {
        Map<String, List<String>> form = request.form();
        String grantType = only(form, "grant_type");
        if (grantType.equals(JWT_BEARER)) {
            return asserted(only(form, "assertion"));
        }
        if (!grantType.equals("client_credentials")) {
            return refused("unsupported_grant_type", "grant type not supported");
        }
        if (!only(form, "client_id").equals(clientId)) {
            return refused("invalid_client_id", "client identifier invalid");
        }
        if (!only(form, "client_secret").equals(clientSecret)) {
            return refused("invalid_client", "invalid client credentials");
        }
        return session();
    }

    private Response asserted(String text) {
        Optional<Trusted> asserting = Optional.ofNullable(trusted);
        if (asserting.isEmpty()) {
            return refused("invalid_grant", "the connected app has no certificate");
        }
        return Assertion.of(text)
                .map(assertion -> assertion
                        .problem(
                                clientId,
                                asserting.get().user(),
                                url,
                                asserting.get().key(),
                                clock)
                        .map(problem -> refused("invalid_grant", problem))
                        .orElseGet(this::session))
                .orElseGet(() -> refused("invalid_grant", "invalid assertion"));
    }

    /** Lets a user log in by assertions that are signed with the private part of a key. */
    void trust(String user, PublicKey key) {
        trusted = new Trusted(user, key);
    }

    private Response session() {
        String token = ORGANIZATION + "!" + ids.get();
        tokens.add(token);
        return Response.json(
                200,
                Json.object()
                        .put("access_token", token)
                        .put("signature", ids.get())
                        .put("scope", "api")
                        .put("instance_url", url)
                        .put("id", url + "/id/" + ORGANIZATION + "/" + USER)
                        .put("token_type", "Bearer")
                        .put("issued_at", Long.toString(clock.millis())));
    }

    Response revoke(Request request) {
        tokens.remove(only(request.form(), "token"));
        request.query("token").ifPresent(tokens::remove);
        return Response.empty(200);
    }

    void end() {
        tokens.clear();
    }

    /** Refuses a request without a token of ours, and counts the others. */
    void authenticate(Request request) {
        boolean known = request.header("Authorization")
                .map(value -> value.replaceFirst("^(Bearer|OAuth) ", ""))
                .filter(tokens::contains)
                .isPresent();
        if (!known) {
            throw SalesforceErrors.expired();
        }
        if (calls.get() >= limit.get()) {
            throw SalesforceErrors.exhausted();
        }
        calls.incrementAndGet();
    }

    void limit(long most) {
        limit.set(most);
    }

    long limit() {
        return limit.get();
    }

    /** An answer, with how many of the organization's calls are used up. */
    Response json(int status, Object body) {
        return limited(Response.json(status, body));
    }

    Response limited(Response response) {
        return response.with("Sforce-Limit-Info", "api-usage=" + calls.get() + "/" + limit.get());
    }

    long calls() {
        return calls.get();
    }

    String url() {
        return url;
    }

    private static Response refused(String error, String description) {
        ObjectNode body = Json.object().put("error", error).put("error_description", description);
        return Response.json(400, body);
    }

    private static String only(Map<String, List<String>> form, String name) {
        return form.getOrDefault(name, List.of("")).get(0);
    }
}
