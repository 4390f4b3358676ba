package io.attune.it.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.Visitors;
import io.attune.it.oracle.Mailbox;
import io.attune.sandbox.inbox.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A name that means harm is text in the mail, and nothing else. */
@ExtendWith(EnvironmentExtension.class)
class HostileMailIT {
    /** 13 × 7919, which no style sheet holds by chance. */
    private static final String PRODUCT = "102947";

    private final Environment environment;

    HostileMailIT(Environment environment) {
        this.environment = environment;
    }

    @Test
    void escapesMarkupAndEvaluatesNoTemplate() {
        String address = new Visitors(environment, Clock.systemUTC())
                .signUp("<b onclick=\"x()\">{{ 13*7919 }}</b>{% raw %}${7919*13}");

        Message mail = mailTo(address);

        String html = mail.html().text();
        assertThat(html).doesNotContainIgnoringCase("<b onclick").doesNotContain(PRODUCT);
        assertThat(html).containsIgnoringCase("&lt;b onclick=");
        assertThat(mail.subject()).doesNotContain(PRODUCT);
    }

    @Test
    void addsNoHeaderByALineBreak() {
        String address =
                new Visitors(environment, Clock.systemUTC()).signUp("Eve\r\nBcc: victim@example.org\r\n\r\n<p>x");

        Message mail = mailTo(address);

        assertThat(mail.subject()).doesNotContain("\n").doesNotContain("\r");
        assertThat(mail.headers().values()).noneMatch(value -> value.contains("\n") || value.contains("victim"));
        assertThat(Mailbox.of(environment).mailTo("victim@example.org")).isEmpty();
    }

    private Message mailTo(String address) {
        Mailbox mailbox = Mailbox.of(environment);
        List<Message> mails = await().atMost(Duration.ofMinutes(1))
                .until(() -> mailbox.mailTo(address), messages -> !messages.isEmpty());
        return mails.get(0);
    }
}
