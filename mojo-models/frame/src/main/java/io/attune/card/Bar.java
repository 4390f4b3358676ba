package io.attune.card;

/** A named length. */
public record Bar(String name, double length) {}
