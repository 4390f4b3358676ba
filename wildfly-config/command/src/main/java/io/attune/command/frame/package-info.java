/** The forms of {@code attune train} and {@code score} that read one's own flat frame, a table of rows, without a hub. */
package io.attune.command.frame;
