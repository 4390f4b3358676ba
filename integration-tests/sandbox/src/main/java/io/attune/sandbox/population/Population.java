package io.attune.sandbox.population;

import io.attune.sandbox.population.answer.AnswerOptions;
import io.attune.sandbox.population.answer.Answers;
import io.attune.sandbox.population.answer.Directory;
import io.attune.sandbox.population.answer.Inbox;
import io.attune.sandbox.population.answer.Reactions;
import io.attune.sandbox.population.answer.Readers;
import io.attune.sandbox.population.behaviour.Baskets;
import io.attune.sandbox.population.behaviour.Biographer;
import io.attune.sandbox.population.catalogue.Catalogue;
import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.live.Acts;
import io.attune.sandbox.population.live.Footfall;
import io.attune.sandbox.population.live.Live;
import io.attune.sandbox.population.live.LiveOptions;
import io.attune.sandbox.population.live.Views;
import io.attune.sandbox.population.person.People;
import io.attune.sandbox.population.person.Window;
import io.attune.sandbox.population.sink.Sinks;
import io.attune.sandbox.population.source.ContactView;
import io.attune.sandbox.population.source.SaleView;
import io.attune.sandbox.population.source.WebView;
import io.attune.sandbox.population.truth.Truth;
import io.attune.sandbox.population.truth.TruthFiles;
import io.attune.sandbox.population.truth.Witness;
import java.time.Clock;
import java.time.Instant;

/**
 * Simulated people, seen by the hub only through the messy traces that they leave in its sources.
 *
 * <p>What makes their churn predictable, but not from the time since the last purchase alone: people buy at very
 * different rates (BG/NBD), so that a silence means little for a slow buyer and much for a fast one; some buy at
 * regular gaps, so that a missed gap says more than a long one; interest, which drives visits and opened mails, begins
 * to wane some weeks before somebody drops out and fades afterwards, with a residual that misleads; and the shop grows,
 * so that most of the lost have not been lost for long. What is seen of a purchase depends on whether the card was
 * shown.
 *
 * <p>What makes the completion of a cart predictable: half of the online purchases, of some people nearly all and of others
 * hardly any ({@code hesitation}), are preceded by a cart with some of the same things, left two hours to six days earlier,
 * mostly less than two days; so a cart that is fresh, or of somebody whose carts were ordered before, is likely to be, and one
 * that has lain for days is not. Window shoppers ({@code windowShoppingPerDay}) fill carts, fuller ones, and their share of
 * carts that were ordered stays low, though many of them buy as often as others. What is laid into the cart by the way in other
 * visits says nothing. All of this comes from draws of its own.
 *
 * <p>Not safe for use by several threads, but {@link #live} and {@link #readers} give runs that may be stepped on
 * threads of their own.
 */
public final class Population {
    private final PopulationOptions options;
    private final Catalogue catalogue = Catalogue.standard();
    private final People people;
    private final Baskets baskets = new Baskets(catalogue);
    private final Views views;
    private final History history;
    private final Chronicle chronicle;

    private Population(PopulationOptions options) {
        this.options = options;
        Window window = new Window(options.now(), options.days());
        this.people = new People(options.seed(), window, options.people(), catalogue, options.process());
        this.views = new Views(new ContactView(window), new WebView(window, baskets), new SaleView(window));
        Witness witness = new Witness(window);
        this.history = new History(people, options.people(), new Biographer(window, baskets), views, witness);
        this.chronicle = new Chronicle(history.truth(), witness, options.truthFolder());
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

    /**
     * The truth about the history, and about those who came later. Simulates the history first if it was not written
     * yet.
     */
    public Truth truth() {
        if (!history.isWritten()) {
            writeHistory(Sinks.discarding(), Progress.none());
        }
        return history.truth();
    }

    /**
     * Lets the population go on from the clock's time, step by step; {@code Ticking.start("live population",
     * Duration.ofMillis(50), live::step)} takes the steps until it is closed. Only one at a time makes sense.
     */
    public Live live(LiveOptions pace, Sinks sinks, Clock clock) {
        Truth truth = truth();
        Footfall footfall = new Footfall(people, options.people(), truth);
        Acts acts = acts("live", clock.instant(), 0);
        return new Live(acts, footfall, pace, sinks, clock, chronicle::add);
    }

    /**
     * Lets people answer the messages in an inbox, step by step as {@link #live} does.
     *
     * @param speed how much faster than in life: at 3600 what takes an hour takes a second
     */
    public Readers readers(double speed, Inbox inbox, Answers answers, Sinks sinks, Clock clock) {
        AnswerOptions effect = new AnswerOptions(
                speed, options.effect().perMessage(), options.effect().otherChannel());
        Directory directory = new Directory(people, truth());
        Acts acts = acts("answers", clock.instant(), 2);
        return new Readers(
                inbox, answers, directory, new Reactions(effect), acts, sinks, effect, clock, chronicle::add);
    }

    /** Each run has ids of its own, so that one after a restart is not taken for a repetition of the one before. */
    private Acts acts(String name, Instant start, int offset) {
        Dice dice = Dice.of(options.seed()).split(name).split(start.toEpochMilli());
        return new Acts(people, truth().size(), baskets, views, dice, 1000 * start.toEpochMilli() + offset);
    }
}
