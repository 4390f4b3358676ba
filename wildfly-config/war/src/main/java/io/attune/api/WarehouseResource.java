package io.attune.api;

import io.attune.database.Audit;
import io.attune.hub.Hub;
import io.attune.hub.WarehouseRows;
import io.attune.warehouse.RowBatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What {@code attune warehouse} asks the hub before it writes, and sends it of what it reads. */
@Path("/v1/warehouse")
@Produces(MediaType.APPLICATION_JSON)
public class WarehouseResource {
    private static final int LONGEST = 500;
    private static final int MOST_ROWS = 2_500;
    private static final int MOST_BYTES = 32 << 20;
    /** Whose records come another way. */
    private static final Set<String> HUBS_OWN = Set.of("web", "pos", "salesforce", "mailchimp", "sms");

    @Inject
    private Hub hub;

    @Inject
    private Clock clock;

    /** The last change of a source that was taken in. */
    public record Imported(String source, Optional<Instant> changed) {}

    /** Who may export personal data where to. */
    public record Permit(String user, String target) {}

    @POST
    @Path("personal-exports")
    @RolesAllowed("privacy")
    @Operation(
            summary = "Permits an export of personal data, and notes it in the audit",
            description =
                    "target names the warehouse. attune warehouse export --with-personal asks. Needs role privacy.")
    public Permit permit(@QueryParam("target") Optional<String> target, @Context SecurityContext caller) {
        String warehouse = target.filter(name -> !name.isBlank() && name.length() <= LONGEST)
                .orElseThrow(() -> ProblemException.badRequest("Name the warehouse: target=…"));
        String user = caller.getUserPrincipal().getName();
        hub.database()
                .useHandle(handle ->
                        Audit.note(handle, clock.instant(), user, "export personal data", warehouse, Map.of()));
        return new Permit(user, warehouse);
    }

    @POST
    @Path("imports/{source}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("engineer")
    @Operation(
            summary = "Takes rows of a warehouse in as what a source of its own says of people",
            description =
                    "A line of JSON each, up to 2,500, as connectors-config/schemas/warehouse-row.schema.json has it."
                            + " first is the number of the first row, changed when the last one changed. What is wrong"
                            + " is a reject. Answers when Kafka has the rest. Needs role engineer.")
    public WarehouseRows.Taken takeRows(
            @PathParam("source") String source,
            @QueryParam("first") @DefaultValue("1") long first,
            @QueryParam("changed") Optional<String> changed,
            InputStream body)
            throws IOException {
        byte[] content = body.readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw ProblemException.tooLarge("The rows have more than " + MOST_BYTES + " bytes. Send fewer at a time.");
        }
        List<String> rows = new String(content, StandardCharsets.UTF_8).lines().toList();
        if (rows.isEmpty() || rows.size() > MOST_ROWS) {
            throw ProblemException.badRequest(
                    "Send 1 to " + MOST_ROWS + " rows at a time, a line of JSON each; these are " + rows.size() + ".");
        }
        Optional<Instant> moment = changed.map(text -> QueryInstant.parse("changed", text));
        return hub.warehouseRows().take(ownSource(source), new RowBatch(first, rows, moment));
    }

    @GET
    @Path("imports/{source}")
    @RolesAllowed("engineer")
    @Operation(
            summary = "How far a source has been imported",
            description = "changed is null where nothing was, or without a time of change. Needs role engineer.")
    public Imported imported(@PathParam("source") String source) {
        return new Imported(source, hub.warehouseRows().changed(ownSource(source)));
    }

    private static String ownSource(String source) {
        if (!source.matches("[a-z][a-z0-9-]{0,31}") || HUBS_OWN.contains(source)) {
            throw ProblemException.badRequest(
                    "A source is small letters, digits and hyphens, up to 32, such as credit-bureau, and none of "
                            + new TreeSet<>(HUBS_OWN) + ".");
        }
        return source;
    }
}
