package io.attune.command.events;

import io.attune.card.Bar;
import io.attune.card.Charts;
import io.attune.card.Fact;
import io.attune.card.Page;
import io.attune.eventmodel.LifetimeCard;
import io.attune.eventmodel.LifetimeJudgement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The page of a lifetime-value model of an event log. */
record LifetimePage(LifetimeCard card) {
    private static final int DIGITS = 4;

    String html() {
        return new Page(
                        "Model card",
                        card.model(),
                        "version " + card.version(),
                        "How often each person will buy, and for how much",
                        tiles())
                .section(
                        "How good it is",
                        judgedOn(),
                        card.holdout().map(this::plots).orElse(""))
                .section("The models", "Fitted by maximum likelihood; time counts in weeks.", parameters())
                .section("How it was made", "", Page.facts(made()))
                .section("To beware of", "", Page.list(remarks()))
                .html();
    }

    private List<Fact> tiles() {
        List<Fact> tiles = new ArrayList<>();
        card.holdout().ifPresent(judged -> {
            tiles.add(new Fact("mean absolute error, in purchases", figure(judged.meanAbsoluteError())));
            tiles.add(new Fact(judged.baseline() + " alone", figure(judged.baselineMeanAbsoluteError())));
        });
        tiles.add(new Fact("people fitted to", String.valueOf(card.bgNbd().people())));
        tiles.add(new Fact("log-likelihood", Page.number(card.bgNbd().logLikelihood(), 2)));
        return tiles;
    }

    private String judgedOn() {
        return card.holdout()
                .map(judged ->
                        "On the " + judged.days() + " days after " + card.asOf() + ", of which the fit knew nothing: "
                                + judged.purchases() + " days with a purchase by " + judged.people() + " people.")
                .orElse("The log ends at the moment, so there is nothing to judge by.");
    }

    private String plots(LifetimeJudgement judged) {
        return Page.plots(List.of(
                Charts.columns(
                        "Error a person",
                        "",
                        "purchases",
                        List.of(
                                new Bar("this model", judged.meanAbsoluteError()),
                                new Bar("as so far", judged.baselineMeanAbsoluteError()))),
                Charts.columns(
                        "Purchases of all",
                        "",
                        "",
                        List.of(
                                new Bar("expected", judged.expectedPurchases()),
                                new Bar("came", judged.purchases())))));
    }

    private String parameters() {
        LifetimeCard.Purchases purchases = card.bgNbd();
        List<List<String>> rows = new ArrayList<>(List.of(List.of(
                "BG/NBD, how often",
                "r " + figure(purchases.r()) + ", \u03b1 " + figure(purchases.alpha()) + ", a " + figure(purchases.a())
                        + ", b " + figure(purchases.b()),
                Page.number(purchases.logLikelihood(), 2),
                String.valueOf(purchases.people()))));
        card.gammaGamma()
                .ifPresent(spend -> rows.add(List.of(
                        "Gamma\u2013Gamma, for how much",
                        "p " + figure(spend.p()) + ", q " + figure(spend.q()) + ", \u03b3 " + figure(spend.gamma()),
                        Page.number(spend.logLikelihood(), 2),
                        String.valueOf(spend.people()))));
        return Page.table(List.of("", "parameters", "log-likelihood", "people"), rows);
    }

    private List<Fact> made() {
        return List.of(
                new Fact("Algorithm", card.bgNbd().method()),
                new Fact("As of", card.asOf()),
                new Fact("Log", LogFact.of(card.log())),
                Fact.trained(Instant.parse(card.trainedAt()), System.getProperty("user.name")));
    }

    private List<String> remarks() {
        List<String> remarks =
                new ArrayList<>(List.of("Everybody is taken to buy at a rate of one's own until leaving for ever:"
                        + " neither seasons nor campaigns are known to it."));
        boolean atBound = card.bgNbd().atBound()
                || card.gammaGamma().map(LifetimeCard.Spend::atBound).orElse(false);
        if (atBound) {
            remarks.add("A parameter lies at the bound of the search, so the log tells little of it.");
        }
        return remarks;
    }

    private static String figure(double value) {
        return Page.number(value, DIGITS);
    }
}
