package io.attune.card;

/** Something to know of a model: a name and what it is. */
public record Fact(String name, String value) {}
