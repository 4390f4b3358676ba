package io.attune.sandbox.population;

import io.attune.sandbox.population.answer.Consequence;
import io.attune.sandbox.population.live.Act;
import io.attune.sandbox.population.person.Person;
import io.attune.sandbox.population.source.Entity;
import io.attune.sandbox.population.truth.PersonTruth;
import io.attune.sandbox.population.truth.Truth;
import io.attune.sandbox.population.truth.TruthFiles;
import io.attune.sandbox.population.truth.Witness;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds to the truth what happens after the history. Safe for use by several threads. */
final class Chronicle {
    private final Truth truth;
    private final Witness witness;
    private final Optional<Path> folder;

    Chronicle(Truth truth, Witness witness, Optional<Path> folder) {
        this.truth = truth;
        this.witness = witness;
        this.folder = folder;
    }

    void add(Act act) {
        List<PersonTruth> newcomers = act.newcomer() ? List.of(witness.newcomer(act.person())) : List.of();
        add(newcomers, act.person(), Witness.entities(act.person(), act.contacts(), act.events(), act.sales()));
    }

    void add(Consequence consequence) {
        Person person = consequence.person();
        add(List.of(), person, Witness.entities(person, List.of(), consequence.events(), consequence.sales()));
    }

    private synchronized void add(List<PersonTruth> newcomers, Person person, Set<Entity> entities) {
        newcomers.forEach(truth::add);
        Map<Entity, String> unknown = new LinkedHashMap<>();
        for (Entity entity : entities) {
            if (truth.add(entity, person.id())) {
                unknown.put(entity, person.id());
            }
        }
        if (!newcomers.isEmpty() || !unknown.isEmpty()) {
            folder.ifPresent(path -> TruthFiles.append(path, newcomers, unknown));
        }
    }
}
