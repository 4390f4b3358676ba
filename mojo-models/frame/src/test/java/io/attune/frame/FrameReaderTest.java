package io.attune.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsQuotesBlanksAndLineBreaksInFields() throws IOException {
        FlatFrame frame = read("name, amount \n\"Smith, John\",\" 12 \"\n\n\"two\nlines\",\n");

        assertThat(frame.names()).containsExactly("name", "amount");
        assertThat(frame.column("name")).containsExactly("Smith, John", "two lines");
        assertThat(frame.column("amount")).containsExactly("12", "");
        assertThat(frame.lines()).containsExactly(2L, 4L);
    }

    @Test
    void findsTheSeparator() throws IOException {
        assertThat(read("a;b;c\n1,5;2;x, y, z\n1;2;3\n").separator()).isEqualTo(';');
        assertThat(read("a\tb\n1\t2\n").separator()).isEqualTo('\t');
        assertThat(read("a|b\n1|2\n").separator()).isEqualTo('|');
        assertThat(read("only\n1\n2\n").names()).containsExactly("only");
    }

    @Test
    void readsOtherEncodings() throws IOException {
        String text = "café,label\nné,1\n";
        assertThat(read(text.getBytes(Charset.forName("windows-1252"))).names()).contains("café");
        assertThat(read(text.getBytes(StandardCharsets.UTF_16)).names()).contains("café");
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)).names())
                .contains("café");
        assertThat(read(text).encoding()).isEqualTo("UTF-8");
    }

    @Test
    void readsGzip() throws IOException {
        Path file = folder.resolve("frame.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(FrameReader.read(file).column("b")).containsExactly("2");
    }

    @Test
    void saysWhereARowIsOfAnotherWidth() {
        assertThatThrownBy(() -> read("a,b\n1,2\n1,2,3\n"))
                .isInstanceOf(FrameException.class)
                .hasMessageContaining("frame.csv:3: has 3 fields where the header has 2");
        assertThatThrownBy(() -> read("a,b\n1,2\n1\n")).hasMessageContaining("frame.csv:3: has 1 fields");
    }

    @Test
    void forgivesASeparatorAtTheEndOfALine() throws IOException {
        assertThat(read("a,b\n1,2,\n3,4, ,\n").column("b")).containsExactly("2", "4");
    }

    @Test
    void tellsColumnsOfOneNameApart() throws IOException {
        FlatFrame frame = read("a,a (2),a,b,a\n1,2,3,4,5\n");

        assertThat(frame.names()).containsExactly("a", "a (2)", "a (3)", "b", "a (4)");
        assertThat(frame.repeatedNames()).containsEntry("a (3)", "a").doesNotContainKey("b");
    }

    @Test
    void findsTheColumnsOfAListWhoseNamesHoldCommas() throws IOException {
        FlatFrame frame = read("\"income, yearly\",age,name\n1,2,3\n");

        assertThat(frame.named(List.of("income, yearly, name", "age")))
                .containsExactly("income, yearly", "name", "age");
        assertThat(frame.named(List.of("income,nobody"))).containsExactly("income", "nobody");
    }

    @Test
    void takesBlanksThatDoNotBreakForBlanks() throws IOException {
        assertThat(read("a,b\n\u00a01\u202f234\u00a0,x  y\n").column("a")).containsExactly("1 234");
        assertThat(read("a,b\n1,x \t y\n").column("b")).containsExactly("x y");
    }

    @Test
    void keepsEveryValueOfAColumnOfVeryMany() throws IOException {
        String rows = IntStream.range(0, 12_000).mapToObj(row -> row + ",x\n").collect(Collectors.joining());

        assertThat(read("a,b\n" + rows).column("a")).hasSize(12_000).endsWith("11999");
    }

    @Test
    void saysWhatIsWrongWithAHeaderOrAnEmptyFile() {
        assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("no rows");
        assertThatThrownBy(() -> read("")).hasMessageContaining("no rows");
        assertThatThrownBy(() -> FrameReader.read(folder.resolve("absent.csv"))).hasMessageContaining("is not a file");
        assertThatThrownBy(() -> read("Churn,b\n1,2\n").column("churn")).hasMessageContaining("Did you mean Churn?");
    }

    private FlatFrame read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private FlatFrame read(byte[] content) throws IOException {
        return FrameReader.read(Files.write(folder.resolve("frame.csv"), content));
    }
}
