package io.attune.sandbox.pages;

import io.attune.sandbox.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A part of a long list, newest first, and the links to the parts beside it. */
record Paging<T>(List<T> shown, int page, int pages, int total) {
    private static final int SIZE = 50;

    /** @param oldestFirst everything there is */
    static <T> Paging<T> of(List<T> oldestFirst, Request request) {
        int total = oldestFirst.size();
        int pages = Math.max(1, (total + SIZE - 1) / SIZE);
        int page = request.query("page")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::parseInt)
                .map(wanted -> Math.min(Math.max(wanted, 1), pages))
                .orElse(1);
        int end = total - (page - 1) * SIZE;
        List<T> shown = new ArrayList<>(oldestFirst.subList(Math.max(0, end - SIZE), end));
        Collections.reverse(shown);
        return new Paging<>(List.copyOf(shown), page, pages, total);
    }

    String links(Request request) {
        if (pages == 1) {
            return "";
        }
        return "<div class=pages><span>" + link(request, page - 1, "← Newer") + "</span><span>Page " + page + " of "
                + pages + "</span><span>" + link(request, page + 1, "Older →") + "</span></div>";
    }

    private String link(Request request, int target, String label) {
        if (target < 1 || target > pages) {
            return "";
        }
        StringBuilder address = new StringBuilder("?page=").append(target);
        request.query().forEach((name, values) -> {
            if (!name.equals("page")) {
                address.append('&').append(encoded(name)).append('=').append(encoded(values.get(0)));
            }
        });
        return "<a href=\"" + Page.text(address.toString()) + "\">" + label + "</a>";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
