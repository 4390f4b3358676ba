package io.attune.trainer;

import java.time.Instant;

/**
 * A row of the frame: a person at a moment.
 *
 * @param index of the row in the frame's columns
 */
record Row(int index, String person, Instant asOf, boolean positive) {}
