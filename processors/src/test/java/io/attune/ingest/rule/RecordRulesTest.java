package io.attune.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.definition.DefinitionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordRulesTest {
    private static final Path SHIPPED = Path.of("../connectors-config");
    private static final String ORDER = """
            {"schema":"event/1","key":"web:1","source":"web","entity":"user:1","occurredAt":"2026-06-01T10:00:00Z",
             "receivedAt":"2026-06-01T10:00:01Z","identifiers":[{"kind":"email","value":"ann@example.com"}],
             "type":"Order Completed","amount":%s,"properties":{"quantity":2,"none":0,"note":"secret-value"}}""";

    @TempDir
    Path folder;

    @BeforeEach
    void schema() throws IOException {
        Files.createDirectories(folder.resolve("rules"));
        Files.copy(SHIPPED.resolve("rules/rules.schema.json"), folder.resolve("rules/rules.schema.json"));
    }

    @Test
    void aBrokenRuleRejectsByItsNameAndMessage() throws IOException {
        RecordRules rules = rules("""
                rules:
                  - name: total-not-negative
                    holds: record.total >= 0
                    message: send a refund
                    severity: reject
                """);

        assertThat(rules.check(order("-1")).rejected())
                .contains(new RecordRules.Rejection("RULE_TOTAL_NOT_NEGATIVE", "total-not-negative: send a refund"));
        assertThat(rules.check(order("1")).rejected()).isEmpty();
        assertThat(rules.check(order("1")).flags()).isEmpty();
    }

    @Test
    void aRuleSaysNothingOfARecordThatLacksWhatItReads() throws IOException {
        RecordRules rules = rules("""
                rules:
                  - name: total-not-negative
                    holds: record.total >= 0
                    message: m
                    severity: reject
                  - name: total-there
                    when: record.type == 'Order Completed'
                    holds: has(record.total)
                    message: m
                    severity: flag
                """);

        RecordRules.Verdict verdict = rules.check(order("null"));

        assertThat(verdict.rejected()).isEmpty();
        assertThat(verdict.flags()).containsExactly("rule:total-there");
    }

    @Test
    void aRuleSeesTheWholeRecordUnderAnotherName() throws IOException {
        RecordRules rules = rules("""
                rules:
                  - name: quantity
                    holds: "[record].all(it, it.properties.quantity == 2 && it.amount > 5.0 && it.kind == 'event')"
                    message: m
                    severity: flag
                """);

        assertThat(rules.check(order("6")).flags()).isEmpty();
        assertThat(rules.check(order("4")).flags()).containsExactly("rule:quantity");
    }

    @Test
    void aRuleIsAboutItsSourcesAndItsWhen() throws IOException {
        RecordRules rules = rules("""
                rules:
                  - name: of-the-tills
                    sources: [pos]
                    holds: "false"
                    message: m
                    severity: reject
                  - name: of-refunds
                    when: record.type == 'Order Refunded'
                    holds: "false"
                    message: m
                    severity: reject
                  - name: of-mail
                    when: record.identifiers.email.exists(e, e.endsWith('@example.com'))
                    holds: record.kind == 'event' && record.receivedAt >= record.occurredAt
                    message: m
                    severity: reject
                """);

        assertThat(rules.check(order("1")).rejected()).isEmpty();
    }

    @Test
    void aRuleThatCannotBeTriedSaysWhyAndQuotesNoValue() throws IOException {
        RecordRules rules = rules("""
                rules:
                  - name: price
                    holds: 10 / int(record.properties.none) > 0
                    message: m
                    severity: reject
                """);
        assertThat(rules.check(order("1")).rejected())
                .contains(new RecordRules.Rejection(
                        "RULE_FAILED", "the rule price could not be tried: it divides by zero"));

        RecordRules flagging = rules("""
                rules:
                  - name: gift
                    holds: record.properties.gift == true
                    message: m
                    severity: flag
                  - name: note
                    holds: int(record.properties.note) > 0
                    message: m
                    severity: flag
                """);
        assertThat(flagging.check(order("1")).flags()).containsExactly("rule_failed:gift", "rule_failed:note");

        RecordRules text = rules("""
                rules:
                  - name: note
                    holds: int(record.properties.note) > 0
                    message: m
                    severity: reject
                """);
        assertThat(text.check(order("1")).rejected().orElseThrow().reason())
                .startsWith("the rule note could not be tried")
                .doesNotContain("secret-value");
    }

    @Test
    void aMistakeIsShownWhereItStands() {
        assertThatThrownBy(() -> rules("""
                        rules:
                          - name: total
                            holds: record.totl >= 0
                            message: m
                            severity: reject
                          - name: total
                            holds: record.amount
                            message: m
                            severity: reject
                        """))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("rules.yaml:3: rules/0/holds: does not compile")
                .hasMessageContaining("undefined field 'totl'")
                .hasMessageContaining("|            holds: record.totl >= 0".substring(0, 1))
                .hasMessageContaining("^")
                .hasMessageContaining("rules.yaml:6: rules/1/name: the rule total is defined twice")
                .hasMessageContaining("rules.yaml:7: rules/1/holds");
    }

    @Test
    void whatTheSchemaDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> rules("""
                        rules:
                          - name: total
                            hold: "true"
                            message: m
                            severity: drop
                        """))
                .hasMessageContaining("\"holds\" is missing")
                .hasMessageContaining("rules.yaml:3")
                .hasMessageContaining("severity");
    }

    @Test
    void theShippedRulesAreRight() throws IOException {
        RecordRules shipped = RecordRuleReader.read(SHIPPED);

        assertThat(shipped.size()).isGreaterThan(2);
        assertThat(shipped.check(order("-1")).rejected().orElseThrow().code()).isEqualTo("RULE_TOTAL_NOT_NEGATIVE");
        assertThat(shipped.check(order("1")).flags())
                .containsExactly("rule:order-has-currency", "rule:order-has-products");
    }

    private RecordRules rules(String yaml) throws IOException {
        Files.writeString(folder.resolve("rules/rules.yaml"), yaml);
        return RecordRuleReader.read(folder);
    }

    private static JsonNode order(String amount) throws IOException {
        return new ObjectMapper().readTree(ORDER.formatted(amount));
    }
}
