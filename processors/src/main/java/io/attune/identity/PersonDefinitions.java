package io.attune.identity;

import io.attune.definition.DefinitionException;
import io.attune.profile.AttributeDefinitionReader;
import io.attune.profile.AttributeDefinitions;
import java.nio.file.Path;

/** What says who is who, and what may be said of them: {@code identity.yaml} and {@code attributes.yaml}, which hold together. */
public record PersonDefinitions(IdentityDefinition identity, AttributeDefinitions attributes) {
    /**
     * Reads both files.
     *
     * @param folder {@code connectors-config}
     * @throws DefinitionException with every mistake in the first of them that has any
     */
    public static PersonDefinitions read(Path folder) {
        IdentityDefinition identity = IdentityDefinitionReader.read(folder.resolve("identity.yaml"));
        return new PersonDefinitions(
                identity, AttributeDefinitionReader.read(folder.resolve("attributes.yaml"), identity.survivorship()));
    }
}
