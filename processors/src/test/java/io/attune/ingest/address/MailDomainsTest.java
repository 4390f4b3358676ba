package io.attune.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailDomainsTest {
    private static final Path SHIPPED = Path.of("../connectors-config");

    @TempDir
    Path folder;

    @Test
    void aDomainIsItselfAndAWildcardAllBelow() throws IOException {
        MailDomains domains = list("once.example # a comment\n\n*.often.example\n*.bücher.example");

        assertThat(domains.holds("a@once.example")).isTrue();
        assertThat(domains.holds("a@sub.once.example")).isFalse();
        assertThat(domains.holds("a@often.example")).isTrue();
        assertThat(domains.holds("a@very.often.example")).isTrue();
        assertThat(domains.holds("a@notoften.example")).isFalse();
        assertThat(domains.holds("a@example")).isFalse();
        assertThat(domains.holds("a@xn--bcher-kva.example")).isTrue();
        assertThat(MailDomains.read(folder.resolve("absent.txt")).holds("a@once.example"))
                .isFalse();
    }

    @Test
    void aLineThatIsNoDomainIsNamed() {
        assertThatThrownBy(() -> list("good.example\nnot a domain\n"))
                .hasMessageContaining("domains.txt:2")
                .hasMessageContaining("not a domain");
    }

    @Test
    void theShippedListsKnowWhoGivesAddressesAway() {
        MailDomains disposable = MailDomains.read(SHIPPED.resolve("disposable-domains.txt"));
        MailDomains free = MailDomains.read(SHIPPED.resolve("free-mail-domains.txt"));

        assertThat(disposable.holds("x@inbox.mailinator.com")).isTrue();
        assertThat(disposable.holds("x@gmail.com")).isFalse();
        assertThat(free.holds("x@gmail.com")).isTrue();
        assertThat(free.holds("x@example.com")).isFalse();
    }

    /** An engineer who takes a long list from elsewhere has only to write the stars. */
    @Test
    void aListOfTensOfThousandsIsHeld() throws IOException {
        Path lists = SharedData.file("reference_lists/disposable-email-domains-1.0.62/index.json")
                .getParent();
        List<String> exact = texts(lists.resolve("index.json"));
        List<String> below = texts(lists.resolve("wildcard.json"));
        List<String> lines = new ArrayList<>(exact);
        below.forEach(domain -> lines.add("*." + domain));

        MailDomains domains = list(String.join("\n", lines));

        assertThat(exact).hasSizeGreaterThan(1_000).allMatch(domain -> domains.holds("a@" + domain));
        assertThat(below).isNotEmpty().allMatch(domain -> domains.holds("a@x." + domain));
        assertThat(domains.holds("a@example.org")).isFalse();
    }

    private static List<String> texts(Path json) throws IOException {
        List<String> texts = new ArrayList<>();
        new ObjectMapper().readTree(json.toFile()).forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private MailDomains list(String text) throws IOException {
        Path file = folder.resolve("domains.txt");
        Files.writeString(file, text);
        return MailDomains.read(file);
    }
}
