package io.attune.command.training;

import io.attune.command.CommandFailure;
import io.attune.definition.DefinitionException;
import io.attune.error.AttuneException;
import io.attune.registry.Headline;
import io.attune.registry.RegistryException;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Trains models one after the other. One that fails is told with its reason and stops no other.
 *
 * @param registry where the versions are written
 * @param runs what a training of a model into a folder, beside a champion, is given
 */
public record Trainings(DefinedModels models, Path registry, RunMaker runs, PrintWriter out) {

    /** Makes what one training is given. */
    @FunctionalInterface
    public interface RunMaker {
        TrainingRun of(DefinedModel model, Path output, Optional<Path> champion);
    }

    /** One result a name, in their order. */
    public List<TrainingResult> train(List<String> names) throws InterruptedException {
        List<TrainingResult> results = new ArrayList<>();
        for (String name : names) {
            say("[" + (results.size() + 1) + "/" + names.size() + "] " + name);
            results.add(train(name));
        }
        return results;
    }

    private TrainingResult train(String name) throws InterruptedException {
        long started = System.nanoTime();
        Function<String, TrainingResult> failed = reason -> {
            say("failed: " + name + ": " + reason);
            return TrainingResult.failed(name, reason, seconds(started));
        };
        try {
            DefinedModel model = models.read(name);
            RegistryHome home = new RegistryHome(registry.resolve(name));
            Path output = home.next();
            home.requireKind(model);
            model.kind().train(runs.of(model, output, home.champion()));
            requireWhole(output);
            home.mark(model);
            return TrainingResult.trained(
                    model, output, Headline.of(ModelCard.read(output.resolve("card.json"))), seconds(started));
        } catch (CommandFailure | AttuneException | ModelException | RegistryException known) {
            String told = known instanceof DefinitionException ? "\n" + known.getMessage() : known.getMessage();
            return failed.apply(told);
        } catch (IOException unwritable) {
            return failed.apply("the registry cannot be read or written: " + unwritable.getMessage());
        } catch (RuntimeException fault) {
            fault.printStackTrace(out);
            return failed.apply("a fault of Attune's own, please report it with the lines above: " + fault);
        }
    }

    private static void requireWhole(Path output) {
        for (String file : List.of("card.json", "card.html")) {
            if (!Files.isRegularFile(output.resolve(file))) {
                throw new CommandFailure("the training ended, but " + output.resolve(file) + " was not written");
            }
        }
    }

    private static double seconds(long started) {
        return (System.nanoTime() - started) / 1e9;
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
