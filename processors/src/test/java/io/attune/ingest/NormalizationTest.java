package io.attune.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizationTest {
    @ParameterizedTest
    @CsvSource({
        "' Ada@Example.COM ', ada@example.com",
        "mailto:ada@example.com, ada@example.com",
        "<ada@example.com>, ada@example.com",
        "ada+shop@example.com, ada+shop@example.com",
        "ada@bücher.example, ada@xn--bcher-kva.example",
        "o'hara@example.org, o'hara@example.org"
    })
    void addressesGetOneSpelling(String typed, String expected) {
        assertThat(EmailAddress.normalize(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.com",
                "ada@",
                "ada@example",
                "a b@example.com",
                "ada@exa mple.com",
                ".ada@example.com",
                "ada@-example.com"
            })
    void whatIsNoAddressIsNone(String typed) {
        assertThat(EmailAddress.normalize(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'(415) 555-2671', US, +14155552671",
        "'0049 30 901820', DE, +4930901820",
        "'+44 20 7946 0018', '', +442079460018",
        "'020 7946 0018', GB, +442079460018"
    })
    void numbersAreWrittenInE164(String typed, String region, String expected) {
        assertThat(PhoneNumber.normalize(typed, region)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"12, US", "'020 7946 0018', ''", "call me, GB", "'', US"})
    void whatIsNoNumberIsNone(String typed, String region) {
        assertThat(PhoneNumber.normalize(typed, region)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "' ada  lovelace', Ada Lovelace",
        "O'HARA-SMITH, O'Hara-Smith",
        "van der Berg, van der Berg",
        "McDonald, McDonald",
        "ÉLODIE, Élodie",
        "J, J"
    })
    void namesAreWrittenAsOnALetter(String typed, String expected) {
        assertThat(PersonName.normalize(typed)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "N/A", "unknown", "-"})
    void placeholdersAreNoNames(String typed) {
        assertThat(PersonName.normalize(typed)).isEmpty();
    }

    @Test
    void timesOfSourcesAreRead() {
        assertThat(SourceTime.instant("2026-06-01T10:00:00.000+0000")).contains(Instant.parse("2026-06-01T10:00:00Z"));
        assertThat(SourceTime.instant("2026-06-01T10:00:00+02:00")).contains(Instant.parse("2026-06-01T08:00:00Z"));
        assertThat(SourceTime.instant("yesterday")).isEmpty();
        assertThat(SourceTime.offsetMinutes("2026-06-01T10:00:00Z", "Asia/Kolkata"))
                .isEqualTo(330);
        assertThat(SourceTime.offsetMinutes("2026-06-01T10:00:00-05:00", "Nowhere/Land"))
                .isEqualTo(-300);
    }
}
