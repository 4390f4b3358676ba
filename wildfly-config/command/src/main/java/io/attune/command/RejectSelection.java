package io.attune.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options that say which rejects are meant. */
@Command
final class RejectSelection {
    @Option(names = "--source", description = "Only those of this source.")
    private String source;

    @Option(names = "--code", description = "Only those with this reason, such as SCHEMA_VIOLATED.")
    private String code;

    @Option(names = "--stage", description = "Only those that failed at this stage, such as validate.")
    private String stage;

    @Option(names = "--from", paramLabel = "INSTANT", description = "Rejected at or after this instant, ISO 8601.")
    private String from;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Rejected before this instant, ISO 8601.")
    private String until;

    /** Whether any of them is given. */
    boolean isNarrow() {
        return !query().isEmpty();
    }

    /** As a query, beginning with {@code &} unless it is empty. */
    String query() {
        Map<String, String> given = new LinkedHashMap<>();
        given.put("source", source);
        given.put("code", code);
        given.put("stage", stage);
        given.put("from", from);
        given.put("until", until);
        return given.entrySet().stream()
                .filter(option -> option.getValue() != null)
                .map(option -> "&" + option.getKey() + "=" + encoded(option.getValue()))
                .collect(Collectors.joining());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
