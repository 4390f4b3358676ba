package io.attune.identity.matching.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritingHabitsTest {
    @ParameterizedTest
    @CsvSource({
        "1980-03-04, 19800304",
        "19800304, 19800304",
        "1980-03-04T00:00:00Z, 19800304",
        "4.3.1980, 19800304",
        "04/03/1980, 19800304",
        "4 March 1980, 19800304",
        "'March 4, 1980', 19800304",
        "04-MAR-80, 19800304",
        "4. März 1980, 19800304",
        "4 août 1980, 19800804",
        "31 Dez 1980, 19801231",
        "19801399, 19801399",
        "x, ''"
    })
    void readsBirthDates(String text, String digits) {
        assertThat(BirthDates.readingLike(List.of("31.12.1979")).normalized(text))
                .isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({
        "31121979, 04031980, 19800304",
        "12311979, 03041980, 19800304",
        "31121979, 4031980, 19800304",
        "19791231, 19800304, 19800304"
    })
    void tellsFromTheColumnWhereTheYearStands(String sample, String text, String digits) {
        assertThat(BirthDates.readingLike(List.of(sample, text)).normalized(text))
                .isEqualTo(digits);
    }

    @Test
    void tellsMonthFirstFromTheColumn() {
        assertThat(BirthDates.readingLike(List.of("12/31/1979")).normalized("03/04/1980"))
                .isEqualTo("19800304");
    }

    @ParameterizedTest
    @CsvSource({
        "+61 2 1234 5678, 212345678",
        "(02) 1234-5678, 212345678",
        "+49 (0)30 123456, 930123456",
        "212-555-0100 x12, 125550100",
        "n/a, ''"
    })
    void readsTelephones(String text, String digits) {
        assertThat(Phones.normalized(text)).isEqualTo(digits);
    }

    @Test
    void findsTheSameLineWithAndWithoutPrefix() {
        assertThat(Phones.same(Phones.normalized("+49 30 123456"), Phones.normalized("030 123456")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Ann+shop@Example.com, ann@example.com", "A.Nn@gmail.com, ann@gmail.com", "no-address, no-address"})
    void readsEmails(String text, String address) {
        assertThat(Emails.normalized(text)).isEqualTo(address);
    }

    @Test
    void leavesPlainLetters() {
        assertThat(PlainLetters.of("  Zoë O'Brien-Müller ")).isEqualTo("zoe obrien muller");
        assertThat(PlainLetters.of("Þór Yıldız")).isEqualTo("thor yildiz");
        assertThat(PlainLetters.of("सीता")).isNotEqualTo(PlainLetters.of("सती"));
        assertThat(Streets.normalized("Goethestraße 5")).isEqualTo("goethestr 5");
        assertThat(Streets.normalized("High Street")).isEqualTo(Streets.normalized("high st."));
    }
}
