package io.attune.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateCompilerTest {

    private final TemplateCompiler compiler = new TemplateCompiler();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{% if x %}never closed",
                "{% include 'secret' %}",
                "{% autoescape false %}{{ FirstName }}{% endautoescape %}",
                "{% macro m() %}{% endmacro %}",
                "{% unheardof %}"
            })
    void refusesWhatIsBrokenOrNotAllowed(String template) {
        assertThatThrownBy(() -> compiler.text(template).render(Map.of("x", true, "FirstName", "Ada")))
                .isInstanceOf(TemplateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ Unknown }}",
                "{{ FirstName|safe }}",
                "{{ FirstName.class.forName('java.lang.Runtime') }}",
                "{% for i in range(100000) %}{% for j in range(100000) %}xxxxxxxxxx{% endfor %}{% endfor %}"
            })
    void staysWithinItsLimits(String template) {
        assertThatThrownBy(() -> {
                    Template.Rendered rendered = compiler.text(template).render(Map.of("FirstName", "Ada"));
                    // Some expressions render to nothing instead of failing, which is as safe.
                    if (!rendered.text().contains("java") && rendered.text().length() < 600_000) {
                        throw new TemplateException(1, "harmless");
                    }
                })
                .isInstanceOf(TemplateException.class);
    }

    @Test
    void saysWhereATagIsBroken() {
        TemplateException failure =
                catchThrowableOfType(TemplateException.class, () -> compiler.text("Hello\n\n{% if x %}never closed"));

        assertThat(failure.line()).isEqualTo(3);
    }

    @Test
    void findsTokensInEveryBranchAndOnlyThose() {
        String template = """
                {{ FirstName|upper }} {% if "x" in segments and not City is defined %}{{ LastName }}
                {% elif products %}{% for product in products %}{{ product.name }} {{ loop.index }}{% endfor %}{% endif %}
                {% set answer = shop %}{{ answer }}
                """;

        assertThat(TokenScan.of(template))
                .containsExactly(
                        new UsedToken("FirstName", 1),
                        new UsedToken("segments", 1),
                        new UsedToken("City", 1),
                        new UsedToken("LastName", 1),
                        new UsedToken("products", 2),
                        new UsedToken("products", 2),
                        new UsedToken("shop", 3));
    }

    @Property(tries = 200)
    void lettersOfAPersonNeverBecomeMarkupOrCode(@ForAll String name) throws TemplateException {
        Template template = compiler.email("{{ FirstName }}", MAIL);

        Template.Rendered rendered = template.render(Map.of("FirstName", name));

        String inside = between(rendered.html().orElseThrow());
        assertThat(inside).doesNotContain("<", ">", "\"");
        assertThat(rendered.subject().orElseThrow()).doesNotContain("\n", "\r");
    }

    private static final String MAIL =
            "<mjml><mj-body><mj-section><mj-column><mj-text>[[{{ FirstName }}]]</mj-text></mj-column></mj-section>"
                    + "</mj-body></mjml>";

    private static String between(String html) {
        return html.substring(html.indexOf("[[") + 2, html.lastIndexOf("]]"));
    }

    @Test
    void rendersForManyAtOnce() throws Exception {
        Template template = compiler.email(
                "Hi {{ FirstName }}",
                MAIL.replace("[[{{ FirstName }}]]", "{% for s in segments %}{{ s }}{{ FirstName }} {% endfor %}"));
        ExecutorService threads = Executors.newFixedThreadPool(8);
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int each = 0; each < 400; each++) {
            String name = "N" + each;
            work.add(() -> {
                Template.Rendered rendered = template.render(Map.of("FirstName", name, "segments", List.of("a", "b")));
                return rendered.text().equals("a" + name + " b" + name)
                        && rendered.html().orElseThrow().contains("a" + name + " b" + name)
                        && rendered.subject().orElseThrow().equals("Hi " + name);
            });
        }
        for (Future<Boolean> each : threads.invokeAll(work)) {
            assertThat(each.get()).isTrue();
        }
        threads.shutdown();
    }
}
