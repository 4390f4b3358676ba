package io.attune.sandbox.standin.twilio;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import io.attune.sandbox.http.Request;
import io.attune.sandbox.http.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/** The operations of Twilio that a client calls. */
final class TwilioApi {
    private final String account;
    private final String token;
    private final Twilio twilio;
    private final TwilioSend send;
    private final String url;

    TwilioApi(String account, String token, String url, Twilio twilio, TwilioSend send) {
        this.account = account;
        this.token = token;
        this.twilio = twilio;
        this.send = send;
        this.url = url;
    }

    Response create(Request request) {
        authenticate(request);
        return Response.json(201, TwilioAnswers.message(account, send.send(request.form())));
    }

    Response fetch(Request request) {
        authenticate(request);
        String sid = request.parameter("sid");
        TextMessage message = twilio.find(sid).orElseThrow(() -> TwilioErrors.notFound(request.path()));
        return Response.json(200, TwilioAnswers.message(account, message));
    }

    Response account(Request request) {
        authenticate(request);
        return Response.json(
                200,
                Json.object()
                        .put("sid", account)
                        .put("friendly_name", "Attune sandbox")
                        .put("status", "active")
                        .put("type", "Trial"));
    }

    /** Newest first, in pages. */
    Response list(Request request) {
        authenticate(request);
        int size = number(request, "PageSize", 50, 1, 1000);
        int page = number(request, "Page", 0, 0, Integer.MAX_VALUE);
        List<TextMessage> found = new ArrayList<>(twilio.all());
        found.removeIf(filter(request).negate());
        Collections.reverse(found);
        int start = (int) Math.min((long) page * size, found.size());
        int end = Math.min(start + size, found.size());
        ObjectNode answer = Json.object()
                .put("page", page)
                .put("page_size", size)
                .put("start", start)
                .put("end", Math.max(start, end - 1))
                .put("uri", uri(request, page))
                .put("first_page_uri", uri(request, 0))
                .put("previous_page_uri", page == 0 ? null : uri(request, page - 1))
                .put("next_page_uri", end < found.size() ? uri(request, page + 1) : null);
        ArrayNode messages = answer.putArray("messages");
        found.subList(start, end).forEach(message -> messages.add(TwilioAnswers.message(account, message)));
        return Response.json(200, answer);
    }

    private static Predicate<TextMessage> filter(Request request) {
        List<Predicate<TextMessage>> conditions = new ArrayList<>();
        request.query("To")
                .ifPresent(to -> conditions.add(message -> message.to().equals(to)));
        request.query("From")
                .ifPresent(from -> conditions.add(message -> message.from().equals(from)));
        request.query("DateSent").ifPresent(day -> conditions.add(within(day(day), day(day).plusDays(1))));
        request.query("DateSent>")
                .ifPresent(at -> conditions.add(message -> !message.created().isBefore(instant(at))));
        request.query("DateSent<")
                .ifPresent(at -> conditions.add(message -> !message.created().isAfter(instant(at))));
        return message -> conditions.stream().allMatch(condition -> condition.test(message));
    }

    private static Predicate<TextMessage> within(LocalDate from, LocalDate until) {
        return message -> {
            LocalDate day = message.created().atZone(ZoneOffset.UTC).toLocalDate();
            return !day.isBefore(from) && day.isBefore(until);
        };
    }

    private static LocalDate day(String text) {
        return instant(text).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** A date alone means its midnight in UTC. */
    private static Instant instant(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw TwilioErrors.bad(20001, "Not a date: " + text);
        }
    }

    private static int number(Request request, String name, int usual, int least, int most) {
        String text = request.query(name).orElse(Integer.toString(usual));
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw TwilioErrors.bad(20001, name + " is not a number: " + text);
        }
        throw TwilioErrors.bad(20001, name + " must be from " + least + " to " + most);
    }

    private String uri(Request request, int page) {
        // Whole, as the contract says, though a path would do.
        return url + "/2010-04-01/Accounts/" + account + "/Messages.json?PageSize="
                + request.query("PageSize").orElse("50") + "&Page=" + page;
    }

    private void authenticate(Request request) {
        boolean known = request.credentials()
                .filter(who -> who.user().equals(account) && who.password().equals(token))
                .isPresent();
        if (!known) {
            throw TwilioErrors.unauthorized();
        }
        if (!request.parameter("account").equals(account)) {
            throw TwilioErrors.notFound(request.path());
        }
    }
}
