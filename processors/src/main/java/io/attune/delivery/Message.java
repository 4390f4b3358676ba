package io.attune.delivery;

/** A claimed delivery and what it says. */
public record Message(Claim claim, Content content) {}
