package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.standin.salesforce.SoqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reads {@code SELECT … FROM … [WHERE …] [ORDER BY …] [LIMIT n] [OFFSET n]}. For one query; not thread-safe. */
final class SoqlParser {
    private final List<SoqlToken> tokens;
    private final ObjectType type;
    private int at;

    private SoqlParser(String query, List<ObjectType> types) {
        this.tokens = SoqlToken.all(query);
        this.type = type(types);
    }

    /** @param types that can be asked for */
    static SoqlQuery parse(String query, List<ObjectType> types) {
        return new SoqlParser(query, types).query();
    }

    /** What FROM names: the fields before it can only be understood when that is known. */
    private ObjectType type(List<ObjectType> types) {
        int from = 0;
        while (!tokens.get(from).is("FROM")) {
            if (tokens.get(from).kind() == Kind.END) {
                throw unexpected(tokens.get(from));
            }
            from++;
        }
        SoqlToken object = tokens.get(from + 1);
        return types.stream()
                .filter(known -> object.is(known.name()))
                .findFirst()
                .orElseThrow(() ->
                        SalesforceErrors.bad("INVALID_TYPE", "sObject type '" + object.text() + "' is not supported."));
    }

    private SoqlQuery query() {
        expect("SELECT");
        boolean count = peek().is("COUNT");
        List<Field> fields = count ? count() : fields();
        expect("FROM");
        next();
        Predicate<SObject> condition = accept("WHERE") ? or() : object -> true;
        Comparator<SObject> order = accept("ORDER") ? order() : Comparator.comparing(SObject::id);
        int limit = accept("LIMIT") ? number() : Integer.MAX_VALUE;
        int offset = accept("OFFSET") ? number() : 0;
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return new SoqlQuery(type, fields, count, condition, order, offset, limit);
    }

    private List<Field> count() {
        next();
        expect("(");
        expect(")");
        return List.of();
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (accept(","));
        return fields;
    }

    private Field field() {
        SoqlToken token = next();
        if (token.kind() != Kind.NAME) {
            throw unexpected(token);
        }
        return type.field(token.text())
                .orElseThrow(() -> SalesforceErrors.bad(
                        "INVALID_FIELD", "No such column '" + token.text() + "' on entity '" + type.name() + "'."));
    }

    private Predicate<SObject> or() {
        Predicate<SObject> condition = and();
        while (accept("OR")) {
            condition = condition.or(and());
        }
        return condition;
    }

    private Predicate<SObject> and() {
        Predicate<SObject> condition = term();
        while (accept("AND")) {
            condition = condition.and(term());
        }
        return condition;
    }

    private Predicate<SObject> term() {
        if (accept("NOT")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<SObject> condition = or();
            expect(")");
            return condition;
        }
        Field field = field();
        if (accept("IN")) {
            return SoqlComparison.in(field, list());
        }
        if (accept("NOT")) {
            expect("IN");
            return SoqlComparison.in(field, list()).negate();
        }
        SoqlToken operator = next();
        return SoqlComparison.of(field, operator, next());
    }

    private List<SoqlToken> list() {
        List<SoqlToken> values = new ArrayList<>();
        expect("(");
        do {
            values.add(next());
        } while (accept(","));
        expect(")");
        return values;
    }

    private Comparator<SObject> order() {
        expect("BY");
        Comparator<SObject> order = oneOrder();
        while (accept(",")) {
            order = order.thenComparing(oneOrder());
        }
        return order.thenComparing(SObject::id);
    }

    private Comparator<SObject> oneOrder() {
        Field field = field();
        boolean descending = accept("DESC");
        if (!descending) {
            accept("ASC");
        }
        boolean nullsLast = false;
        if (accept("NULLS")) {
            nullsLast = next().is("LAST");
        }
        return SoqlComparison.order(field, descending, nullsLast);
    }

    private int number() {
        SoqlToken token = next();
        if (token.kind() != Kind.NUMBER || !token.text().matches("\\d{1,9}")) {
            throw unexpected(token);
        }
        return Integer.parseInt(token.text());
    }

    private SoqlToken peek() {
        return tokens.get(at);
    }

    private SoqlToken next() {
        SoqlToken token = tokens.get(at);
        if (token.kind() == Kind.END) {
            throw unexpected(token);
        }
        at++;
        return token;
    }

    private boolean accept(String word) {
        boolean there = peek().is(word);
        if (there) {
            at++;
        }
        return there;
    }

    private void expect(String word) {
        if (!accept(word)) {
            throw unexpected(peek());
        }
    }

    private static Refusal unexpected(SoqlToken token) {
        return SalesforceErrors.bad("MALFORMED_QUERY", "unexpected token: '" + token.text() + "'");
    }
}
