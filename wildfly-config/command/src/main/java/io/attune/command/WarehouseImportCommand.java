package io.attune.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.attune.warehouse.ImportRequest;
import io.attune.warehouse.RowBatch;
import io.attune.warehouse.WarehouseImport;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Reads what a warehouse knows of people into the hub. */
@Command(
        name = "import",
        description = {
            "Reads the rows of a query in any JDBC database as what a source of its own says of people: all of them, or what"
                    + " changed since the last import. A row that is read again changes nothing.",
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:done; rows that are wrong are rejects in the hub",
            " 1:failed; run it again, it goes on where it stopped",
            " 2:wrong arguments"
        })
final class WarehouseImportCommand implements Callable<Integer> {
    private static final Duration OVERLAP = Duration.ofMinutes(10);
    private static final int MOST = 2_500;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private WarehouseLogin login;

    @Option(names = "--query", required = true, paramLabel = "SQL", description = "Whose rows are read.")
    private String query;

    @Option(names = "--source", required = true, description = "Names the source in the hub, such as credit-bureau.")
    private String source;

    @Option(names = "--key", required = true, paramLabel = "COLUMN", description = "Says whom a row is about.")
    private String key;

    @Option(
            names = "--kind",
            description = "What is in that column: email, phone, customer_id, …; default: the column's name.")
    private String kind;

    @Option(
            names = "--changed",
            paramLabel = "COLUMN",
            description = "A timestamp: when the row last changed. Without it every import reads everything.")
    private String changed;

    @Option(
            names = "--zone",
            defaultValue = "UTC",
            description = "Of timestamps without one (default ${DEFAULT-VALUE}).")
    private String zone;

    @Option(names = "--full", description = "Everything, also what did not change since the last import.")
    private boolean full;

    @Option(
            names = "--batch",
            defaultValue = "500",
            description = "Rows at a time, up to 2500 (default ${DEFAULT-VALUE}).")
    private int batch;

    @CommandLine.ArgGroup(exclusive = false, heading = "The hub, where it does not run here:%n")
    private Engineer engineer;

    @Option(names = "--json", description = "The result as JSON; progress goes to the standard error.")
    private boolean json;

    /** All three or none. */
    static final class Engineer {
        @Option(names = "--hub", required = true, paramLabel = "URL", description = "Its address.")
        private URI hub;

        @Option(names = "--as", required = true, paramLabel = "USER", description = "A user with role engineer.")
        private String user;

        @Option(names = "--as-password", required = true, paramLabel = "REF", description = "env:NAME or file:/path.")
        private String password;
    }

    @Override
    public Integer call() {
        check();
        ZoneId of = zone();
        String secret = login.secret();
        Optional<HubClient> remote = Optional.ofNullable(engineer)
                .map(given -> new HubClient(
                        given.hub, new Credentials(given.user, login.secret("--as-password", given.password))));
        long start = System.nanoTime();
        return WarehouseCommand.run(spec, json, () -> {
            HubClient hub = remote.orElseGet(() -> RunningHub.here().client());
            long[] taken = new long[2];
            long rows = read(
                    hub, secret, of, taken, RowProgress.of(spec.commandLine().getErr(), json));
            say(rows, taken, (System.nanoTime() - start) / 1e9);
        });
    }

    private void check() {
        if (!source.matches("[a-z][a-z0-9-]{0,31}")) {
            throw login.wrong("--source is small letters, digits and hyphens, up to 32, such as credit-bureau");
        }
        if (changed != null && !changed.matches("[A-Za-z_][A-Za-z0-9_]*")) {
            throw login.wrong(
                    "--changed is the name of a column of letters, digits and underscores; name it so in the query");
        }
        if (batch < 1 || batch > MOST) {
            throw login.wrong("--batch is a number from 1 to " + MOST);
        }
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw login.wrong("--zone is a time zone such as UTC or Europe/Berlin, not " + zone);
        }
    }

    private long read(HubClient hub, String secret, ZoneId of, long[] taken, RowProgress progress) {
        ImportRequest request = new ImportRequest(
                query.strip().replaceAll(";+$", ""),
                key,
                kind == null ? key.toLowerCase(Locale.ROOT) : kind,
                Optional.ofNullable(changed),
                since(hub),
                of,
                batch);
        return login.connected(secret, warehouse -> {
            WarehouseImport reading = new WarehouseImport(warehouse, request);
            progress.expect(reading::count);
            return reading.run(rows -> {
                JsonNode answer = send(hub, rows);
                taken[0] += answer.path("records").asLong();
                taken[1] += answer.path("rejects").asLong();
                progress.show(source, rows.first() + rows.rows().size() - 1);
            });
        });
    }

    /** A while before the last change that is in the hub, for what was committed late. */
    private Optional<Instant> since(HubClient hub) {
        if (changed == null || full) {
            return Optional.empty();
        }
        JsonNode known = hub.get("/v1/warehouse/imports/" + source).path("changed");
        return known.isTextual() ? Optional.of(Instant.parse(known.asText()).minus(OVERLAP)) : Optional.empty();
    }

    private JsonNode send(HubClient hub, RowBatch rows) {
        String position = rows.changed()
                .map(at -> "&changed=" + URLEncoder.encode(at.toString(), StandardCharsets.UTF_8))
                .orElse("");
        return hub.post(
                "/v1/warehouse/imports/" + source + "?first=" + rows.first() + position,
                "application/x-ndjson",
                String.join("\n", rows.rows()).getBytes(StandardCharsets.UTF_8));
    }

    private void say(long rows, long[] taken, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(JsonNodeFactory.instance
                    .objectNode()
                    .put("result", "done")
                    .put("source", source)
                    .put("rows", rows)
                    .put("records", taken[0])
                    .put("rejects", taken[1])
                    .put("seconds", Math.round(seconds * 1_000) / 1_000.0));
        } else {
            out.printf("%,d rows: %,d records, %,d rejects; %.1f seconds%n", rows, taken[0], taken[1], seconds);
        }
        out.flush();
    }
}
