package io.attune.command.training;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One training of one model.
 *
 * @param definitions the folder {@code mojo-models/definitions}
 * @param database where the events are; a connection is made when one is needed
 * @param end until when the hub knows what happened; nothing at or after it may be read
 * @param frame a frame that was exported before, to learn from instead of exporting one
 * @param scratch a folder for exported frames, which are kept there until the next training of the model
 * @param output the version's folder, which does not exist yet; its name is the version
 * @param champion the folder of the version that is in use, to be judged on the same rows
 * @param threads equal models need an equal number
 * @param seed instead of the definition's
 * @param trainer starts H2O in a process of its own
 * @param out tells the person who waits
 */
public record TrainingRun(
        DefinedModel model,
        Path definitions,
        HubDatabase database,
        Instant end,
        Optional<Path> frame,
        Path scratch,
        Path output,
        Optional<Path> champion,
        int threads,
        Optional<Long> seed,
        TrainerProcess trainer,
        PrintWriter out) {

    public void say(String line) {
        out.println(line);
        out.flush();
    }
}
