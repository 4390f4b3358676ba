package io.attune.sandbox.standin.salesforce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word of SOQL. */
record SoqlToken(Kind kind, String text) {
    enum Kind {
        NAME,
        STRING,
        INSTANT,
        DATE,
        NUMBER,
        SYMBOL,
        END
    }

    private static final Pattern WORDS = Pattern.compile("\\s*(?:"
            + "(?<string>'(?:[^'\\\\]|\\\\.)*')"
            + "|(?<instant>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:?\\d\\d))"
            + "|(?<date>\\d{4}-\\d\\d-\\d\\d)"
            + "|(?<number>[+-]?\\d+(?:\\.\\d+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_.]*)"
            + "|(?<symbol><=|>=|!=|<>|[=<>(),])"
            + ")");

    static List<SoqlToken> all(String query) {
        List<SoqlToken> tokens = new ArrayList<>();
        Matcher matcher = WORDS.matcher(query);
        int end = query.stripTrailing().length();
        int at = 0;
        while (at < end) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw SalesforceErrors.bad(
                        "MALFORMED_QUERY",
                        "unexpected token at column " + (at + 1) + ": '" + query.substring(at) + "'");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
        tokens.add(new SoqlToken(Kind.END, "end of query"));
        return tokens;
    }

    private static SoqlToken token(Matcher matcher) {
        if (matcher.group("string") != null) {
            String quoted = matcher.group("string");
            return new SoqlToken(Kind.STRING, unescaped(quoted.substring(1, quoted.length() - 1)));
        }
        for (Kind kind : List.of(Kind.INSTANT, Kind.DATE, Kind.NUMBER, Kind.NAME)) {
            String text = matcher.group(kind.name().toLowerCase(Locale.ROOT));
            if (text != null) {
                return new SoqlToken(kind, text);
            }
        }
        return new SoqlToken(Kind.SYMBOL, matcher.group("symbol"));
    }

    private static String unescaped(String text) {
        return text.replaceAll("\\\\(.)", "$1");
    }

    boolean is(String word) {
        return (kind == Kind.NAME || kind == Kind.SYMBOL) && text.equalsIgnoreCase(word);
    }
}
