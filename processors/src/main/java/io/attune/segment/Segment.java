package io.attune.segment;

/**
 * A named group of people.
 *
 * @param name what campaigns, tags and tables call it
 * @param title what people read
 */
public record Segment(String name, String title, String description, Rule rule) {}
