package io.attune.sandbox.standin.mailchimp;

import io.attune.sandbox.http.Router;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.store.Journal;
import java.time.Clock;

/** A stand-in for Mailchimp Marketing with one audience. Thread-safe. */
public final class Mailchimp {
    private final StandIn standIn;
    private final Audience audience;
    private final MailchimpWebhook webhook;

    public Mailchimp(String apiKey, String list, Journal journal, MailchimpWebhook webhook, Clock clock) {
        this.audience = new Audience(journal, clock);
        this.webhook = webhook;
        MailchimpApi api = new MailchimpApi(apiKey, list, audience);
        String member = "/lists/{list}/members/{hash}";
        this.standIn = new StandIn(
                new Router("/mailchimp/3.0")
                        .route("GET", "/ping", api::ping)
                        .route("GET", "/lists/{list}", api::list)
                        .route("POST", "/lists/{list}", new BatchSubscribe(api, audience)::handle)
                        .route("GET", "/lists/{list}/members", api::members)
                        .route("GET", member, api::member)
                        .route("PUT", member, api::putMember)
                        .route("PATCH", member, api::patchMember)
                        .route("DELETE", member, api::archiveMember)
                        .route("POST", member + "/actions/delete-permanent", api::forgetMember)
                        .route("GET", member + "/tags", api::tags)
                        .route("POST", member + "/tags", api::changeTags)
                        .route("GET", "/lists/{list}/merge-fields", api::mergeFields)
                        .route("POST", "/lists/{list}/merge-fields", api::createMergeField),
                MailchimpErrors::error);
    }

    /** To be called when the journal is open. */
    public void open() {
        audience.mergeFields().createUsual();
    }

    public StandIn standIn() {
        return standIn;
    }

    public Audience audience() {
        return audience;
    }

    /** The person leaves by the link at the foot of a mailing: the hub hears of it, and may not subscribe them again. */
    public boolean unsubscribe(String email) {
        var member = audience.leave(Audience.idOf(email), "unsubscribed");
        member.ifPresent(left -> webhook.happened("unsubscribe", left));
        return member.isPresent();
    }

    /** The address bounced for good. */
    public boolean clean(String email) {
        var member = audience.leave(Audience.idOf(email), "cleaned");
        member.ifPresent(left -> webhook.happened("cleaned", left));
        return member.isPresent();
    }
}
