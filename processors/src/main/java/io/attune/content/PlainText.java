package io.attune.content;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text alternative of an e-mail, made from its compiled HTML while the tokens still stand in it: readers without HTML
 * get the same words, and links in brackets.
 */
final class PlainText {

    private static final Pattern CODE = Pattern.compile("\\{\\{.*?}}|\\{%.*?%}", Pattern.DOTALL);
    private static final Pattern UNSEEN = Pattern.compile(
            "<!--.*?-->|<(head|style|title)\\b.*?</\\1>|<div style=\"display:none.*?</div>",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern LINK =
            Pattern.compile("<a\\b[^>]*?href=\"([^\"]*)\"[^>]*>(.*?)</a>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern BREAK =
            Pattern.compile("<br\\s*/?>|</(p|div|h[1-6]|tr|table|li)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELEMENT = Pattern.compile("<[^>]*>");
    private static final char MARK = '\uE000';

    private PlainText() {}

    static String of(String html) {
        List<String> codes = new ArrayList<>();
        String text = UNSEEN.matcher(protect(html, codes)).replaceAll("");
        text = LINK.matcher(text).replaceAll(link -> Matcher.quoteReplacement(link(link.group(1), link.group(2))));
        text = text.replaceAll("\\s+", " ");
        text = BREAK.matcher(text).replaceAll("\n");
        text = ELEMENT.matcher(text).replaceAll("");
        text = entities(text);
        text = text.replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\n ?", "\n").replaceAll("\n{3,}", "\n\n");
        return restore(text.strip(), codes);
    }

    private static String link(String address, String label) {
        String words = ELEMENT.matcher(label).replaceAll("").strip();
        return words.isEmpty() ? "" : words + " [" + address + "]";
    }

    private static String protect(String html, List<String> codes) {
        return CODE.matcher(html).replaceAll(code -> {
            codes.add(code.group());
            return String.valueOf(MARK) + (codes.size() - 1) + MARK;
        });
    }

    private static String restore(String text, List<String> codes) {
        return Pattern.compile(MARK + "(\\d+)" + MARK)
                .matcher(text)
                .replaceAll(mark -> Matcher.quoteReplacement(codes.get(Integer.parseInt(mark.group(1)))));
    }

    private static String entities(String text) {
        return text.replace("&nbsp;", " ")
                .replace("&#8202;", "")
                .replace("&zwnj;", "")
                .replace("&mdash;", "—")
                .replace("&ndash;", "–")
                .replace("&middot;", "·")
                .replace("&copy;", "©")
                .replace("&rarr;", "→")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
