package io.attune.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.attune.profile.AttributeType;
import io.attune.rule.RuleException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleCompilerTest {

    private final RuleCompiler compiler = new RuleCompiler(
            Vocabulary.of(Set.of("orders_90d", "days_since_last_order", "revenue_30d"), Set.of("churn")));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "features.orders_90d >= 3; true",
                "features.orders_90d >= 3.5; false",
                "features.orders_90d > 3 || scores.churn > 0.5; true",
                "profile.country == 'DE'; true",
                "profile.country in ['FR', 'IT']; false",
                "has(features.revenue_30d); false",
                "features.revenue_30d > 1.0; false",
                "!(features.revenue_30d > 1.0); false",
                "features.revenue_30d > 1.0 || features.orders_90d == 3.0; true",
                "!has(profile.language) && scores.churn < 0.75; true"
            })
    void holdsForWhatIsKnown(String rule, boolean holds) throws RuleException {
        PersonView person = new PersonView(
                new UUID(0, 1), Map.of("orders_90d", 3.0), Map.of("churn", 0.7), Map.of("country", "DE"));

        assertThat(compiler.compile("x.yaml", rule, 1, rule).holds(person)).isEqualTo(holds);
    }

    @Test
    void pointsAtAnUnknownFeatureInTheFile() {
        String file = """
                name: often
                rule: |
                  has(features.orders_90d)
                    && features.order_90d >= 3
                title: Often
                """;
        String rule = "has(features.orders_90d)\n  && features.order_90d >= 3\n";

        RuleException failure =
                catchThrowableOfType(RuleException.class, () -> compiler.compile("segments/often.yaml", file, 2, rule));

        assertThat(failure.line()).isEqualTo(4);
        assertThat(failure)
                .hasMessageContaining("segments/often.yaml:4:16")
                .hasMessageContaining("undefined field 'order_90d'")
                .hasMessageContaining("    && features.order_90d >= 3\n | ...............^");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "profile.household_size >= 3; true",
                "profile.household_size == 4.0; true",
                "profile.newsletter; false",
                "profile.renewal < '2026-06-01'; true",
                "has(profile.income_band); false"
            })
    void readsAttributesOfTheirTypes(String rule, boolean holds) throws RuleException {
        RuleCompiler typed = new RuleCompiler(new Vocabulary(
                Set.of(),
                Set.of(),
                Set.of(),
                Map.of(
                        "household_size", AttributeType.NUMBER,
                        "newsletter", AttributeType.BOOLEAN,
                        "renewal", AttributeType.DATE,
                        "income_band", AttributeType.TEXT)));
        PersonView person = new PersonView(
                new UUID(0, 1),
                Map.of(),
                Map.of(),
                Map.of("household_size", 4.0, "newsletter", false, "renewal", "2026-05-30"));

        assertThat(typed.compile("x.yaml", rule, 1, rule).holds(person)).isEqualTo(holds);
    }

    @Test
    void saysWhichAttributesThereAre() {
        String rule = "profile.income_band == 'A'";
        assertThat(catchThrowableOfType(RuleException.class, () -> compiler.compile("x.yaml", rule, 1, rule)))
                .hasMessageContaining("undefined field 'income_band'")
                .hasMessageContaining("profile has country, created_at, group, language, time_zone; rules read");
    }

    @Test
    void pointsAtAMistakeInAnInlineRule() {
        String file = "name: often\nrule: features.orders_90d\n";

        RuleException failure = catchThrowableOfType(
                RuleException.class, () -> compiler.compile("often.yaml", file, 2, "features.orders_90d"));

        assertThat(failure).hasMessageContaining("often.yaml:2:").hasMessageContaining("expected type 'bool'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "features.orders_90d >=",
                "orders > 3",
                "scores.lifetime > 1.0",
                "profile.email == ''",
                "event.amount > 1.0"
            })
    void refusesWhatItDoesNotKnow(String rule) {
        assertThat(catchThrowableOfType(RuleException.class, () -> compiler.compile("x.yaml", rule, 1, rule)))
                .hasMessageContaining("x.yaml:1:");
    }

    @Test
    void knowsTheEventWhereOneTriggers() throws RuleException {
        String rule = "event.type == 'Order Completed' && event.amount >= 100";
        PersonView person = new PersonView(new UUID(0, 1), Map.of(), Map.of(), Map.of());

        assertThat(compiler.compileForEvent("x.yaml", rule, 1, rule)
                        .holds(person, Map.of("type", "Order Completed", "amount", 120.0)))
                .isTrue();
    }
}
