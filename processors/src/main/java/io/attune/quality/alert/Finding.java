package io.attune.quality.alert;

/**
 * What a rule says of a source now.
 *
 * @param level how it stands
 * @param limit the limit that matters: that of the file, or that which the past sets
 * @param reason for people
 */
record Finding(Level level, double value, double limit, String reason) {
    /** Between alarming and calm lies a margin, so that what hovers at a limit does not open and close all day. */
    enum Level {
        ALARMING,
        BETWEEN,
        CALM
    }
}
