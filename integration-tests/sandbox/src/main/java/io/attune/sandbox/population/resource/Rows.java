package io.attune.sandbox.population.resource;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The tables that the population is made from: semicolon-separated files on the class path, a heading line first. */
public final class Rows {
    private static final String FOLDER = "/io/attune/sandbox/population/";

    private Rows() {}

    /** The rows of {@code file} without its heading, each with all its cells, empty ones included. */
    public static List<List<String>> of(String file) {
        try (InputStream stream = Rows.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("The class path has no " + FOLDER + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> List.of(line.split(";", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FOLDER + file, e);
        }
    }
}
