package io.attune.command.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.command.CommandFailure;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResolveCommandTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16"})
    void readsAnyUsualEncoding(String charset) throws IOException {
        Path file = write("first;last\n\"Müller; Zoë\";O'Brien\n\n", Charset.forName(charset));
        CsvFile csv = new CsvFile(file);
        List<String> values = new ArrayList<>();
        csv.forEach(row -> values.addAll(List.of(row)));

        assertThat(values).containsExactly("Müller; Zoë", "O'Brien");
        assertThat(csv.place("LAST")).isEqualTo(1);
    }

    @Test
    void skipsAByteOrderMarkAndFillsShortRows() throws IOException {
        Path file = write("\uFEFFfirst, last\nAnn\n", StandardCharsets.UTF_8);
        CsvFile csv = new CsvFile(file);
        List<String> values = new ArrayList<>();
        csv.forEach(row -> values.addAll(List.of(row)));

        assertThat(csv.place("first")).isZero();
        assertThat(values).containsExactly("Ann", "");
    }

    @Test
    void namesWhatAFileHas() throws IOException {
        CsvFile csv = new CsvFile(write("first,last\nAnn,Lee\n", StandardCharsets.UTF_8));

        assertThatThrownBy(() -> csv.place("surname"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("no column 'surname'; its columns are first, last");
        assertThatThrownBy(() -> FieldMapping.parse("first=first"))
                .hasMessageContaining("there is no attribute 'first'; the attributes are given_name");
        assertThatThrownBy(() -> TruthColumn.parse("id:rec-\\d+")).hasMessageContaining("exactly one");
    }

    @Test
    void namesTheLineThatIsBroken() throws IOException {
        CsvFile csv = new CsvFile(write("first,last\nAnn,Lee\n\"Bob,Ray\n", StandardCharsets.UTF_8));

        assertThatThrownBy(() -> csv.forEach(row -> {}))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("line ");
    }

    @Test
    void writesAClusterForEachRow() throws IOException {
        Path file = write("""
                id,first,last,born
                a-1,Ann,Featherstone,1980-03-04
                b-1,Bob,Underhill,1971-05-06
                a-2,Ann,Featherstone,1980-03-04
                """, StandardCharsets.UTF_8);
        Run run = Run.of(
                file,
                "given_name=first,family_name=last,birth_date=born",
                "id:(\\w)-",
                folder.resolve("out.csv"),
                folder.resolve("report.json"));

        assertThat(Files.readAllLines(folder.resolve("out.csv")))
                .hasSize(4)
                .first()
                .isEqualTo("row,file,cluster,cluster_with_review");
        assertThat(run.report().path("truePairs").asInt()).isEqualTo(1);
        assertThat(run.report().path("sure").has("precision")).isTrue();
        assertThat(run.report().path("withReview").has("f1")).isTrue();
        assertThat(run.report().path("seconds").isNumber()).isTrue();
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("people.csv"), text.getBytes(charset));
    }
}
