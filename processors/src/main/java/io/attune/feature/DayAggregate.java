package io.attune.feature;

import java.time.Instant;

/** A row of the table {@code activity_day}: the total of a day, and when its events began and ended. */
public record DayAggregate(DayTotal total, Instant firstAt, Instant lastAt) {}
