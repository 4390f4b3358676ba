package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.http.Router;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.store.Journal;
import java.time.Clock;
import java.util.function.Supplier;

/** A stand-in for a Salesforce organization that holds contacts. Thread-safe. */
public final class Salesforce {
    private final StandIn standIn;
    private final Contacts contacts;
    private final Sessions sessions;

    /**
     * Declares its tables; usable when the journal is open.
     *
     * @param url where this stand-in is reached, which a token's answer names
     * @param ids makes ids of 32 hexadecimal digits
     */
    public Salesforce(
            String clientId, String clientSecret, String url, Journal journal, Clock clock, Supplier<String> ids) {
        this.contacts = new Contacts(journal, clock);
        this.sessions = new Sessions(clientId, clientSecret, url, clock, ids);
        QueryApi query = new QueryApi(sessions, contacts, ids);
        ContactApi contact = new ContactApi(sessions, contacts);
        DescribeApi describe = new DescribeApi(sessions);
        String version = "/services/data/{version}";
        String objects = version + "/sobjects";
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
                        .route("GET", objects, describe::objects)
                        .route("GET", objects + "/", describe::objects)
                        .route("GET", objects + "/Contact", describe::object)
                        .route("GET", objects + "/Contact/describe", describe::object)
                        .route("GET", objects + "/Contact/describe/", describe::object)
                        .route("POST", objects + "/Contact", contact::create)
                        .route("POST", objects + "/Contact/", contact::create)
                        .route("GET", objects + "/Contact/{id}", contact::read)
                        .route("PATCH", objects + "/Contact/{id}", contact::update)
                        .route("DELETE", objects + "/Contact/{id}", contact::delete)
                        .route(
                                "PATCH",
                                version + "/composite/sobjects/Contact/{field}",
                                new CollectionApi(sessions, contacts)::upsert),
                SalesforceErrors::error);
    }

    public StandIn standIn() {
        return standIn;
    }

    public Contacts contacts() {
        return contacts;
    }

    /** Every token given so far stops working, as when an administrator ends the sessions. */
    public void endSessions() {
        sessions.end();
    }
}
