package io.attune.command.resolve;

import io.attune.command.CommandFailure;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Which column tells who a row truly is: {@code --truth COLUMN}, or {@code COLUMN:REGEX}, whose group is the person. */
record TruthColumn(String column, Pattern person) {
    static TruthColumn parse(String text) {
        int colon = text.indexOf(':');
        String regex = colon < 0 ? "(.*)" : text.substring(colon + 1);
        try {
            Pattern pattern = Pattern.compile(regex, Pattern.DOTALL);
            if (pattern.matcher("").groupCount() != 1) {
                throw new CommandFailure("--truth: '" + regex
                        + "' has " + pattern.matcher("").groupCount()
                        + " groups; it takes exactly one, such as rec_id:rec-(\\d+)-");
            }
            return new TruthColumn(colon < 0 ? text : text.substring(0, colon), pattern);
        } catch (PatternSyntaxException wrong) {
            throw new CommandFailure(
                    "--truth: '" + regex + "' is no regular expression: " + wrong.getDescription(), wrong);
        }
    }

    /** Who a value names; empty where it names nobody. */
    String personOf(String value) {
        Matcher matcher = person.matcher(value);
        String found = matcher.find() ? matcher.group(1) : "";
        return found == null ? "" : found;
    }
}
