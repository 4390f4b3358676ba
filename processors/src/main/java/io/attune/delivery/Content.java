package io.attune.delivery;

/** What a person will read, fully rendered. */
public sealed interface Content {

    /**
     * An e-mail in both forms.
     *
     * @param html escaped where it holds what a person or a source wrote
     */
    record Email(String subject, String html, String text) implements Content {}

    /**
     * A text message.
     *
     * @param text at most 1,600 characters
     */
    record Sms(String text) implements Content {}
}
