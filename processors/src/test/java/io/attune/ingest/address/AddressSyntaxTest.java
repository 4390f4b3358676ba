package io.attune.ingest.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressSyntaxTest {
    @ParameterizedTest
    @CsvSource({
        "ada@example.com, PLAIN",
        "ada+shop@sub.example.co.uk, PLAIN",
        "élodie@bücher.example, PLAIN",
        "ada@[192.0.2.1], UNUSUAL",
        "ada@[IPv6:2001:db8::1], UNUSUAL",
        "ada@localhost, UNUSUAL",
        "\"ada lovelace\"@example.com, UNUSUAL",
        "(her)ada@example.com, COMMENTED",
        "ada.\"l\"@example.com, OBSOLETE",
        "ada@exa!mple.com, UNREACHABLE",
        "ada@[nowhere], UNREACHABLE",
        "ada lovelace@example.com, MALFORMED",
        "ada@@example.com, MALFORMED",
        "ada@example.com., MALFORMED",
        "ada@[192.0.2.1].com, MALFORMED"
    })
    void everyAddressHasAGrade(String text, Grade grade) {
        assertThat(AddressSyntax.of(text).grade()).isEqualTo(grade);
    }

    /** The grades are those of is_email, whose cases these are; what the network would add is not asked for. */
    @Test
    void agreesWithEveryCaseOfIsEmail() throws IOException {
        JsonNode cases = new ObjectMapper()
                .readTree(SharedData.file("isemail/isemail_dev.json").toFile());
        assertThat(cases).hasSizeGreaterThan(100);
        for (JsonNode each : cases) {
            String diagnosis = each.get(1).asText();
            AddressSyntax syntax = AddressSyntax.of(each.get(0).asText());
            assertThat(syntax.grade())
                    .as("%s is %s; found: %s", each.get(0), diagnosis, syntax.reason())
                    .isEqualTo(grade(diagnosis));
            assertThat(syntax.grade().deliverable())
                    .isEqualTo(diagnosis.equals("valid")
                            || diagnosis.startsWith("dnsWarn")
                            || diagnosis.startsWith("rfc5321"));
        }
    }

    private static Grade grade(String diagnosis) {
        if (diagnosis.equals("valid") || diagnosis.startsWith("dnsWarn")) {
            return Grade.PLAIN;
        }
        return diagnosis.startsWith("rfc5321")
                ? Grade.UNUSUAL
                : diagnosis.startsWith("cfws")
                        ? Grade.COMMENTED
                        : diagnosis.startsWith("deprecated")
                                ? Grade.OBSOLETE
                                : diagnosis.startsWith("rfc5322") ? Grade.UNREACHABLE : Grade.MALFORMED;
    }

    @Property
    void anyTextHasAGradeAndNoReasonQuotesIt(@ForAll String text) {
        AddressSyntax syntax = AddressSyntax.of(text);
        assertThat(syntax.grade() == Grade.PLAIN).isEqualTo(syntax.reason().isEmpty());
        assertThat(syntax.grade() == Grade.MALFORMED).isEqualTo(syntax.domain().isEmpty());
    }
}
