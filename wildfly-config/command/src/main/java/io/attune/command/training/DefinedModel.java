package io.attune.command.training;

import io.attune.definition.Definition;

/**
 * A model that a file of {@code mojo-models/definitions/models} defines.
 *
 * @param name the file's, without {@code .yaml}; the model's folder in the registry
 * @param definition the file, which the kind's schema accepts
 */
public record DefinedModel(String name, ModelKind kind, Definition definition) {

    /** As the file says it. */
    public String kindName() {
        return definition.content().path("kind").asText();
    }
}
