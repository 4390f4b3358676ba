package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.http.Refusal;
import io.attune.sandbox.standin.salesforce.SoqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Reads {@code SELECT … FROM Contact [WHERE …] [ORDER BY …] [LIMIT n] [OFFSET n]}. For one query; not thread-safe. */
final class SoqlParser {
    private final List<SoqlToken> tokens;
    private int at;

    private SoqlParser(String query) {
        this.tokens = SoqlToken.all(query);
    }

    static SoqlQuery parse(String query) {
        return new SoqlParser(query).query();
    }

    private SoqlQuery query() {
        expect("SELECT");
        boolean count = peek().is("COUNT");
        List<ContactField> fields = count ? count() : fields();
        expect("FROM");
        SoqlToken object = next();
        if (!object.is("Contact")) {
            throw SalesforceErrors.bad("INVALID_TYPE", "sObject type '" + object.text() + "' is not supported.");
        }
        Predicate<Contact> condition = accept("WHERE") ? or() : contact -> true;
        Comparator<Contact> order = accept("ORDER") ? order() : Comparator.comparing(Contact::id);
        int limit = accept("LIMIT") ? number() : Integer.MAX_VALUE;
        int offset = accept("OFFSET") ? number() : 0;
        if (peek().kind() != Kind.END) {
            throw unexpected(peek());
        }
        return new SoqlQuery(fields, count, condition, order, offset, limit);
    }

    private List<ContactField> count() {
        next();
        expect("(");
        expect(")");
        return List.of();
    }

    private List<ContactField> fields() {
        List<ContactField> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (accept(","));
        return fields;
    }

    private ContactField field() {
        SoqlToken token = next();
        if (token.kind() != Kind.NAME) {
            throw unexpected(token);
        }
        return ContactField.named(token.text())
                .orElseThrow(() -> SalesforceErrors.bad(
                        "INVALID_FIELD", "No such column '" + token.text() + "' on entity 'Contact'."));
    }

    private Predicate<Contact> or() {
        Predicate<Contact> condition = and();
        while (accept("OR")) {
            condition = condition.or(and());
        }
        return condition;
    }

    private Predicate<Contact> and() {
        Predicate<Contact> condition = term();
        while (accept("AND")) {
            condition = condition.and(term());
        }
        return condition;
    }

    private Predicate<Contact> term() {
        if (accept("NOT")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<Contact> condition = or();
            expect(")");
            return condition;
        }
        ContactField field = field();
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

    private Comparator<Contact> order() {
        expect("BY");
        Comparator<Contact> order = oneOrder();
        while (accept(",")) {
            order = order.thenComparing(oneOrder());
        }
        return order.thenComparing(Contact::id);
    }

    private Comparator<Contact> oneOrder() {
        ContactField field = field();
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
