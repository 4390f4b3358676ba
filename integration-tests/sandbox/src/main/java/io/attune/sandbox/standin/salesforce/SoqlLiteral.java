package io.attune.sandbox.standin.salesforce;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/** Values as SOQL compares them: texts without case, instants as instants, numbers as numbers. */
final class SoqlLiteral {
    private SoqlLiteral() {}

    /** Empty for {@code null}. */
    static Optional<Comparable<?>> of(SoqlToken token, Field field) {
        if (token.is("null")) {
            return Optional.empty();
        }
        boolean fits = switch (field.type()) {
            case INSTANT -> token.kind() == SoqlToken.Kind.INSTANT;
            case DATE -> token.kind() == SoqlToken.Kind.DATE;
            case NUMBER -> token.kind() == SoqlToken.Kind.NUMBER;
            case BOOLEAN -> token.is("true") || token.is("false");
            default -> token.kind() == SoqlToken.Kind.STRING;
        };
        if (!fits) {
            throw SalesforceErrors.bad(
                    "INVALID_FIELD",
                    "value of filter criterion for field '" + field.name() + "' must be of type "
                            + field.type().name().toLowerCase(Locale.ROOT) + " and, if a text, enclosed in quotes");
        }
        return Optional.of(comparable(token.text(), field));
    }

    static Optional<Comparable<?>> of(SObject object, Field field) {
        return object.value(field.name())
                .filter(value -> !value.toString().isEmpty())
                .map(value -> comparable(value.toString(), field));
    }

    private static Comparable<?> comparable(String text, Field field) {
        return switch (field.type()) {
            case INSTANT -> instant(text);
            case DATE -> LocalDate.parse(text);
            case NUMBER -> new BigDecimal(text);
            case BOOLEAN -> Boolean.valueOf(text);
            case ID -> text.length() == 15 ? SalesforceId.complete(text) : text;
            default -> text.toLowerCase(Locale.ROOT);
        };
    }

    private static Instant instant(String text) {
        return OffsetDateTime.parse(Field.normalizedOffset(text)).toInstant();
    }
}
