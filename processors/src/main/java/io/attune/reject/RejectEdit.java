package io.attune.reject;

import java.time.Instant;

/**
 * One edit of a reject's original.
 *
 * @param edit counted from 1
 * @param text what is sent in since, in clear: handle it as personal data
 */
public record RejectEdit(int edit, Instant editedAt, String editedBy, String text) {}
