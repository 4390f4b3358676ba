package io.attune.sandbox.standin.salesforce;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Comparisons of an object's field. Nothing is less or greater than null; nulls come first unless told otherwise. */
final class SoqlComparison {
    private SoqlComparison() {}

    static Predicate<SObject> of(Field field, SoqlToken operator, SoqlToken value) {
        if (operator.is("LIKE")) {
            return like(field, value);
        }
        Optional<Comparable<?>> wanted = SoqlLiteral.of(value, field);
        return switch (operator.text()) {
            case "=" -> object -> SoqlLiteral.of(object, field).equals(wanted);
            case "!=", "<>" -> object -> !SoqlLiteral.of(object, field).equals(wanted);
            case "<" -> compared(field, wanted, order -> order < 0);
            case "<=" -> compared(field, wanted, order -> order <= 0);
            case ">" -> compared(field, wanted, order -> order > 0);
            case ">=" -> compared(field, wanted, order -> order >= 0);
            default -> throw SalesforceErrors.bad("MALFORMED_QUERY", "unexpected token: '" + operator.text() + "'");
        };
    }

    static Predicate<SObject> in(Field field, List<SoqlToken> values) {
        List<Optional<Comparable<?>>> wanted =
                values.stream().map(value -> SoqlLiteral.of(value, field)).toList();
        return object -> wanted.contains(SoqlLiteral.of(object, field));
    }

    private static Predicate<SObject> like(Field field, SoqlToken value) {
        String pattern = Pattern.quote(value.text().toLowerCase(Locale.ROOT))
                .replace("%", "\\E.*\\Q")
                .replace("_", "\\E.\\Q");
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        return object -> compiled.matcher(object.text(field.name()).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static Predicate<SObject> compared(Field field, Optional<Comparable<?>> wanted, IntPredicate accepted) {
        return object -> {
            Optional<Comparable<?>> value = SoqlLiteral.of(object, field);
            return value.isPresent() && wanted.isPresent() && accepted.test(compare(value.get(), wanted.get()));
        };
    }

    static Comparator<SObject> order(Field field, boolean descending, boolean nullsLast) {
        return (one, two) -> {
            Optional<Comparable<?>> left = SoqlLiteral.of(one, field);
            Optional<Comparable<?>> right = SoqlLiteral.of(two, field);
            if (left.isEmpty() || right.isEmpty()) {
                int nullsFirst = Boolean.compare(left.isPresent(), right.isPresent());
                return nullsLast ? -nullsFirst : nullsFirst;
            }
            int order = compare(left.get(), right.get());
            return descending ? -order : order;
        };
    }

    /** Both are of the field's one type. */
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> one, Comparable<?> two) {
        return ((Comparable<Object>) one).compareTo(two);
    }
}
