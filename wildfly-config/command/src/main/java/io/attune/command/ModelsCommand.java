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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the registry of trained models and changes which version scores. */
@Command(
        name = "models",
        subcommands = ExportFrameCommand.class,
        description = "Shows the trained models and changes which version scores.",
        mixinStandardHelpOptions = true)
final class ModelsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--registry",
            paramLabel = "FOLDER",
            scope = CommandLine.ScopeType.INHERIT,
            description = "Works on this folder's files; default: the hub that runs, else mojo-models/registry.")
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
        return with(HubModels::list, folder -> {
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
        return with(hub -> hub.show(model, version == null ? hub.champion(model) : version), folder -> {
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
        return with(hub -> hub.promote(model, version, force), folder -> {
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
        return with(hub -> hub.rollback(model), folder -> activated(model, folder.rollback(model)));
    }

    @Command(
            name = "challenge",
            description = "Lets a version score in the champion's shadow; what it says decides nothing.",
            mixinStandardHelpOptions = true)
    int challenge(@Parameters(paramLabel = "MODEL") String model, @Parameters(paramLabel = "VERSION") String version) {
        return with(hub -> hub.challenge(model, version), folder -> {
            Set<String> challengers = new LinkedHashSet<>(folder.challengers(model));
            folder.folderOf(model, version);
            challengers.add(version);
            folder.challenge(model, List.copyOf(challengers));
        });
    }

    @Command(name = "retire", description = "Lets a challenger score no more.", mixinStandardHelpOptions = true)
    int retire(@Parameters(paramLabel = "MODEL") String model, @Parameters(paramLabel = "VERSION") String version) {
        return with(hub -> hub.retire(model, version), folder -> {
            Set<String> challengers = new LinkedHashSet<>(folder.challengers(model));
            challengers.remove(version);
            folder.challenge(model, List.copyOf(challengers));
        });
    }

    @Command(
            name = "import",
            description =
                    "Takes in a MOJO that H2O trained elsewhere, or the zip of a version's files where a hub runs, as"
                            + " a version that does not score yet.",
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
        return with(hub -> hub.take(mojo, name, features), folder -> {
            Path version = new ModelImport(registry(), Clock.systemUTC()).run(mojo, name, features);
            out().println("written: " + version);
            out().println("score a table of your own with: attune score --model " + name + "/" + version.getFileName()
                    + " --frame FILE --out CSV");
            out().println("Its card states no AUC, so the gates cannot judge it: attune models promote " + name + " "
                    + version.getFileName() + " --force");
        });
    }

    private void activated(String model, String version) {
        out().println(model + " " + version + " is the champion");
        out().println("it scores when a hub starts on this registry, or reloads its definitions");
    }

    /** Through the hub where one runs, so that all its nodes follow; else on the files. */
    private int with(Consumer<HubModels> asked, Consumer<RegistryFolder> work) {
        Optional<RunningHub> hub = registry == null ? RunningHub.ifAny() : Optional.empty();
        if (hub.isPresent()) {
            asked.accept(new HubModels(hub.get().client(), out()));
            out().flush();
            return CommandLine.ExitCode.OK;
        }
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
