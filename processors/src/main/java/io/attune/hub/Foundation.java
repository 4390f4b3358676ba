package io.attune.hub;

import io.attune.crypto.Encryption;
import io.attune.crypto.KeysetFile;
import io.attune.database.Database;
import io.attune.identity.PersonDefinitions;
import io.attune.leadership.Leadership;
import io.attune.memory.ProfileMemory;
import io.attune.monitoring.PipelineMeters;
import io.attune.profile.AttributeDefinitions;
import io.attune.profile.ProfileStore;
import io.attune.reject.RejectStore;
import io.attune.release.Releases;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** What every part of the hub rests on. */
final class Foundation {
    final Surroundings surroundings;
    final Database database;
    final Encryption encryption;
    final OwnConnections connections;
    final Leadership leadership;
    final Releases releases;
    final PipelineMeters meters;
    final AtomicReference<PersonDefinitions> persons;
    final ProfileStore profiles;
    final RejectStore rejects;
    final ProfileMemory memory;
    final QualityWay quality;

    Foundation(Surroundings surroundings) {
        var hub = surroundings.configuration().hub();
        this.surroundings = surroundings;
        this.database = new Database(surroundings.dataSource());
        this.encryption = new KeysetFile(hub.keyset()).open();
        this.connections = new OwnConnections(surroundings.configuration().database());
        this.leadership = new Leadership(
                connections::openImpatient, hub.nodeName(), List.of("pollers", "jobs"), surroundings.clock());
        this.releases = new Releases(database, hub.home(), hub.nodeName(), surroundings.clock());
        this.meters = new PipelineMeters(surroundings.meters());
        this.persons = new AtomicReference<>(PersonDefinitions.read(definition("connectors-config")));
        this.profiles = new ProfileStore(encryption, this::attributes);
        this.rejects = new RejectStore(encryption);
        this.quality = new QualityWay(surroundings, database, hub.home().resolve("connectors-config"), leadership);
        this.memory = new ProfileMemory(surroundings.hazelcast(), database, profiles, encryption, meters);
    }

    /** As they are defined now. */
    AttributeDefinitions attributes() {
        return persons.get().attributes();
    }

    /** A folder or file of {@code attune.home}. */
    Path definition(String path) {
        return surroundings.configuration().hub().home().resolve(path);
    }
}
