package io.attune.content;

/**
 * A name that a template reads.
 *
 * @param line where, from 1
 */
public record UsedToken(String name, int line) {}
