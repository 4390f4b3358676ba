package io.attune.it.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.attune.it.environment.Environment;
import io.attune.it.environment.EnvironmentExtension;
import io.attune.it.load.Visitors;
import io.attune.it.oracle.Mailbox;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a person sees of the mail that the hub sends. */
@ExtendWith(EnvironmentExtension.class)
class InboxPageIT {
    private final Environment environment;
    private final Visitors visitors;

    InboxPageIT(Environment environment) {
        this.environment = environment;
        this.visitors = new Visitors(environment, Clock.systemUTC());
    }

    @Test
    void showsTheRenderedMailWithThePersonsName() {
        String address = visitors.signUp("Ottoline");
        awaitMail(address);

        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.browser().newPage();
            String mail = open(page, address);
            Screenshots.save(page, "inbox-mail");

            assertThat(mail).contains("Ottoline").doesNotContain("{{").doesNotContain("{%");
            assertThat(page.title()).isNotBlank().doesNotContain("{{");
        }
    }

    @Test
    void showsAHostileNameAsText() {
        String address = visitors.signUp("<img src=x onerror=alert(1)><script>alert(2)</script>");
        awaitMail(address);

        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.browser().newPage();
            List<String> dialogs = new ArrayList<>();
            page.onDialog(dialog -> {
                dialogs.add(dialog.message());
                dialog.dismiss();
            });
            String mail = open(page, address);
            Screenshots.save(page, "inbox-hostile-mail");

            assertThat(mail).containsIgnoringCase("<img src=x onerror=alert(1)>");
            assertThat(dialogs).isEmpty();
        }
    }

    /** Finds the mail as a person would, opens it, and answers the text that it shows. */
    private String open(Page page, String address) {
        page.navigate(environment.sandbox().inboxUrl() + "?q=" + address);
        Screenshots.save(page, "inbox-list");
        page.locator("a:has(.subject)").first().click();
        return page.frameLocator("iframe").locator("body").innerText();
    }

    private void awaitMail(String address) {
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !Mailbox.of(environment).mailTo(address).isEmpty());
    }
}
