package io.attune.profile;

import java.time.LocalDate;

/** One UTC day of one identity node: the smallest unit of which aggregates are kept. */
public record NodeDay(long node, LocalDate day) {}
