package io.attune.route;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.component.kamelet.KameletComponent;

/** The folder of the Kamelets, {@code NAME.kamelet.yaml}. Used by one thread at a time. */
final class KameletFolder {
    private static final String SUFFIX = ".kamelet.yaml";

    private final Path root;
    private Map<String, String> seen = Map.of();

    KameletFolder(Path root) {
        this.root = root;
    }

    /** Lets a context find the Kamelets, and knows them from now on. */
    void serve(CamelContext context) {
        context.getComponent("kamelet", KameletComponent.class)
                .setLocation("file:" + root.toAbsolutePath().normalize());
    }

    /** Whether a file came, changed or went since this was last asked. */
    boolean changed() {
        Map<String, String> now = read();
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    private Map<String, String> read() {
        if (!Files.isDirectory(root)) {
            return Map.of();
        }
        try (Stream<Path> files = Files.list(root)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file :
                    (Iterable<Path>) files.filter(path -> path.toString().endsWith(SUFFIX))::iterator) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the Kamelets in " + root, e);
        }
    }
}
