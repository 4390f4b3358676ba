package io.attune.command;

import static io.attune.command.RejectSelection.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells how good the records of every source are. */
@Command(
        name = "quality",
        description = "Tells how good the records of every source are, and which alerts are open.",
        mixinStandardHelpOptions = true)
final class QualityCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--span",
            defaultValue = "PT24H",
            description = "Up to now, in ISO 8601 (default ${DEFAULT-VALUE}).")
    private String span;

    @Option(names = "--source", description = "Only this source.")
    private String source;

    @Option(names = "--fields", description = "How many of the records have each field, too.")
    private boolean fields;

    @Option(names = "--json", description = "As JSON: sources and open alerts.")
    private boolean json;

    @Override
    public Integer call() {
        HubClient hub = RunningHub.here().client();
        JsonNode sources =
                hub.get("/v1/quality?span=" + encoded(span) + (source == null ? "" : "&source=" + encoded(source)));
        JsonNode alerts = hub.get("/v1/quality/alerts?open=true");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.set("sources", sources);
            all.set("alerts", alerts);
            out.println(all.toPrettyString());
            return CommandLine.ExitCode.OK;
        }
        out.printf(
                "%-14s %10s %8s %8s %8s %9s %8s %8s  %s%n",
                "source", "records", "repeats", "rejects", "rejected", "flagged", "outliers", "new", "newest");
        sources.forEach(each -> print(out, each));
        alerts.forEach(alert -> out.printf(
                "ALERT %s of %s since %s: %s%n",
                alert.path("name").asText(),
                alert.path("source").asText(),
                alert.path("openedAt").asText(),
                alert.path("reason").asText()));
        return CommandLine.ExitCode.OK;
    }

    private void print(PrintWriter out, JsonNode each) {
        out.printf(
                "%-14s %10d %8d %8d %8s %9d %8d %8d  %s%n",
                each.path("source").asText(),
                each.path("records").asLong(),
                each.path("repeats").asLong(),
                each.path("rejects").asLong(),
                percent(each.path("rejectRate")),
                each.path("flagged").asLong(),
                each.path("outliers").asLong(),
                each.path("newCategories").asLong(),
                each.path("newest").asText("-"));
        if (fields) {
            each.path("completeness")
                    .forEach(field -> out.printf(
                            "    %-28s %-28s %8s of %d%n",
                            field.path("kind").asText(),
                            field.path("field").asText(),
                            percent(field.path("share")),
                            field.path("records").asLong()));
        }
    }

    private static String percent(JsonNode share) {
        return share.isNumber() ? String.format(Locale.ROOT, "%.1f%%", 100 * share.doubleValue()) : "-";
    }
}
