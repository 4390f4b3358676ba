package io.attune.sandbox.standin.salesforce;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Comparisons of a contact's field. Nothing is less or greater than null; nulls come first unless told otherwise. */
final class SoqlComparison {
    private SoqlComparison() {}

    static Predicate<Contact> of(ContactField field, SoqlToken operator, SoqlToken value) {
        if (operator.is("LIKE")) {
            return like(field, value);
        }
        Optional<Comparable<?>> wanted = SoqlLiteral.of(value, field);
        return switch (operator.text()) {
            case "=" -> contact -> SoqlLiteral.of(contact, field).equals(wanted);
            case "!=", "<>" -> contact -> !SoqlLiteral.of(contact, field).equals(wanted);
            case "<" -> compared(field, wanted, order -> order < 0);
            case "<=" -> compared(field, wanted, order -> order <= 0);
            case ">" -> compared(field, wanted, order -> order > 0);
            case ">=" -> compared(field, wanted, order -> order >= 0);
            default -> throw SalesforceErrors.bad("MALFORMED_QUERY", "unexpected token: '" + operator.text() + "'");
        };
    }

    static Predicate<Contact> in(ContactField field, List<SoqlToken> values) {
        List<Optional<Comparable<?>>> wanted =
                values.stream().map(value -> SoqlLiteral.of(value, field)).toList();
        return contact -> wanted.contains(SoqlLiteral.of(contact, field));
    }

    private static Predicate<Contact> like(ContactField field, SoqlToken value) {
        String pattern = Pattern.quote(value.text().toLowerCase(Locale.ROOT))
                .replace("%", "\\E.*\\Q")
                .replace("_", "\\E.\\Q");
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        return contact -> compiled.matcher(contact.text(field.name()).toLowerCase(Locale.ROOT))
                .matches();
    }

    private static Predicate<Contact> compared(
            ContactField field, Optional<Comparable<?>> wanted, IntPredicate accepted) {
        return contact -> {
            Optional<Comparable<?>> value = SoqlLiteral.of(contact, field);
            return value.isPresent() && wanted.isPresent() && accepted.test(compare(value.get(), wanted.get()));
        };
    }

    static Comparator<Contact> order(ContactField field, boolean descending, boolean nullsLast) {
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
