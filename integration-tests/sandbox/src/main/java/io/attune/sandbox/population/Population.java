package io.attune.sandbox.population;

import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.truth.Truth;
import io.attune.sandbox.population.truth.TruthFiles;

/**
 * Simulated people, seen by the hub only through the messy traces that they leave in its sources.
 *
 * <p>What makes their churn predictable, but not from the time since the last purchase alone: people buy at very
 * different rates (BG/NBD), so that a silence means little for a slow buyer and much for a fast one; some buy at
 * regular gaps, so that a missed gap says more than a long one; and interest, which drives visits and opened mails,
 * begins to wane some weeks before somebody drops out and fades afterwards, with a residual that misleads. What is seen
 * of a purchase depends on whether the card was shown.
 *
 * <p>Not safe for use by several threads.
 */
public final class Population {
    private final PopulationOptions options;
    private final Catalogue catalogue = Catalogue.standard();
    private final History history;

    private Population(PopulationOptions options) {
        this.options = options;
        Window window = new Window(options.now(), options.days());
        People people = new People(options.seed(), window, options.people(), catalogue, options.process());
        Baskets baskets = new Baskets(catalogue);
        this.history = new History(people, options.people(), window, baskets, new Biographer(window, baskets));
    }

    public static Population of(PopulationOptions options) {
        return new Population(options);
    }

    /** What the shop sells. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /**
     * Writes all that happened until {@code now}, person by person, and keeps the truth about it. Returns when the
     * sinks have taken everything.
     *
     * @throws io.attune.sandbox.population.sink.SinkException when one of them could not
     */
    public HistorySummary writeHistory(Sinks sinks, Progress progress) {
        HistorySummary summary = history.write(sinks, progress);
        options.truthFolder().ifPresent(folder -> TruthFiles.write(history.truth(), folder));
        return summary;
    }

    /** The truth about the history; simulates it first if it was not written yet. */
    public Truth truth() {
        if (!history.isWritten()) {
            writeHistory(Sinks.discarding(), Progress.none());
        }
        return history.truth();
    }
}
