package io.attune.jmx;

import io.attune.consent.Channel;
import io.attune.delivery.ChannelSwitch;
import io.attune.hub.Hub;
import io.attune.rollout.ModelRollout;
import io.attune.route.RouteLoader;
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

    /** @param node the node's name */
    public HubBeans(
            Beans beans, String node, Hub hub, RouteLoader routes, ChannelSwitch channels, Supplier<HubStatus> status) {
        this.beans = beans;
        this.status = status;
        this.scoring = hub.scoring();
        this.rollout = hub.models();
        beans.show("Hub", node, new StatusViews.Hub(node, status, routes), HubView.class);
        for (Channel channel : Channel.values()) {
            beans.show(
                    "Channel", channel.id(), new StatusViews.OneChannel(channel, status, channels), ChannelView.class);
        }
        beans.show("Rejects", "all", new RejectsBean(hub.rejects()), RejectsView.class);
        beans.show("Quality", "all", new QualityBean(hub.quality()), QualityView.class);
        beans.show("Job", "score", new ScoreRunBean(hub.nightly()), ScoreRunView.class);
        beans.show("Job", "match", new MatchRunBean(hub.identity().job()), MatchRunView.class);
        beans.show("Matches", "all", new MatchesBean(hub.identity(), hub.database()), MatchesView.class);
        beans.show("Release", "current", new ReleaseBean(hub.releases()), ReleaseView.class);
        beans.show("Definitions", "all", new DefinitionsBean(new Definitions(hub, routes)), DefinitionsView.class);
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
