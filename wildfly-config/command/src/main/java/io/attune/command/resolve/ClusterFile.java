package io.attune.command.resolve;

import io.attune.command.CommandFailure;
import io.attune.identity.matching.ResolvedTable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of {@code --out}: a line for each row of the input, in its order. */
final class ClusterFile {
    private ClusterFile() {}

    static void write(Path file, ResolvedTable resolved, int firstFile) {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("row,file,cluster,cluster_with_review\n");
            for (int row = 0; row < resolved.clusters().length; row++) {
                boolean second = row >= firstFile;
                writer.write((second ? row - firstFile + ",2," : row + ",1,") + resolved.clusters()[row] + ","
                        + resolved.clustersWithReview()[row] + "\n");
            }
        } catch (IOException failed) {
            throw new CommandFailure("cannot write " + file + ": " + failed.getMessage(), failed);
        }
    }
}
