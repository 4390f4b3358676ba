package io.attune.identity.matching;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Hashes of the forms of values that blocking keys are made of, each computed once for all rules that read it. Immutable. */
final class KeyHashes {
    /** The hash of what gives no key. */
    static final long NONE = 0;

    private static final long SOME = 1L << 62;

    private final Map<ValueForm, long[]> hashes;

    private KeyHashes(Map<ValueForm, long[]> hashes) {
        this.hashes = hashes;
    }

    /** Both are told apart by identity: a form is one object, and a column's dictionary too. */
    private record ValueForm(Values values, UnaryOperator<String> form) {
        long[] hashes() {
            long[] hashes = new long[values.size()];
            for (int number = 0; number < hashes.length; number++) {
                String text = form.apply(values.text(number));
                hashes[number] = text.isEmpty() ? NONE : Hashes.of(text) | SOME;
            }
            return hashes;
        }
    }

    /** What some rules need; all of them apply to the persons. */
    static KeyHashes of(Persons persons, List<BlockingRule> rules) {
        return new KeyHashes(rules.stream()
                .flatMap(rule -> rule.parts().stream())
                .flatMap(part -> part.attributes().stream()
                        .map(attribute -> new ValueForm(
                                persons.column(attribute).orElseThrow().values(), part.form())))
                .distinct()
                .parallel()
                .collect(Collectors.toMap(Function.identity(), ValueForm::hashes)));
    }

    /** The hash of each value of a column by its number, {@link #NONE} where its form is empty. */
    long[] of(Column column, UnaryOperator<String> form) {
        return hashes.get(new ValueForm(column.values(), form));
    }
}
