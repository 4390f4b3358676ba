package io.attune.frame;

/** A column that training left out, and why. */
public record DroppedColumn(String name, String reason) {}
