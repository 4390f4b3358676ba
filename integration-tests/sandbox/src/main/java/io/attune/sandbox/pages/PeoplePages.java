package io.attune.sandbox.pages;

import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import io.attune.sandbox.standin.StandIn;
import io.attune.sandbox.standin.StandIns;
import io.attune.sandbox.standin.mailchimp.Member;
import io.attune.sandbox.standin.salesforce.SObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people whom the services know, with what the hub wrote about them, and how the services fare. */
final class PeoplePages {
    private final StandIns standIns;

    PeoplePages(StandIns standIns) {
        this.standIns = standIns;
    }

    Response members(Request request) {
        List<Member> found = search(
                standIns.mailchimp().audience().members(),
                request,
                member -> member.email() + " " + member.tags() + " " + member.mergeFields());
        return page(
                request,
                "Mailchimp members",
                "members",
                "<th>Member<th>Status<th>Tags<th>Merge fields",
                found,
                this::row);
    }

    private String row(Member member) {
        return "<tr><td>" + Page.text(member.email()) + "<td><span class=\"pill " + Page.text(member.status()) + "\">"
                + Page.text(member.status()) + "</span><td>" + MessagePages.pills(member.tags()) + "<td>"
                + pairs(member.mergeFields().entrySet().stream()) + "</tr>";
    }

    Response contacts(Request request) {
        List<SObject> found = search(
                standIns.salesforce().contacts().all(),
                request,
                contact -> contact.fields().values().toString());
        return page(
                request,
                "Salesforce contacts",
                "contacts",
                "<th>Contact<th>Segments<th>Churn<th>Profile<th>Addresses",
                found,
                this::row);
    }

    private String row(SObject contact) {
        String name = (contact.text("FirstName") + " " + contact.text("LastName")).strip();
        return "<tr><td>" + Page.text(name) + (contact.deleted() ? " <span class=\"pill failed\">deleted</span>" : "")
                + "<br><code class=preview>" + Page.text(contact.id()) + "</code><td>"
                + MessagePages.pills(
                        Stream.of(contact.text("Attune_Segments__c").split(";"))
                                .filter(segment -> !segment.isEmpty())
                                .toList())
                + "<td class=num>" + Page.text(contact.text("Attune_Churn__c")) + "<td><code class=preview>"
                + Page.text(contact.text("Attune_Profile_Id__c")) + "</code><td>"
                + Stream.of("Email", "Phone", "MobilePhone")
                        .map(contact::text)
                        .filter(address -> !address.isEmpty())
                        .map(Page::text)
                        .collect(Collectors.joining("<br>"))
                + "</tr>";
    }

    Response services(Request request) {
        StringBuilder content = new StringBuilder();
        standIns.all().forEach((name, standIn) -> content.append(service(name, standIn)));
        return Response.html(200, Page.of("Services", "services", content.toString()));
    }

    private static String service(String name, StandIn standIn) {
        StringBuilder rows = new StringBuilder();
        standIn.served()
                .forEach((operation, count) -> rows.append("<tr><td><code>")
                        .append(Page.text(operation))
                        .append("</code><td class=num>")
                        .append(String.format(Locale.ENGLISH, "%,d", count))
                        .append("</tr>"));
        standIn.faults()
                .pending()
                .forEach(fault -> rows.append("<tr><td>Told to misbehave: ")
                        .append(Page.text(fault.toString()))
                        .append("<td></tr>"));
        String body = rows.isEmpty() ? "<tr><td class=empty>No request yet.</tr>" : rows.toString();
        return "<h1>" + Page.text(name) + "</h1><div class=sheet><table>" + body + "</table></div>";
    }

    private static <T> List<T> search(List<T> all, Request request, Function<T, String> text) {
        String wanted = request.query("q").orElse("").strip().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                ? all
                : all.stream()
                        .filter(each ->
                                text.apply(each).toLowerCase(Locale.ROOT).contains(wanted))
                        .toList();
    }

    private static <T> Response page(
            Request request, String title, String tab, String columns, List<T> found, Function<T, String> row) {
        Paging<T> paging = Paging.of(found, request);
        String rows = paging.shown().stream().map(row).collect(Collectors.joining());
        String content = "<form><input name=q placeholder=\"Search\" value=\""
                + Page.text(request.query("q").orElse("")) + "\"><button>Search</button></form><p class=facts><b>"
                + String.format(Locale.ENGLISH, "%,d", paging.total())
                + "</b> found</p><div class=sheet><table><thead><tr>"
                + columns + "</tr></thead><tbody>"
                + (rows.isEmpty() ? "<tr><td colspan=5 class=empty>Nobody yet.</tr>" : rows) + "</tbody></table></div>"
                + paging.links(request);
        return Response.html(200, Page.of(title, tab, content));
    }

    private static String pairs(Stream<Map.Entry<String, Object>> entries) {
        return entries.map(entry -> "<span class=pill>" + Page.text(entry.getKey()) + " "
                        + Page.text(entry.getValue().toString()) + "</span>")
                .collect(Collectors.joining());
    }
}
