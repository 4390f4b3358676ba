package io.attune.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.content.PersonTokens;
import io.attune.content.Product;
import io.attune.content.ProductBlock;
import io.attune.content.Recommendation;
import io.attune.content.Template;
import io.attune.content.TemplateException;
import io.attune.crypto.KeysetFile;
import io.attune.feature.Feature;
import io.attune.feature.FeatureDefinitionReader;
import io.attune.profile.AttributeDefinitions;
import io.attune.profile.ProfileStore;
import io.attune.segment.RuleCompiler;
import io.attune.segment.SegmentDefinitionReader;
import io.attune.segment.SegmentDefinitions;
import io.attune.segment.Vocabulary;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedCampaignsTest {

    private static final Path HOME = Path.of("..");
    private static final Path CAMPAIGNS = HOME.resolve("campaigns");

    @TempDir
    Path data;

    private PersonTokens persons;
    private SegmentDefinitions segments;
    private CampaignDefinitions campaigns;

    @BeforeEach
    void read() {
        Set<String> features = FeatureDefinitionReader.read(HOME.resolve("mojo-models/definitions")).features().stream()
                .map(Feature::name)
                .collect(Collectors.toSet());
        RuleCompiler rules = new RuleCompiler(Vocabulary.of(features, Set.of("churn")));
        persons = new PersonTokens(
                new ProfileStore(new KeysetFile(data.resolve("keyset.json")).open()),
                new ProductBlock(Clock.systemUTC()),
                "Corner Shop",
                "https://shop.example",
                () -> AttributeDefinitions.standard().tokens());
        segments = SegmentDefinitionReader.read(CAMPAIGNS, rules);
        campaigns = CampaignDefinitionReader.read(CAMPAIGNS, rules, segments, persons);
    }

    @Test
    void areThreeSegmentsAndThreeCampaigns() {
        assertThat(segments.names()).containsExactly("at-risk", "frequent-buyers", "new");
        assertThat(campaigns.campaigns())
                .extracting(Campaign::name)
                .containsExactlyInAnyOrder("welcome", "reward", "win-back");
    }

    @Test
    void greetByNameAndEscapeWhatSourcesWrote() throws TemplateException {
        Template.Rendered rendered = render(
                "welcome",
                Map.of("given_name", "Ada <b>& {{ 7*7 }}"),
                List.of("new"),
                List.of(teapot("<script>x</script>")));

        assertThat(rendered.subject()).contains("Ada <b>& {{ 7*7 }}, good to have you with us");
        assertThat(rendered.html().orElseThrow())
                .contains("Ada &lt;b&gt;&amp; {{ 7*7 }}")
                .contains("&lt;script&gt;x&lt;/script&gt;")
                .contains("https://shop.example/u/abc")
                .contains("€24.90")
                .doesNotContain("<script>", "{%", "javascript:");
        assertThat(rendered.text())
                .contains("Ada <b>& {{ 7*7 }}")
                .contains("Unsubscribe [https://shop.example/u/abc]")
                .doesNotContain("{%", "<div", "<a ");
    }

    @Test
    void useFallbacksWhereNothingIsKnown() throws TemplateException {
        assertThat(render("welcome", Map.of(), List.of(), List.of()).subject())
                .contains("Hello, good to have you with us");
        assertThat(render("reward", Map.of("given_name", " "), List.of(), List.of())
                        .html()
                        .orElseThrow())
                .contains("Thank you, dear customer")
                .doesNotContain("Picked for you");
    }

    @Test
    void sayMoreToSomeSegments() throws TemplateException {
        assertThat(render("win-back", Map.of(), List.of("frequent-buyers"), List.of())
                        .text())
                .isEqualTo("Hi there, we miss you at Corner Shop. For our regulars, the next order ships free."
                        + " https://shop.example Reply STOP to opt out.");
        assertThat(render("win-back", Map.of("given_name", "Ada"), List.of(), List.of(teapot("Teapot")))
                        .text())
                .isEqualTo("Hi Ada, we miss you at Corner Shop. Your next order ships free. How about Teapot?"
                        + " https://shop.example Reply STOP to opt out.");
    }

    private Template.Rendered render(
            String campaign, Map<String, String> attributes, List<String> memberships, List<Recommendation> products)
            throws TemplateException {
        Campaign found = campaigns.find(campaign).orElseThrow();
        return found.template()
                .render(persons.values(
                        attributes, memberships, products, campaign, "https://shop.example/u/abc", found.fallbacks()));
    }

    private static Recommendation teapot(String name) {
        return new Recommendation(
                new Product(
                        "1",
                        name,
                        Optional.of("Kitchen"),
                        Optional.of(new BigDecimal("24.9")),
                        Optional.of("EUR"),
                        Optional.of("javascript:alert(1)"),
                        Optional.of("https://img.example/1.png")),
                "In your cart");
    }
}
