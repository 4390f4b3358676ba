package io.attune.hub;

import io.attune.identity.IdentityDefinition;
import io.attune.identity.IdentityDefinition.Kind;
import io.attune.identity.IdentityResolver;
import io.attune.identity.PersonDefinitions;
import io.attune.ingest.Mappings;

/** Takes up what changes in {@code identity.yaml} and {@code attributes.yaml} while the hub runs. */
final class PersonSettings {
    private final Foundation foundation;
    private final MessageWay messages;
    private final IdentityResolver resolver;
    private final Mappings mappings;

    PersonSettings(Foundation foundation, MessageWay messages, IdentityResolver resolver, Mappings mappings) {
        this.foundation = foundation;
        this.messages = messages;
        this.resolver = resolver;
        this.mappings = mappings;
    }

    /**
     * Reads both files again.
     *
     * @throws io.attune.definition.DefinitionException when one of them is wrong, or when a segment, campaign or template reads an
     *     attribute that it could not read any more; then what is in use stays
     */
    void reread() {
        PersonDefinitions changed = PersonDefinitions.read(foundation.definition("connectors-config"));
        if (changed.equals(foundation.persons.get())) {
            return;
        }
        Runnable campaigns = messages.reread(changed.attributes());
        foundation.persons.set(changed);
        campaigns.run();
        IdentityDefinition identity = changed.identity();
        resolver.use(identity);
        mappings.order(identity.kinds().stream().map(Kind::name).toList());
    }
}
