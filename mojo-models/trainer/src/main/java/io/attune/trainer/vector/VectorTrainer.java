package io.attune.trainer.vector;

import io.attune.trainer.H2oProcess;
import io.attune.trainer.KindOptions;
import io.attune.trainer.TrainerProgram;
import io.attune.trainer.learning.Progress;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The trainer's process for the hub's models: reads a frame and a definition, writes a version's folder, and ends. */
@Command(
        name = "attune-trainer",
        description = "Trains a model from an exported frame and writes it with its card.",
        mixinStandardHelpOptions = true)
public final class VectorTrainer implements Callable<Integer> {
    @Mixin
    private KindOptions options;

    private final Clock clock;

    private VectorTrainer(Clock clock) {
        this.clock = clock;
    }

    /** Ends the process with 0 after success, 1 when training was not possible, 2 for wrong options. */
    public static void main(String[] arguments) {
        TrainerProgram.run(new VectorTrainer(Clock.systemUTC()), arguments);
    }

    @Override
    public Integer call() {
        VectorDefinition definition = VectorDefinition.read(options.definition);
        TrainingFrame frame = TrainingFrame.read(options.frame);
        VectorTask task = new VectorTask(
                definition,
                options.frame,
                options.output,
                options.version(),
                Optional.ofNullable(options.champion).map(Champion::read),
                options.seed(definition.seed()),
                options.threads);
        H2oProcess.start(options.threads);
        Progress progress = new Progress(System.out);
        report(
                definition.asksForAmount()
                        ? new AmountTraining(task, progress, clock).run(frame)
                        : new VectorTraining(task, progress, clock).run(frame));
        return CommandLine.ExitCode.OK;
    }

    private void report(VectorCard card) {
        VectorCard.Headline headline = card.metrics().headline();
        System.out.printf(
                Locale.ROOT,
                "%s %s: %s, learned from %d rows of %d people%n",
                card.model(),
                card.version(),
                card.algorithm(),
                card.data().rows(),
                card.data().people());
        System.out.printf(
                Locale.ROOT,
                "hold-out: %d rows of people not learned from, as of %s: %s %.4f, %s %.4f%n",
                headline.rows(),
                headline.asOf(),
                headline.metric(),
                headline.value(),
                headline.baseline(),
                headline.baselineValue());
        if (headline.lead() != null) {
            System.out.printf(
                    Locale.ROOT,
                    "it leads by %.4f; of people drawn anew, 95 %% lie between %.4f and %.4f%s%n",
                    headline.lead().value(),
                    headline.lead().low(),
                    headline.lead().high(),
                    headline.lead().mayBeChance() ? ": it may be chance" : "");
        }
        if (!headline.beaten()) {
            System.out.println("It does not beat " + headline.baseline()
                    + ": keep the champion, and learn from more people or a longer history");
        }
        System.out.println("written: " + options.output.toAbsolutePath());
    }
}
