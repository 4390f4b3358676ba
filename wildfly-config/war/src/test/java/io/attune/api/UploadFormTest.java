package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form as curl and browsers write it. */
class UploadFormTest {
    private static final String BOUNDARY = "------------------------d74496d66958873e";
    private static final int MOST = 100_000;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    @Test
    void holdsTheFileByteForByteAndWhatElseItSays() throws IOException {
        byte[] file = new byte[70_000];
        new Random(3).nextBytes(file);
        part("name=\"map\"", "", "orders_90d=n_orders".getBytes(StandardCharsets.UTF_8));
        part("name=\"file\"; filename=\"model.zip\"", "Content-Digest: sha-256=:AAEC:\r\n", file);
        part("name=\"map\"", "", "größe=size".getBytes(StandardCharsets.UTF_8));

        UploadedBody read = read();

        assertThat(read.content()).isEqualTo(file);
        assertThat(read.digest()).contains("sha256:000102");
        assertThat(read.columns(List.of("age=years")))
                .containsOnly(entry("n_orders", "orders_90d"), entry("size", "größe"), entry("years", "age"));
        assertThatThrownBy(() -> read.columns(List.of("years"))).hasMessageContaining("map=feature=column");
    }

    @Test
    void takesAFileThatLooksLikeTheBordersOfParts() throws IOException {
        byte[] file = ("\r\n--" + BOUNDARY.substring(0, 20) + "\r\n\r\n--").getBytes(StandardCharsets.UTF_8);
        part("name=\"file\"; filename=\"a\"", "", file);

        assertThat(read().content()).isEqualTo(file);
    }

    @Test
    void isRefusedWithoutAFileWithTwoAndWithSomethingElse() {
        part("name=\"map\"", "", "a=b".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class).hasMessageContaining("no part called file");

        part("name=\"file\"", "", new byte[10]);
        part("name=\"file\"", "", new byte[10]);
        assertThatThrownBy(this::read).hasMessageContaining("two parts called file");

        body.reset();
        part("name=\"model\"", "", new byte[10]);
        assertThatThrownBy(this::read)
                .hasMessageContaining("part called \"model\"")
                .hasMessageContaining("it takes file");
    }

    @Test
    void isRefusedWhenItIsTooLarge() {
        part("name=\"file\"", "", new byte[MOST + 1]);
        assertThatThrownBy(this::read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(413));

        body.reset();
        part("name=\"map\"", "", new byte[2_000]);
        assertThatThrownBy(this::read).hasMessageContaining("more than 1000 bytes");

        body.reset();
        part("name=\"file\"", "X-Long: " + "x".repeat(10_000) + "\r\n", new byte[10]);
        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class).hasMessageContaining("cannot be read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no form at all", "--\r\n--\r\n", "\0\0\0"})
    void isRefusedWhenItIsNone(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(this::read).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() ->
                        new UploadForm(MOST).read(new ByteArrayInputStream(body.toByteArray()), "multipart/form-data"))
                .isInstanceOf(ProblemException.class);
    }

    private void part(String disposition, String headers, byte[] content) {
        text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n" + headers
                + "Content-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text("\r\n");
    }

    private void text(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private UploadedBody read() throws IOException {
        byte[] whole = body.toByteArray();
        text("--" + BOUNDARY + "--\r\n");
        byte[] ended = body.toByteArray();
        body.reset();
        body.writeBytes(whole);
        return new UploadForm(MOST).read(new ByteArrayInputStream(ended), "multipart/form-data; boundary=" + BOUNDARY);
    }
}
