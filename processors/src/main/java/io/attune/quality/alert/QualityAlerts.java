package io.attune.quality.alert;

import io.attune.database.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens and closes alerts (bean {@code qualityAlerts}); one node at a time evaluates. An alert opens when its figure is alarming
 * several times in a row, is told once, and closes when the figure is calm several times in a row. Thread-safe.
 */
public final class QualityAlerts {
    private static final Logger LOG = LoggerFactory.getLogger(QualityAlerts.class);
    private static final int TOLD_AT_ONCE = 50;

    private final Database database;
    private List<AlertRule> rules;
    private final Supplier<UUID> ids;
    private final Clock clock;
    private final AlertStore store = new AlertStore();
    private final PastFigures figures = new PastFigures();
    /** Alarming evaluations in a row, by rule and source. */
    private final Map<String, Integer> alarming = new HashMap<>();

    public QualityAlerts(Database database, List<AlertRule> rules, Supplier<UUID> ids, Clock clock) {
        this.database = database;
        this.rules = List.copyOf(rules);
        this.ids = ids;
        this.clock = clock;
    }

    /** Goes by other rules from the next evaluation on; alerts of rules that are gone close then. */
    public synchronized void use(List<AlertRule> changed) {
        rules = List.copyOf(changed);
    }

    /** Holds every rule against every source; answers how many alerts are open then. */
    public synchronized int evaluate() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return database.inTransaction(handle -> {
            List<String> sources = figures.sources(handle, now);
            for (AlertRule rule : rules) {
                for (String source : about(rule, sources)) {
                    figures.course(handle, rule, source, now)
                            .flatMap(course -> Judge.judge(rule, course.value(), course.past()))
                            .ifPresentOrElse(
                                    finding -> settle(handle, rule, source, finding, now),
                                    () -> calm(handle, rule, source, now));
                }
            }
            closeForgotten(handle, now);
            return store.open(handle).size();
        });
    }

    private static Set<String> about(AlertRule rule, List<String> sources) {
        Set<String> about = new HashSet<>(sources);
        about.removeIf(source -> !rule.isAbout(source));
        return about;
    }

    private void settle(Handle handle, AlertRule rule, String source, Finding finding, Instant now) {
        Optional<Alert> open = store.open(handle, rule, source);
        String place = rule.name() + ' ' + source;
        switch (finding.level()) {
            case ALARMING -> {
                if (open.isPresent()) {
                    store.seen(handle, open.get().id(), finding, now);
                } else if (alarming.merge(place, 1, Integer::sum) >= rule.openAfter()) {
                    alarming.remove(place);
                    if (store.insert(handle, ids.get(), rule, source, finding, now)) {
                        LOG.warn("Alert {} of source {}: {}", rule.name(), source, finding.reason());
                    }
                }
            }
            case BETWEEN -> {
                alarming.remove(place);
                open.ifPresent(alert -> store.seen(handle, alert.id(), finding, now));
            }
            case CALM -> calm(handle, rule, source, now);
        }
    }

    /** A figure that is calm, or of which there is none: of a source that sends nothing, nothing is rejected. */
    private void calm(Handle handle, AlertRule rule, String source, Instant now) {
        alarming.remove(rule.name() + ' ' + source);
        store.open(handle, rule, source)
                .filter(alert -> store.calm(handle, alert.id(), rule.closeAfter(), now))
                .ifPresent(alert -> LOG.info("Alert {} of source {} is over", rule.name(), source));
    }

    /** An alert whose rule is no more would stay open for ever. */
    private void closeForgotten(Handle handle, Instant now) {
        store.open(handle).stream()
                .filter(alert -> rules.stream()
                        .noneMatch(rule -> rule.name().equals(alert.name()) && rule.isAbout(alert.source())))
                .forEach(alert -> store.calm(handle, alert.id(), 1, now));
    }

    public List<Alert> open() {
        return database.inHandle(store::open);
    }

    /** The newest first, closed ones included. */
    public List<Alert> newest(int most) {
        return database.inHandle(handle -> store.newest(handle, most));
    }

    /** What the webhook must still be told, at most so many at once. */
    public List<Alert> untold() {
        return database.inHandle(handle -> store.untold(handle, TOLD_AT_ONCE));
    }

    /** Notes that the webhook took it. */
    public void told(Alert alert) {
        database.useHandle(handle -> store.told(handle, alert.id(), alert.state()));
    }
}
