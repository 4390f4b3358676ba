package io.attune.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.it.environment.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Promises about all the tests of the build, which no single one of them can keep. */
class ConventionsTest {
    private static final Path SELF = Path.of("ConventionsTest.java");

    @Test
    void noTestIsDisabled() {
        assertThat(tests(source -> source.contains("@Disabled")))
                .as("a test that does not run proves nothing: mend it or delete it")
                .isEmpty();
    }

    @Test
    void noTestIsSkippedInContinuousIntegration() {
        assertThat(tests(source -> (source.contains("Assumptions") || source.contains("@EnabledIf"))
                        && !source.contains("getenv(\"CI\")")))
                .as("a test that lacks something must fail where the environment variable CI is true; see Browsers")
                .isEmpty();
    }

    @Test
    void noTestSleeps() {
        assertThat(tests(source -> source.contains("Thread.sleep")))
                .as("wait for what you wait for, with Awaitility")
                .isEmpty();
    }

    private static List<Path> tests(Predicate<String> offending) {
        try (Stream<Path> files = Files.walk(Repository.root())) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> file.toString().contains("/src/test/"))
                    .filter(file -> !file.endsWith(SELF))
                    .filter(file -> offending.test(read(file)))
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
