package io.attune.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.database.PostgresDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    @RegisterExtension
    static final PostgresDatabase POSTGRES = new PostgresDatabase();

    @TempDir
    Path home;

    private void write(String path, String content) throws IOException {
        Path file = home.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    @Test
    void theSameDefinitionsAreTheSameReleaseWhateverTheBuildLeavesBeside() throws IOException {
        write("routes/profile/profile.camel.yaml", "a");
        write("campaigns/segments/new.yaml", "b");
        String hash = Manifest.of(home).hash();
        write("routes/target/classes/x.yaml", "built");
        write("routes/src/test/java/X.java", "test");
        write("routes/pom.xml", "pom");
        write("routes/.profile.camel.yaml.swp", "editor");
        assertThat(Manifest.of(home).hash()).isEqualTo(hash);
        assertThat(Manifest.of(home).files()).hasSize(2);
        write("campaigns/segments/new.yaml", "c");
        assertThat(Manifest.of(home).hash()).isNotEqualTo(hash);
    }

    @Test
    void everyNodeRecordsWhatItRuns() throws IOException {
        write("routes/a.camel.yaml", "a");
        Releases one = new Releases(POSTGRES.database(), home, "one", Clock.systemUTC());
        String first = one.activate().hash();
        one.activate();
        write("routes/a.camel.yaml", "b");
        Releases two = new Releases(POSTGRES.database(), home, "two", Clock.systemUTC());
        String second = two.activate().hash();
        assertThat(one.current()).isEqualTo(first);
        assertThat(one.ofNodes()).containsEntry("one", first).containsEntry("two", second);
    }
}
