package io.attune.command.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The default configuration on public labelled sets, which lie beside the checkout and do not ship with it. */
class LabelledSetsTest {
    private static final String FEBRL = "given_name=given_name,family_name=surname,birth_date=date_of_birth,"
            + "street_number=street_number,street=address_1,address2=address_2,city=suburb,region=state,postcode=postcode";
    private static final String SPLINK =
            "given_name=first_name,family_name=surname,birth_date=dob,city=city,email=email";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "febrl/dataset1.csv   | rec_id:rec-(\\d+)- | 0.999 | 0.997",
                "febrl/dataset2.csv   | rec_id:rec-(\\d+)- | 0.999 | 0.997",
                "splink/fake_1000.csv | cluster            | 0.99  | 0.94",
                "splink/fake_10000.csv | group             | 0.99  | 0.94"
            })
    void areResolvedWithOneDefault(String name, String truth, double precision, double f1) throws IOException {
        Optional<Path> set = set(name);
        boolean demanded = "true".equals(System.getenv("CI"));
        assumeTrue(
                set.isPresent() || demanded, "The labelled sets are not beside the checkout, in ../shared/data/dedup");
        assertThat(set).isPresent();
        JsonNode report = Run.of(
                        shuffled(set.orElseThrow()),
                        name.startsWith("febrl") ? FEBRL : SPLINK,
                        truth,
                        folder.resolve("out.csv"),
                        folder.resolve("report.json"))
                .report();

        assertThat(report.path("sure").path("precision").asDouble()).isGreaterThanOrEqualTo(precision);
        assertThat(report.path("withReview").path("f1").asDouble()).isGreaterThanOrEqualTo(f1);
    }

    private static Optional<Path> set(String name) {
        String named = System.getProperty("attune.data");
        if (named != null) {
            return Optional.of(Path.of(named, "dedup", name)).filter(Files::exists);
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared/data/dedup").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    private Path shuffled(Path set) throws IOException {
        List<String> lines = Files.readAllLines(set);
        List<String> rows = new ArrayList<>(lines.subList(1, lines.size()));
        Collections.shuffle(rows, new Random(11));
        rows.add(0, lines.get(0));
        return Files.write(folder.resolve("people.csv"), rows);
    }
}
