package io.attune.sandbox.pages;

import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.inbox.Inbox;
import io.attune.sandbox.inbox.Message;
import io.attune.sandbox.standin.StandIns;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The list of messages, and each of them as its reader sees it. */
final class MessagePages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "d MMM uuuu HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final int PREVIEW = 110;

    private final StandIns standIns;

    MessagePages(StandIns standIns) {
        this.standIns = standIns;
    }

    Response list(Request request) {
        String channel = request.query("channel").orElse("");
        String wanted = request.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
        List<Message> found = standIns.inbox().from(0, Integer.MAX_VALUE).stream()
                .filter(message -> channel.isEmpty() || message.channel().equals(channel))
                .filter(message -> wanted.isEmpty() || mentions(message, wanted))
                .toList();
        Paging<Message> paging = Paging.of(found, request);
        StringBuilder page = new StringBuilder(cards());
        page.append(search(channel, request.query("q").orElse("")));
        if (found.isEmpty()) {
            page.append(
                    "<div class=sheet><p class=empty>No message yet. They appear here as soon as the hub sends one.</p></div>");
        } else {
            page.append(
                    "<div class=sheet><table><thead><tr><th>Channel<th>To<th>Message<th>Tags<th>Sent</tr></thead><tbody>");
            paging.shown().forEach(message -> page.append(row(message)));
            page.append("</tbody></table></div>").append(paging.links(request));
        }
        return Response.html(200, Page.of("Messages", "messages", page.toString()));
    }

    private static boolean mentions(Message message, String wanted) {
        return message.to().toLowerCase(Locale.ROOT).contains(wanted)
                || message.subject().toLowerCase(Locale.ROOT).contains(wanted)
                || message.tags().contains(wanted)
                || (message.channel().equals(Message.SMS)
                        && message.text().text().toLowerCase(Locale.ROOT).contains(wanted));
    }

    private String cards() {
        Map<String, Inbox.Count> counts = standIns.inbox().counts();
        Inbox.Count mail = counts.get(Message.MAILCHIMP);
        Inbox.Count text = counts.get(Message.SMS);
        return "<div class=cards>" + card(mail.messages(), "e-mails to " + mail.people() + " people")
                + card(text.messages(), "text messages to " + text.people() + " people")
                + card(standIns.mailchimp().audience().size(), "members of the Mailchimp audience")
                + card(standIns.answers().size(), "answers from people") + "</div>";
    }

    private static String card(long number, String label) {
        return "<div class=card><b>" + String.format(Locale.ENGLISH, "%,d", number) + "</b><span>" + label
                + "</span></div>";
    }

    private static String search(String channel, String words) {
        return "<form><input name=q placeholder=\"Search recipient, subject, tag or text\" value=\"" + Page.text(words)
                + "\"><select name=channel>" + option("", "All channels", channel)
                + option(Message.MAILCHIMP, "E-mail", channel) + option(Message.SMS, "Text message", channel)
                + "</select><button>Search</button></form>";
    }

    private static String option(String value, String label, String chosen) {
        return "<option value=\"" + value + "\"" + (value.equals(chosen) ? " selected" : "") + ">" + label
                + "</option>";
    }

    private static String row(Message message) {
        return "<tr><td>" + channel(message) + "<td>" + Page.text(message.to()) + "<td><a href=\"" + address(message)
                + "\">" + summary(message) + "</a><td>" + pills(message.tags()) + "<td><time>"
                + TIME.format(message.at()) + "</time></tr>";
    }

    private static String summary(Message message) {
        if (message.channel().equals(Message.MAILCHIMP)) {
            String subject = message.subject().isEmpty() ? "(no subject)" : message.subject();
            return "<span class=subject>" + Page.text(subject) + "</span>";
        }
        String text = message.text().text();
        return "<span class=preview>" + Page.text(text.length() > PREVIEW ? text.substring(0, PREVIEW) + "…" : text)
                + "</span>";
    }

    private static String channel(Message message) {
        boolean mail = message.channel().equals(Message.MAILCHIMP);
        return "<span class=\"pill " + (mail ? "mailchimp\">E-mail" : "sms\">Text") + "</span>";
    }

    static String pills(Iterable<String> labels) {
        StringBuilder pills = new StringBuilder();
        labels.forEach(label ->
                pills.append("<span class=pill>").append(Page.text(label)).append("</span>"));
        return pills.toString();
    }

    Response message(Request request) {
        Message message = known(request);
        boolean mail = message.channel().equals(Message.MAILCHIMP);
        StringBuilder page = new StringBuilder("<p><a href=\"/inbox\">← All messages</a></p>");
        page.append("<h1>")
                .append(mail ? Page.text(message.subject()) : "Text message")
                .append("</h1>");
        page.append("<p class=facts>").append(channel(message)).append("to <b>").append(Page.text(message.to()));
        page.append("</b> from <b>").append(Page.text(message.from())).append("</b>, ");
        page.append(TIME.format(message.at()))
                .append(' ')
                .append(pills(message.tags()))
                .append("</p>");
        if (mail) {
            // No script runs in there and it has no origin: whatever a template lets through stays harmless.
            page.append("<iframe sandbox title=\"The e-mail as its reader sees it\" src=\"")
                    .append(address(message))
                    .append("/html\"></iframe>");
            page.append("<details><summary>Plain text</summary><pre>")
                    .append(Page.text(message.text().text()))
                    .append("</pre></details>");
        } else {
            page.append("<div class=bubble>")
                    .append(Page.text(message.text().text()))
                    .append("</div>");
        }
        page.append(table("Metadata", message.metadata())).append(table("Headers", message.headers()));
        return Response.html(200, Page.of(mail ? message.subject() : "Text message", "messages", page.toString()));
    }

    private static String table(String title, Map<String, String> values) {
        if (values.isEmpty()) {
            return "";
        }
        StringBuilder rows = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) -> rows.append("<tr><td>")
                        .append(Page.text(name))
                        .append("<td><code>")
                        .append(Page.text(value))
                        .append("</code></tr>"));
        return "<details open><summary>" + title + "</summary><div class=sheet><table>" + rows
                + "</table></div></details>";
    }

    /** The e-mail alone, shut off from everything: no script, no request to anywhere. */
    Response html(Request request) {
        return Response.html(200, known(request).html().text())
                .with(
                        "Content-Security-Policy",
                        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:");
    }

    private Message known(Request request) {
        return standIns.inbox()
                .find(request.parameter("id"))
                .orElseThrow(() -> new Refusal(
                        Response.html(404, Page.of("Not here", "", "<p class=empty>There is no such message.</p>"))));
    }

    private static String address(Message message) {
        return "/inbox/message/" + Page.text(message.id());
    }
}
