package io.attune.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.attune.delivery.MessageDelivery;
import io.attune.delivery.Outbox;
import io.attune.delivery.OutboxRecovery;
import io.attune.delivery.projection.MailchimpAudience;
import io.attune.delivery.projection.SalesforceProjection;
import io.attune.feature.FeatureUpkeep;
import io.attune.feedback.Feedback;
import io.attune.identity.MatchJob;
import io.attune.ingest.AnalyticsRequests;
import io.attune.ingest.HttpAnswers;
import io.attune.ingest.KafkaMessages;
import io.attune.ingest.KafkaOffsets;
import io.attune.ingest.KafkaOriginals;
import io.attune.ingest.Mappings;
import io.attune.ingest.TrackingRequests;
import io.attune.ingest.csv.CsvFiles;
import io.attune.ingest.salesforce.SalesforceFailures;
import io.attune.ingest.salesforce.SalesforceLimits;
import io.attune.ingest.salesforce.SalesforcePages;
import io.attune.ingest.salesforce.SalesforceReader;
import io.attune.ingest.table.Tables;
import io.attune.leadership.Leadership;
import io.attune.nightly.NightlyScoring;
import io.attune.pipeline.BatchDispatch;
import io.attune.pipeline.CampaignStage;
import io.attune.pipeline.FeatureStage;
import io.attune.pipeline.IdentityStage;
import io.attune.pipeline.LedgerRetention;
import io.attune.pipeline.MemoryStage;
import io.attune.pipeline.QualityJob;
import io.attune.pipeline.RecordParser;
import io.attune.pipeline.ScoringStage;
import io.attune.pipeline.SegmentStage;
import io.attune.profile.AttributeStorage;
import io.attune.rescore.RescoreJob;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Routes name beans by text: what they name must be there. */
class RoutesBuildTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Map<String, Class<?>> BEANS = Map.ofEntries(
            Map.entry("analytics", AnalyticsRequests.class),
            Map.entry("answers", HttpAnswers.class),
            Map.entry("attributes", AttributeStorage.class),
            Map.entry("batches", BatchDispatch.class),
            Map.entry("csvFiles", CsvFiles.class),
            Map.entry("features", FeatureStage.class),
            Map.entry("feedback", Feedback.class),
            Map.entry("identity", IdentityStage.class),
            Map.entry("kafkaMessages", KafkaMessages.class),
            Map.entry("kafkaOriginals", KafkaOriginals.class),
            Map.entry("leadership", Leadership.class),
            Map.entry("ledger", LedgerRetention.class),
            Map.entry("mailchimp", MailchimpAudience.class),
            Map.entry("mandrill", MessageDelivery.class),
            Map.entry("mappings", Mappings.class),
            Map.entry("memory", MemoryStage.class),
            Map.entry("offsets", KafkaOffsets.class),
            Map.entry("outbox", Outbox.class),
            Map.entry("quality", QualityJob.class),
            Map.entry("records", RecordParser.class),
            Map.entry("recovery", OutboxRecovery.class),
            Map.entry("segments", SegmentStage.class),
            Map.entry("campaigns", CampaignStage.class),
            Map.entry("rescore", RescoreJob.class),
            Map.entry("nightly", NightlyScoring.class),
            Map.entry("upkeep", FeatureUpkeep.class),
            Map.entry("identityMatching", MatchJob.class),
            Map.entry("salesforceFailures", SalesforceFailures.class),
            Map.entry("salesforceLimits", SalesforceLimits.class),
            Map.entry("salesforcePages", SalesforcePages.class),
            Map.entry("salesforceProjection", SalesforceProjection.class),
            Map.entry("salesforceReader", SalesforceReader.class),
            Map.entry("scoring", ScoringStage.class),
            Map.entry("tables", Tables.class),
            Map.entry("tracking", TrackingRequests.class),
            Map.entry("twilio", MessageDelivery.class));

    static List<Path> files() {
        return Stream.concat(RouteFiles.all().stream().map(RouteFiles.ROOT::resolve), KameletsTest.files().stream())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("files")
    void beansHaveTheMethodsThatRoutesName(Path file) throws IOException {
        JsonNode content = YAML.readTree(Files.readString(file));
        List<JsonNode> calls = new ArrayList<>(content.findValues("bean"));
        content.findValues("method").stream().filter(JsonNode::isObject).forEach(calls::add);
        for (JsonNode call : calls) {
            String bean = call.path("ref").asText();
            String method = call.path("method").asText();
            assertThat(BEANS).as("bean of %s in %s", call, file).containsKey(bean);
            assertThat(methods(BEANS.get(bean)))
                    .as("methods of bean %s, named in %s", bean, file)
                    .contains(method.contains("(") ? method.substring(0, method.indexOf('(')) : method);
        }
    }

    private static List<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods()).map(Method::getName).toList();
    }
}
