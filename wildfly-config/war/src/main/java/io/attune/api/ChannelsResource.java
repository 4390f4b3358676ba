package io.attune.api;

import io.attune.consent.Channel;
import io.attune.delivery.ChannelSwitch;
import io.attune.status.HubStatus;
import io.attune.status.StatusReader;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The channels, and the switch of each. */
@Path("/v1/channels")
@Produces(MediaType.APPLICATION_JSON)
public class ChannelsResource {
    @Inject
    private ChannelSwitch channels;

    @Inject
    private StatusReader status;

    /**
     * A channel as it stands.
     *
     * @param deliveries messages by state
     * @param projections mirrored profiles by state
     */
    public record ChannelView(
            String channel, boolean paused, Map<String, Long> deliveries, Map<String, Long> projections) {}

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Every channel with its counts", description = "Needs role viewer.")
    public List<ChannelView> list() {
        HubStatus now = status.read();
        return Arrays.stream(Channel.values())
                .map(channel -> view(channel, now))
                .toList();
    }

    @POST
    @Path("{channel}/pause")
    @RolesAllowed({"engineer", "marketer"})
    @Operation(
            summary = "Stops sending to a channel, on every node",
            description = "What a node holds already is still sent. Needs role engineer or marketer.")
    public ChannelView pause(@PathParam("channel") String channel, @Context SecurityContext caller) {
        Channel known = known(channel);
        channels.pause(known, caller.getUserPrincipal().getName());
        return view(known, status.read());
    }

    @POST
    @Path("{channel}/resume")
    @RolesAllowed({"engineer", "marketer"})
    @Operation(summary = "Lets a channel go on", description = "Needs role engineer or marketer.")
    public ChannelView resume(@PathParam("channel") String channel, @Context SecurityContext caller) {
        Channel known = known(channel);
        channels.resume(known, caller.getUserPrincipal().getName());
        return view(known, status.read());
    }

    private ChannelView view(Channel channel, HubStatus now) {
        Set<String> paused = Set.copyOf(now.pausedChannels());
        return new ChannelView(
                channel.id(),
                paused.contains(channel.id()),
                now.deliveries().getOrDefault(channel.id(), Map.of()),
                now.projections().getOrDefault(channel.id(), Map.of()));
    }

    private static Channel known(String id) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("There is no channel of this name. There are "
                        + Arrays.stream(Channel.values()).map(Channel::id).toList() + "."));
    }
}
