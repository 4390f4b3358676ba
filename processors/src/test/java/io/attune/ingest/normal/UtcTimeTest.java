package io.attune.ingest.normal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short way says what the formatter says, or nothing. */
class UtcTimeTest {
    private static final DateTimeFormatter FORMATTER = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendLiteral('Z')
            .toFormatter();

    @Property
    void saysOfTimesWhatTheFormatterSays(@ForAll("times") String text) {
        Optional<LocalDateTime> read = UtcTime.read(text);

        assertThat(read).isIn(Optional.empty(), formatted(text));
    }

    @Property
    void knowsEveryUsualTime(@ForAll("usual") String text) {
        assertThat(UtcTime.read(text)).isPresent().isEqualTo(formatted(text));
    }

    /** Times with a character, a length or a number here and there that does not fit. */
    @Provide
    Arbitrary<String> times() {
        Arbitrary<String> number = Arbitraries.integers().between(0, 99).map("%02d"::formatted);
        Arbitrary<String> any =
                Arbitraries.strings().withChars("0123456789-+:.TZz ").ofMaxLength(32);
        Arbitrary<String> shaped = Combinators.combine(number, number, number, number, number, decimals())
                .as((month, day, hour, minute, second, decimals) ->
                        "2026-" + month + '-' + day + 'T' + hour + ':' + minute + ':' + second + decimals + 'Z');
        Arbitrary<String> damaged = Combinators.combine(
                        usual(), Arbitraries.integers().between(0, 29), Arbitraries.of("", "x", "-", "٣", "7", " "))
                .as((text, at, with) ->
                        at < text.length() ? text.substring(0, at) + with + text.substring(at + 1) : text);
        return Arbitraries.oneOf(any, shaped, damaged);
    }

    @Provide
    Arbitrary<String> usual() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 9_999),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(1, 28),
                        Arbitraries.integers().between(0, 86_399),
                        decimals())
                .as((year, month, day, second, decimals) -> "%04d-%02d-%02dT%02d:%02d:%02d%sZ"
                        .formatted(year, month, day, second / 3_600, second / 60 % 60, second % 60, decimals));
    }

    private static Arbitrary<String> decimals() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(0)
                .ofMaxLength(9)
                .map(digits -> digits.isEmpty() ? "" : "." + digits);
    }

    private static Optional<LocalDateTime> formatted(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, FORMATTER));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
