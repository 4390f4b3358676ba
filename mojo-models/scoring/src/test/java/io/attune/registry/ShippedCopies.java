package io.attune.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Versions of the shipped model in a registry of a test's own. */
record ShippedCopies(Path registry) {
    private static final Path SHIPPED = Path.of("../registry/churn/1");

    Path add(String version) throws IOException {
        Path folder = Files.createDirectories(registry.resolve("churn").resolve(version));
        Files.copy(SHIPPED.resolve("model.zip"), folder.resolve("model.zip"));
        String card = Files.readString(SHIPPED.resolve("card.json"));
        Files.writeString(
                folder.resolve("card.json"), card.replace("\"version\" : \"1\"", "\"version\" : \"" + version + "\""));
        return folder;
    }

    void replaceInCard(String version, String pattern, String replacement) throws IOException {
        Path card = registry.resolve("churn").resolve(version).resolve("card.json");
        Files.writeString(card, Files.readString(card).replaceFirst(pattern, replacement));
    }
}
