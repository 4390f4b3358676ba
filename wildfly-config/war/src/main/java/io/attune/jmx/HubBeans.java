package io.attune.jmx;

import io.attune.boot.Parts;
import io.attune.consent.Channel;
import io.attune.rollout.ModelRollout;
import io.attune.score.ScoringService;
import io.attune.status.Definitions;
import io.attune.status.HubStatus;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows the hub: itself and its channels at once, its sources and segments as they turn up. Thread-safe. */
public final class HubBeans implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubBeans.class);

    private final Beans beans;
    private final Supplier<HubStatus> status;
    private final ScoringService scoring;
    private final ModelRollout rollout;

    public HubBeans(Beans beans, Parts parts, Supplier<HubStatus> status) {
        this.beans = beans;
        this.status = status;
        this.scoring = parts.hub().scoring();
        this.rollout = parts.hub().models();
        String node = parts.configuration().hub().nodeName();
        beans.show("Hub", node, new StatusViews.Hub(node, status, parts.routes()), HubView.class);
        for (Channel channel : Channel.values()) {
            beans.show(
                    "Channel",
                    channel.id(),
                    new StatusViews.OneChannel(channel, status, parts.channels()),
                    ChannelView.class);
        }
        beans.show("Rejects", "all", new RejectsBean(parts.hub().rejects()), RejectsView.class);
        beans.show("Quality", "all", new QualityBean(parts.hub().quality()), QualityView.class);
        beans.show("Job", "score", new ScoreRunBean(parts.hub().nightly()), ScoreRunView.class);
        beans.show(
                "Matches",
                "all",
                new MatchesBean(parts.hub().identity(), parts.hub().database()),
                MatchesView.class);
        beans.show("Release", "current", new ReleaseBean(parts.hub().releases()), ReleaseView.class);
        beans.show("Definitions", "all", new DefinitionsBean(new Definitions(parts)), DefinitionsView.class);
    }

    /** Shows sources, segments and models that are new since. Never throws, since that would end its schedule. */
    public void refresh() {
        try {
            showNew();
        } catch (RuntimeException failure) {
            LOG.warn("The console's beans could not be brought up to date: {}", failure.getMessage());
        }
    }

    private void showNew() {
        showModels();
        HubStatus now = status.get();
        now.records().keySet().forEach(this::showSource);
        now.rejects().keySet().forEach(this::showSource);
        now.segments()
                .keySet()
                .forEach(name -> beans.show("Segment", name, new StatusViews.Segment(name, status), SegmentView.class));
    }

    private void showModels() {
        scoring.registry()
                .champions()
                .forEach(champion -> beans.show(
                        "Model",
                        champion.card().model(),
                        new ModelBean(champion.card().model(), scoring.registry(), rollout, status),
                        ModelView.class));
    }

    private void showSource(String name) {
        beans.show("Source", name, new StatusViews.Source(name, status), SourceView.class);
    }

    @Override
    public void close() {
        beans.close();
    }
}
