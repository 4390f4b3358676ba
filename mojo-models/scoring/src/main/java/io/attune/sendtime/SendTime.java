package io.attune.sendtime;

import java.time.Instant;

/**
 * When to write to somebody.
 *
 * @param at the next moment of the hour
 * @param hour on the person's own clock
 * @param probability that a message which is sent then is opened within the model's window
 * @param openings how many openings of the person's own it rests on, recent ones counting more; 0 when it is what everybody does
 */
public record SendTime(Instant at, WeekHour hour, double probability, double openings) {}
