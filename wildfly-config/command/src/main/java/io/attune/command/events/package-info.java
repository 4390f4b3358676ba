/** The forms of {@code attune train}, {@code score} and {@code recommend} that read one's own event log, without a hub. */
package io.attune.command.events;
