package io.attune.command;

import io.attune.registry.Gate;
import io.attune.registry.Gates;
import io.attune.registry.ModelImport;
import io.attune.registry.RegistryException;
import io.attune.registry.RegistryFolder;
import io.attune.registry.VersionSummary;
import io.attune.scoring.ModelException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the registry of trained models and changes which version scores. */
@Command(
        name = "models",
        description = "Shows the trained models and changes which version scores.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Where models are kept; default: mojo-models/registry.")
    private Path registry;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            description = "Lists every version; * marks the one that scores.",
            mixinStandardHelpOptions = true)
    int list() {
        return with(folder -> {
            PrintWriter out = out();
            for (VersionSummary version : folder.versions()) {
                out.printf(
                        "%s %-20s %-4s %-10s AUC %-7s %s %s%n",
                        version.champion() ? "*" : " ",
                        version.model(),
                        version.version(),
                        version.algorithm(),
                        version.auc().isEmpty() ? "-" : version.auc(),
                        version.trainedAt(),
                        version.problem());
            }
        });
    }

    @Command(
            name = "show",
            description = "Shows a version's card and what it shows at the gates.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "MODEL") String model,
            @Parameters(paramLabel = "VERSION", arity = "0..1", description = "Default: the champion.")
                    String version) {
        return with(folder -> {
            String chosen = Optional.ofNullable(version)
                    .or(() -> folder.champion(model))
                    .orElseThrow(() -> new CommandFailure(model + " has no champion; name a version"));
            out().println(folder.card(model, chosen).document().toPrettyString());
            print(folder.gates(model, chosen));
        });
    }

    @Command(
            name = "promote",
            description = "Lets a version score from now on, if it passes the gates.",
            mixinStandardHelpOptions = true)
    int promote(
            @Parameters(paramLabel = "MODEL") String model,
            @Parameters(paramLabel = "VERSION") String version,
            @Option(names = "--force", description = "Even if a gate fails; it must load all the same.")
                    boolean force) {
        return with(folder -> {
            print(folder.gates(model, version));
            if (force) {
                folder.promoteAnyway(model, version);
            } else {
                folder.promote(model, version);
            }
            activated(model, version);
        });
    }

    @Command(
            name = "rollback",
            description = "Goes back to the version that scored before.",
            mixinStandardHelpOptions = true)
    int rollback(@Parameters(paramLabel = "MODEL") String model) {
        return with(folder -> activated(model, folder.rollback(model)));
    }

    @Command(
            name = "import",
            description = "Takes in a MOJO that H2O trained elsewhere, as a version that does not score yet.",
            mixinStandardHelpOptions = true)
    int take(
            @Parameters(paramLabel = "MOJO", description = "The model's zip file.") Path mojo,
            @Option(names = "--name", required = true, description = "The model's name in the registry.") String name,
            @Option(
                            names = "--map",
                            split = ",",
                            paramLabel = "FEATURE=COLUMN",
                            description = "Our feature for a column of the model, where the names differ.")
                    Map<String, String> map) {
        Map<String, String> features = new TreeMap<>();
        Optional.ofNullable(map).orElse(Map.of()).forEach((feature, column) -> features.put(column, feature));
        return with(folder -> {
            Path version = new ModelImport(registry(), Clock.systemUTC()).run(mojo, name, features);
            out().println("written: " + version);
            out().println("Its card states no AUC, so the gates cannot judge it: attune models promote " + name + " "
                    + version.getFileName() + " --force");
        });
    }

    private void activated(String model, String version) {
        out().println(model + " " + version + " is the champion");
        Optional<RunningHub> hub = RunningHub.ifAny();
        if (hub.isPresent()) {
            out().println(hub.get().client().post("/v1/definitions/reload").toPrettyString());
        } else {
            out().println("no hub runs here; it scores when one starts, or reloads its definitions");
        }
    }

    private int with(Consumer<RegistryFolder> work) {
        try {
            work.accept(new RegistryFolder(registry(), new Gates(System::nanoTime), Clock.systemUTC()));
            out().flush();
            return CommandLine.ExitCode.OK;
        } catch (RegistryException | ModelException refused) {
            out().flush();
            throw new CommandFailure(refused.getMessage(), refused);
        }
    }

    private Path registry() {
        return Optional.ofNullable(registry)
                .orElseGet(() -> Installation.current().root().resolve("mojo-models/registry"));
    }

    private void print(List<Gate> gates) {
        gates.forEach(gate -> out().println(gate));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
