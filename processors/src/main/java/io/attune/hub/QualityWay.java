package io.attune.hub;

import io.attune.configuration.QualityConfiguration;
import io.attune.database.Database;
import io.attune.leadership.Leadership;
import io.attune.pipeline.QualityJob;
import io.attune.quality.QualityDefinition;
import io.attune.quality.QualityDefinitionReader;
import io.attune.quality.QualityHistory;
import io.attune.quality.QualityMeters;
import io.attune.quality.QualityWatch;
import io.attune.quality.alert.AlertWebhook;
import io.attune.quality.alert.QualityAlerts;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The parts that watch the quality of what sources send. */
public final class QualityWay {
    private final Surroundings surroundings;
    private final QualityWatch watch;
    private final QualityHistory history;
    private final QualityAlerts alerts;
    private final QualityJob job;
    private final Path folder;

    QualityWay(Surroundings surroundings, Database database, Path connectorsConfig, Leadership leadership) {
        QualityDefinition definition = QualityDefinitionReader.read(connectorsConfig);
        this.folder = connectorsConfig;
        this.surroundings = surroundings;
        this.watch = new QualityWatch(database, definition, surroundings.clock());
        this.history = new QualityHistory(database, definition, surroundings.clock());
        this.alerts = new QualityAlerts(database, definition.alerts(), surroundings.ids(), surroundings.clock());
        Optional<AlertWebhook> webhook = surroundings
                .configuration()
                .quality()
                .map(QualityConfiguration::webhookSecret)
                .map(secret -> new AlertWebhook(secret, surroundings.clock()));
        this.job = new QualityJob(
                history, alerts, new QualityMeters(surroundings.meters()), webhook, () -> leadership.holds("jobs"));
    }

    /**
     * Reads {@code quality.yaml} again.
     *
     * @throws io.attune.definition.DefinitionException with every mistake; then what is in use stays
     */
    void reread() {
        QualityDefinition changed = QualityDefinitionReader.read(folder);
        watch.use(changed);
        history.use(changed);
        alerts.use(changed.alerts());
    }

    QualityWatch watch() {
        return watch;
    }

    /** The figures of all nodes. */
    public QualityHistory history() {
        return history;
    }

    public QualityAlerts alerts() {
        return alerts;
    }

    /** The beans that routes name. */
    Map<String, Object> beans() {
        return Map.of("quality", job);
    }

    /** Begins to write figures; what it gives back ends it. */
    AutoCloseable start() {
        ScheduledExecutorService executor =
                surroundings.camel().getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "quality");
        watch.start(executor);
        return () -> {
            watch.close();
            executor.shutdownNow();
        };
    }
}
