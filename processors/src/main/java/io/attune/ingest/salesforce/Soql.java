package io.attune.ingest.salesforce;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The queries of a route file: one that reads everything, and from it the one that reads what changed. */
final class Soql {
    private static final Pattern QUERY =
            Pattern.compile("(?i)\\s*(select\\s.+?\\sfrom\\s+\\w+)(?:\\s+where\\s(.+))?", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'");
    private static final Pattern END = Pattern.compile("(?i)\\b(order\\s+by|limit|offset|group\\s+by)\\b");

    private Soql() {}

    /** Everything, in Salesforce's own order, on one line. */
    static String all(String query) {
        parts(query);
        return oneLine(query);
    }

    /** What changed from an instant on, in the order in which it changed. */
    static String changed(String query, Instant since) {
        Matcher parts = parts(query);
        String own = parts.group(2) == null ? "" : " AND (" + oneLine(parts.group(2)) + ")";
        return oneLine(parts.group(1)) + " WHERE SystemModstamp >= " + since + own + " ORDER BY SystemModstamp, Id";
    }

    private static Matcher parts(String query) {
        Matcher parts = QUERY.matcher(query);
        if (!parts.matches()
                || END.matcher(LITERAL.matcher(query).replaceAll("''")).find()) {
            throw wrong(
                    "SELECT fields FROM object, with or without WHERE, and without ORDER BY, GROUP BY, LIMIT or OFFSET,"
                            + " which the hub adds");
        }
        String fields = parts.group(1).toLowerCase(Locale.ROOT);
        for (String needed : new String[] {"id", "systemmodstamp", "isdeleted"}) {
            if (!fields.matches("(?s)select.*[\\s,]" + needed + "[\\s,].*")) {
                throw wrong("the fields Id, SystemModstamp and IsDeleted among those it selects");
            }
        }
        return parts;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static AttuneException wrong(String needed) {
        return new AttuneException(
                "SALESFORCE_QUERY_INVALID",
                ErrorCategory.USER,
                "the query in a route file routes/ingest/salesforce-….camel.yaml needs " + needed);
    }
}
