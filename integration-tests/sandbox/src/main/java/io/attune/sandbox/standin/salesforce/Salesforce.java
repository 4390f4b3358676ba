package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.http.Router;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.store.Journal;
import java.security.PublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A stand-in for a Salesforce organization that holds contacts, leads and cases. Thread-safe. */
public final class Salesforce {
    private final StandIn standIn;
    private final Map<ObjectType, SObjects> objects = new LinkedHashMap<>();
    private final Sessions sessions;
    private final BulkJobs bulkJobs;

    /**
     * Declares its tables; usable when the journal is open.
     *
     * @param url where this stand-in is reached, which a token's answer names
     * @param ids makes ids of 32 hexadecimal digits
     */
    public Salesforce(
            String clientId, String clientSecret, String url, Journal journal, Clock clock, Supplier<String> ids) {
        for (ObjectType type : List.of(ObjectType.CONTACT, ObjectType.LEAD, ObjectType.CASE)) {
            objects.put(type, new SObjects(type, journal, clock));
        }
        this.sessions = new Sessions(clientId, clientSecret, url, clock, ids);
        this.bulkJobs = new BulkJobs(sessions, objects, clock);
        QueryApi query = new QueryApi(sessions, objects, ids);
        ContactApi contact = new ContactApi(sessions, contacts());
        DescribeApi describe = new DescribeApi(sessions, List.copyOf(objects.keySet()));
        String version = "/services/data/{version}";
        String kinds = version + "/sobjects";
        this.standIn = new StandIn(
                new Router("/salesforce")
                        .route("POST", "/services/oauth2/token", sessions::token)
                        .route("POST", "/services/oauth2/revoke", sessions::revoke)
                        .route("GET", "/services/oauth2/userinfo", describe::user)
                        .route("GET", "/services/data", describe::versions)
                        .route("GET", "/services/data/", describe::versions)
                        .route("GET", version, describe::resources)
                        .route("GET", version + "/", describe::resources)
                        .route("GET", version + "/limits", describe::limits)
                        .route("GET", version + "/limits/", describe::limits)
                        .route("GET", version + "/query", query::query)
                        .route("GET", version + "/query/", query::query)
                        .route("GET", version + "/queryAll", query::queryAll)
                        .route("GET", version + "/queryAll/", query::queryAll)
                        .route("GET", version + "/query/{locator}", query::more)
                        .route("GET", version + "/queryAll/{locator}", query::more)
                        .route("GET", kinds, describe::objects)
                        .route("GET", kinds + "/", describe::objects)
                        .route("POST", version + "/jobs/query", bulkJobs::create)
                        .route("POST", version + "/jobs/query/", bulkJobs::create)
                        .route("GET", version + "/jobs/query/{id}", bulkJobs::state)
                        .route("PATCH", version + "/jobs/query/{id}", bulkJobs::change)
                        .route("DELETE", version + "/jobs/query/{id}", bulkJobs::delete)
                        .route("GET", version + "/jobs/query/{id}/results", bulkJobs::results)
                        .route("GET", kinds + "/{object}", describe::object)
                        .route("GET", kinds + "/{object}/describe", describe::object)
                        .route("GET", kinds + "/{object}/describe/", describe::object)
                        .route("POST", kinds + "/Contact", contact::create)
                        .route("POST", kinds + "/Contact/", contact::create)
                        .route("GET", kinds + "/Contact/{id}", contact::read)
                        .route("PATCH", kinds + "/Contact/{id}", contact::update)
                        .route("DELETE", kinds + "/Contact/{id}", contact::delete)
                        .route(
                                "PATCH",
                                version + "/composite/sobjects/Contact/{field}",
                                new CollectionApi(sessions, contacts())::upsert),
                SalesforceErrors::error);
    }

    public StandIn standIn() {
        return standIn;
    }

    public SObjects contacts() {
        return objects.get(ObjectType.CONTACT);
    }

    public SObjects leads() {
        return objects.get(ObjectType.LEAD);
    }

    public SObjects cases() {
        return objects.get(ObjectType.CASE);
    }

    public BulkJobs bulkJobs() {
        return bulkJobs;
    }

    /** Lets a user log in by assertions (JWT bearer) that are signed with the private part of a key. */
    public void trust(String user, PublicKey key) {
        sessions.trust(user, key);
    }

    /** How many calls the organization may make; above it every call is refused. */
    public void limitCalls(long most) {
        sessions.limit(most);
    }

    /** How many calls were made. */
    public long calls() {
        return sessions.calls();
    }

    /** Every token given so far stops working, as when an administrator ends the sessions. */
    public void endSessions() {
        sessions.end();
    }
}
