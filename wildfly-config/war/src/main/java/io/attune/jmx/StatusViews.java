package io.attune.jmx;

import io.attune.consent.Channel;
import io.attune.delivery.ChannelSwitch;
import io.attune.route.RouteLoader;
import io.attune.route.RouteReport;
import io.attune.status.HubStatus;
import java.util.Map;
import java.util.function.Supplier;

/** The beans that only read the status, or throw a switch. Thread-safe. */
final class StatusViews {
    private static final String ACTOR = "jmx";

    private StatusViews() {}

    record Source(String name, Supplier<HubStatus> status) implements SourceView {
        @Override
        public long getRecords() {
            return status.get().records().getOrDefault(name, 0L);
        }

        @Override
        public long getRejects() {
            return status.get().rejects().getOrDefault(name, 0L);
        }
    }

    record Segment(String name, Supplier<HubStatus> status) implements SegmentView {
        @Override
        public long getProfiles() {
            return status.get().segments().getOrDefault(name, 0L);
        }
    }

    record Hub(String node, Supplier<HubStatus> status, RouteLoader routes) implements HubView {
        @Override
        public String getNode() {
            return node;
        }

        @Override
        public String getRelease() {
            return status.get().release().orElse("");
        }

        @Override
        public long getProfiles() {
            return status.get().profiles();
        }

        @Override
        public long getProfilesDeferred() {
            return status.get().deferred();
        }

        @Override
        public long getProfilesScored() {
            return status.get().scored();
        }

        @Override
        public double getLatencyMillisP50() {
            return status.get().latencyMillis().map(HubStatus.Latency::p50).orElse(Double.NaN);
        }

        @Override
        public double getLatencyMillisP99() {
            return status.get().latencyMillis().map(HubStatus.Latency::p99).orElse(Double.NaN);
        }

        @Override
        public int getRoutes() {
            return routes.report().routes().size();
        }

        @Override
        public String[] getBrokenRouteFiles() {
            return broken(routes.report());
        }

        private static String[] broken(RouteReport report) {
            return report.broken().stream()
                    .map(file -> file.file() + ": " + file.problem().orElse(""))
                    .toArray(String[]::new);
        }
    }

    record OneChannel(Channel channel, Supplier<HubStatus> status, ChannelSwitch channels) implements ChannelView {
        @Override
        public boolean isPaused() {
            return channels.paused().contains(channel.id());
        }

        @Override
        public long getMessagesPending() {
            return messages("pending");
        }

        @Override
        public long getMessagesSending() {
            return messages("sending");
        }

        @Override
        public long getMessagesSent() {
            return messages("sent");
        }

        @Override
        public long getMessagesDelivered() {
            return messages("delivered");
        }

        @Override
        public long getMessagesSuppressed() {
            return messages("suppressed");
        }

        @Override
        public long getMessagesFailed() {
            return messages("failed");
        }

        @Override
        public long getMessagesUnknown() {
            return messages("unknown");
        }

        @Override
        public long getMessagesExpired() {
            return messages("expired");
        }

        @Override
        public long getProjectionsPending() {
            return projections("pending") + projections("sending");
        }

        @Override
        public long getProjectionsAcknowledged() {
            return projections("acknowledged");
        }

        @Override
        public long getProjectionsSuppressed() {
            return projections("suppressed");
        }

        @Override
        public long getProjectionsFailed() {
            return projections("failed");
        }

        @Override
        public void pause() {
            channels.pause(channel, ACTOR);
        }

        @Override
        public void resume() {
            channels.resume(channel, ACTOR);
        }

        private long messages(String state) {
            return count(status.get().deliveries(), state);
        }

        private long projections(String state) {
            return count(status.get().projections(), state);
        }

        private long count(Map<String, Map<String, Long>> channelStates, String state) {
            return channelStates.getOrDefault(channel.id(), Map.of()).getOrDefault(state, 0L);
        }
    }
}
