package io.attune.api;

import io.attune.hub.Hub;
import io.attune.quality.QualityHistory;
import io.attune.quality.QualityRow;
import io.attune.quality.SourceQuality;
import io.attune.quality.alert.Alert;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** How good the records of every source are. */
@Path("/v1/quality")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class QualityResource {
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST = 5_000;

    @Inject
    private Hub hub;

    @Inject
    private Clock clock;

    @GET
    @Operation(
            summary = "Every source with its figures",
            description =
                    "Of a span up to now in ISO 8601, PT24H if none is named; whole hours are counted. Needs role viewer.")
    public List<SourceQuality> summary(
            @QueryParam("span") @DefaultValue("PT24H") String span, @QueryParam("source") Optional<String> source) {
        return hub.quality().history().summary(span(span)).stream()
                .filter(each -> source.map(each.source()::equals).orElse(true))
                .toList();
    }

    @GET
    @Path("history")
    @Operation(
            summary = "A source's figures by hour or day, the newest first",
            description =
                    "Of the whole source, or of a kind of records and a field. by is hour or day; from and until are"
                            + " instants; 5,000 rows at most. Needs role viewer.")
    public List<QualityRow> history(
            @QueryParam("source") @DefaultValue("") String source,
            @QueryParam("kind") @DefaultValue("") String kind,
            @QueryParam("field") @DefaultValue("") String field,
            @QueryParam("by") @DefaultValue("hour") String by,
            @QueryParam("from") Optional<String> from,
            @QueryParam("until") Optional<String> until) {
        if (source.isEmpty()) {
            throw ProblemException.badRequest("Name a source; GET /v1/quality lists them.");
        }
        if (!by.equals("hour") && !by.equals("day")) {
            throw ProblemException.badRequest("by is hour or day.");
        }
        Instant now = clock.instant();
        return hub.quality()
                .history()
                .rows(new QualityHistory.Question(
                        source,
                        kind,
                        field,
                        from.map(text -> QueryInstant.parse("from", text))
                                .orElse(now.minus(Duration.ofDays(by.equals("day") ? 90 : 7))),
                        until.map(text -> QueryInstant.parse("until", text)).orElse(now.plus(Duration.ofDays(1))),
                        by.equals("day"),
                        MOST));
    }

    @GET
    @Path("alerts")
    @Operation(
            summary = "The alerts, the newest first",
            description = "The 200 newest, or the open ones only (open=true). Needs role viewer.")
    public List<Alert> alerts(@QueryParam("open") @DefaultValue("false") boolean open) {
        return open ? hub.quality().alerts().open() : hub.quality().alerts().newest(200);
    }

    private static Duration span(String text) {
        try {
            Duration span = Duration.parse(text);
            if (!span.isNegative() && span.compareTo(LONGEST) <= 0) {
                return span;
            }
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("span is a duration in ISO 8601, such as PT24H.");
        }
        throw ProblemException.badRequest("span is a duration up to " + LONGEST + ".");
    }
}
