package io.attune.sandbox.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.attune.sandbox.standin.Fault.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
    @TempDir
    private Path folder;

    private Services services;
    private Faults faults;

    @BeforeEach
    void start() {
        services = new Services(folder);
        faults = services.standIns().mandrill().standIn().faults();
    }

    @AfterEach
    void stop() {
        services.close();
    }

    private int send() throws IOException, InterruptedException {
        return services.mandrill("/messages/send", MandrillTest.mail("ann@example.org", "t"))
                .status();
    }

    private long sent() {
        return services.standIns().inbox().size();
    }

    @Test
    void failsAsOftenAsToldAndThenWorks() throws Exception {
        faults.add(Fault.status(429).times(2));

        assertThat(send()).isEqualTo(429);
        assertThat(send()).isEqualTo(429);
        assertThat(sent()).isZero();
        assertThat(send()).isEqualTo(200);
        assertThat(faults.pending()).isEmpty();
        assertThat(services.standIns().mandrill().standIn().served())
                .containsEntry("POST /messages/send → 429", 2L)
                .containsEntry("POST /messages/send → 200", 1L);
    }

    @Test
    void breaksTheConnectionBeforeOrAfterTheEffect() throws Exception {
        // Not idempotent over a broken connection, so the client does not try again by itself.
        faults.add(Fault.once(Kind.DROP_BEFORE));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(sent()).isZero();
        faults.add(Fault.once(Kind.DROP_AFTER));
        assertThatThrownBy(this::send).isInstanceOf(IOException.class);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void holdsAnAnswerUntilItIsReleased() throws Exception {
        faults.add(Fault.once(Kind.HOLD));
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return send();
            } catch (IOException | InterruptedException failure) {
                throw new IllegalStateException(failure);
            }
        });
        await().until(() -> faults.held() == 1 && sent() == 1);
        assertThat(answer).isNotDone();
        faults.release();
        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void answersLate() throws Exception {
        faults.add(Fault.latency(Duration.ofMillis(200)).times(1));
        long start = System.nanoTime();
        assertThat(send()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void befallsAShareOfTheRequestsAndOnlyTheNamedOperation() throws Exception {
        faults.add(Fault.status(503).always().forShare(0.5).on("messages/send"));
        int failed = 0;
        for (int number = 0; number < 10; number++) {
            failed += send() == 503 ? 1 : 0;
        }
        assertThat(failed).isEqualTo(5);
        assertThat(services.mandrill("/users/ping", "\"key\":\"md-key\"").status())
                .isEqualTo(200);
        faults.clear();
        assertThat(send()).isEqualTo(200);
    }

    @Test
    void failsEverySecondItemOfABatch() throws Exception {
        services.standIns().mailchimp().standIn().faults().add(Fault.once(Kind.PARTIAL));
        var batch = services.mailchimp("POST", "/lists/list1", """
                {"members":[{"email_address":"a@example.org","status":"subscribed"},
                {"email_address":"b@example.org","status":"subscribed"}]}
                """);
        assertThat(batch.status()).isEqualTo(200);
        assertThat(batch.body().get("total_created").asInt()).isEqualTo(1);
        assertThat(batch.body().get("error_count").asInt()).isEqualTo(1);
    }
}
