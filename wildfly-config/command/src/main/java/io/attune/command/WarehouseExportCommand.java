package io.attune.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.configuration.Configuration;
import io.attune.crypto.KeysetFile;
import io.attune.database.Database;
import io.attune.identity.PersonDefinitions;
import io.attune.profile.AttributeDefinitions;
import io.attune.profile.ProfileStore;
import io.attune.warehouse.ExportRequest;
import io.attune.warehouse.ExportedTable;
import io.attune.warehouse.WarehouseExport;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.postgresql.ds.PGSimpleDataSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes what the hub knows into a warehouse. */
@Command(
        name = "export",
        description = {
            "Writes profiles, features, scores and segments into any JDBC database: what changed since the last export, or"
                    + " everything. One that broke off goes on where it stopped.",
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {" 0:done", " 1:failed; run it again, it goes on where it stopped", " 2:wrong arguments"})
final class WarehouseExportCommand implements Callable<Integer> {
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Mixin
    private WarehouseLogin login;

    @Option(
            names = "--name",
            description = "Names the warehouse, under which the hub keeps how far it is; default: the URL.")
    private String name;

    @Option(names = "--schema", description = "Of the tables; default: that of the connection.")
    private String schema;

    @Option(
            names = "--prefix",
            defaultValue = "attune_",
            description = "Of the tables' names (default ${DEFAULT-VALUE}).")
    private String prefix;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "TABLE",
            description = "Some of profile, feature, score, segment; default: all.")
    private Set<String> only = Set.of();

    @Option(names = "--full", description = "Everything, and what the hub no longer has is deleted.")
    private boolean full;

    @Option(names = "--create", description = "Makes tables and columns that are missing.")
    private boolean create;

    @Option(
            names = "--batch",
            defaultValue = "5000",
            description = "Rows that are committed at a time (default ${DEFAULT-VALUE}).")
    private int batch;

    @CommandLine.ArgGroup(exclusive = false, heading = "Personal data:%n")
    private Personal personal;

    @Option(
            names = "--configuration",
            paramLabel = "FILE",
            description = "The hub's configuration; default: that of the hub that runs here.")
    private Path configuration;

    @Option(names = "--json", description = "The result as JSON; progress goes to the standard error.")
    private boolean json;

    /** All three or none. */
    static final class Personal {
        @Option(
                names = "--with-personal",
                required = true,
                description = "Attributes and identifiers go along, in clear. The hub notes who had them exported.")
        private boolean wanted;

        @Option(
                names = "--as",
                required = true,
                paramLabel = "USER",
                description = "A user of the hub with role privacy.")
        private String user;

        @Option(names = "--as-password", required = true, paramLabel = "REF", description = "env:NAME or file:/path.")
        private String password;

        @Option(names = "--hub", paramLabel = "URL", description = "Default: the hub that runs here.")
        private URI hub;
    }

    @Override
    public Integer call() {
        ExportRequest request = request();
        String secret = login.secret();
        Optional<Credentials> officer = Optional.ofNullable(personal)
                .map(given -> new Credentials(given.user, login.secret("--as-password", given.password)));
        long start = System.nanoTime();
        return WarehouseCommand.run(spec, json, () -> {
            officer.ifPresent(credentials -> ask(credentials, request.target()));
            List<ExportedTable> tables = export(request, secret);
            say(tables, (System.nanoTime() - start) / 1e9);
        });
    }

    private ExportRequest request() {
        Set<String> unknown = new TreeSet<>(only);
        unknown.removeAll(WarehouseExport.RELATIONS);
        if (!unknown.isEmpty()) {
            throw login.wrong("--only takes " + new TreeSet<>(WarehouseExport.RELATIONS) + ", not " + unknown);
        }
        if (batch < 1) {
            throw login.wrong("--batch is a number from 1 on");
        }
        if (!prefix.matches("[a-z][a-z0-9_]*")) {
            throw login.wrong("--prefix is small letters, digits and underscores, such as attune_");
        }
        return new ExportRequest(
                name == null ? login.url().replaceAll("[?;].*", "") : name,
                Optional.ofNullable(schema),
                prefix,
                only.isEmpty() ? WarehouseExport.RELATIONS : only,
                full,
                create,
                personal != null && personal.wanted,
                batch,
                OVERLAP);
    }

    private void ask(Credentials officer, String target) {
        URI hub = personal.hub == null
                ? URI.create(RunningHub.here().running().urls().get("hub"))
                : personal.hub;
        new HubClient(hub, officer)
                .post("/v1/warehouse/personal-exports?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8));
    }

    private List<ExportedTable> export(ExportRequest request, String secret) {
        Configuration hub = Installation.current()
                .configuration(
                        configuration == null
                                ? Path.of(RunningHub.here().running().configuration())
                                : configuration);
        if (!Files.exists(hub.keyset())) {
            throw new CommandFailure("the hub's keys are not at " + hub.keyset()
                    + "; set ATTUNE_DATA to its data folder, or attune.encryption.keyset in the configuration");
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(hub.database().url());
        source.setUser(hub.database().user());
        hub.database().password().ifPresent(source::setPassword);
        AttributeDefinitions attributes = PersonDefinitions.read(
                        hub.hub().home().resolve("connectors-config"))
                .attributes();
        RowProgress progress = RowProgress.of(spec.commandLine().getErr(), true);
        return login.connected(
                secret,
                warehouse -> new WarehouseExport(
                                new Database(source),
                                warehouse,
                                new ProfileStore(new KeysetFile(hub.keyset()).open(), () -> attributes),
                                Clock.systemUTC())
                        .run(request, progress::show));
    }

    private void say(List<ExportedTable> tables, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        if (!json) {
            tables.forEach(table -> out.printf(
                    "%-24s %,12d rows%s%n",
                    table.table(), table.rows(), table.deleted() == 0 ? "" : ", " + table.deleted() + " deleted"));
            out.printf("%.1f seconds%n", seconds);
        } else {
            ObjectNode result = JsonNodeFactory.instance.objectNode().put("result", "done");
            ArrayNode list = result.putArray("tables");
            tables.forEach(table -> list.addObject()
                    .put("table", table.table())
                    .put("rows", table.rows())
                    .put("deleted", table.deleted()));
            out.println(result.put("seconds", Math.round(seconds * 1_000) / 1_000.0));
        }
        out.flush();
    }
}
