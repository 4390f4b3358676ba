package io.attune.reject;

/** Why a reject that was sent in again is none of the records: the same words that a {@link Reject} uses. */
public record Refusal(String stage, String code, String reason) {}
