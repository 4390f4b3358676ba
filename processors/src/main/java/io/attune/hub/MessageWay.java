package io.attune.hub;

import io.attune.campaign.CampaignComposer;
import io.attune.campaign.CampaignDefinitionReader;
import io.attune.campaign.CampaignDefinitions;
import io.attune.campaign.CampaignService;
import io.attune.campaign.Identities;
import io.attune.campaign.ProjectionDecision;
import io.attune.configuration.Configuration;
import io.attune.configuration.MailchimpConfiguration;
import io.attune.configuration.MandrillConfiguration;
import io.attune.configuration.TwilioConfiguration;
import io.attune.consent.Channel;
import io.attune.consent.ConsentStore;
import io.attune.consent.Gate;
import io.attune.consent.SuppressionStore;
import io.attune.content.PersonTokens;
import io.attune.content.ProductBlock;
import io.attune.delivery.AddressBook;
import io.attune.delivery.BackOff;
import io.attune.delivery.DeliveryPolicy;
import io.attune.delivery.MandrillChannel;
import io.attune.delivery.MandrillSettings;
import io.attune.delivery.MessageDelivery;
import io.attune.delivery.Outbox;
import io.attune.delivery.OutboxRecovery;
import io.attune.delivery.OutboxSignal;
import io.attune.delivery.Receipts;
import io.attune.delivery.TwilioChannel;
import io.attune.delivery.TwilioSettings;
import io.attune.delivery.projection.MailchimpAudience;
import io.attune.delivery.projection.MailchimpMembers;
import io.attune.delivery.projection.MailchimpSettings;
import io.attune.delivery.projection.ProjectionStore;
import io.attune.delivery.projection.Projections;
import io.attune.feature.Feature;
import io.attune.feature.FeatureVector;
import io.attune.feedback.Feedback;
import io.attune.feedback.FeedbackSettings;
import io.attune.pipeline.CampaignStage;
import io.attune.pipeline.PersonViews;
import io.attune.pipeline.SegmentStage;
import io.attune.profile.AttributeDefinitions;
import io.attune.rescore.Consequences;
import io.attune.scoring.Score;
import io.attune.segment.PersonView;
import io.attune.segment.RuleCompiler;
import io.attune.segment.SegmentDefinitionReader;
import io.attune.segment.SegmentDefinitions;
import io.attune.segment.SegmentService;
import io.attune.segment.Vocabulary;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** From scores to segments, campaigns, messages, and what comes back of them. */
final class MessageWay implements Consequences {
    private static final String SHOP = "Our shop";

    final SegmentService segments;
    final CampaignService campaigns;
    final OutboxSignal signal;

    private final Foundation foundation;
    private final ProfileWay profileWay;
    private final SalesforceWay salesforce;
    private final Configuration configuration;
    private final PersonViews views;
    private final ConsentStore consents = new ConsentStore();
    private final SuppressionStore suppressions = new SuppressionStore();
    private final ProjectionStore projectionStore;
    private final PersonTokens tokens;

    MessageWay(Foundation foundation, ProfileWay profileWay, KindsWay kinds, SalesforceWay salesforce) {
        this.foundation = foundation;
        this.profileWay = profileWay;
        this.salesforce = salesforce;
        this.configuration = foundation.surroundings.configuration();
        this.views = new PersonViews(foundation.profiles);
        this.projectionStore = new ProjectionStore(foundation.encryption);
        this.signal = new OutboxSignal(
                foundation.connections::open,
                runnable -> foundation
                        .surroundings
                        .camel()
                        .getExecutorServiceManager()
                        .newThread("outbox-signal", runnable));
        this.tokens = new PersonTokens(
                foundation.profiles,
                new ProductBlock(foundation.surroundings.clock(), kinds.recommendations()),
                configuration.mandrill().map(MandrillConfiguration::fromName).orElse(SHOP),
                publicUrl().toString(),
                () -> foundation.attributes().tokens());
        Path folder = foundation.definition("campaigns");
        RuleCompiler rules = new RuleCompiler(vocabulary(profileWay, foundation.attributes()));
        this.segments = new SegmentService(SegmentDefinitionReader.read(folder, rules), foundation.releases::current);
        this.campaigns = new CampaignService(
                CampaignDefinitionReader.read(folder, rules, segments.definitions(), tokens),
                new ProjectionDecision(projectionChannels(), foundation.profiles, segments, consents, projectionStore),
                new Identities(foundation.surroundings.ids(), new SecureRandom()),
                kinds::best,
                foundation.releases::current);
    }

    /**
     * Reads segments, campaigns and templates again; what is broken changes nothing.
     *
     * @throws io.attune.definition.DefinitionException with every mistake in every file
     */
    void reread() {
        reread(foundation.attributes()).run();
    }

    /**
     * Reads them against other attributes.
     *
     * @return takes them up
     * @throws io.attune.definition.DefinitionException with every mistake in every file
     */
    Runnable reread(AttributeDefinitions attributes) {
        Path folder = foundation.definition("campaigns");
        RuleCompiler rules = new RuleCompiler(vocabulary(profileWay, attributes));
        SegmentDefinitions changed = SegmentDefinitionReader.read(folder, rules);
        CampaignDefinitions following =
                CampaignDefinitionReader.read(folder, rules, changed, tokens.with(attributes::tokens));
        return () -> {
            segments.use(changed);
            campaigns.use(following);
        };
    }

    private static Vocabulary vocabulary(ProfileWay profileWay, AttributeDefinitions attributes) {
        return new Vocabulary(
                names(profileWay, feature -> !feature.categorical()),
                names(profileWay, Feature::categorical),
                profileWay.scoring.registry().champions().stream()
                        .map(scorer -> scorer.card().model())
                        .collect(Collectors.toSet()),
                attributes.readable());
    }

    private static Set<String> names(ProfileWay profileWay, Predicate<Feature> which) {
        return profileWay.features.definitions().features().stream()
                .filter(which)
                .map(Feature::name)
                .collect(Collectors.toSet());
    }

    private Set<Channel> projectionChannels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        configuration.mailchimp().ifPresent(mailchimp -> channels.add(Channel.MAILCHIMP));
        configuration.salesforce().ifPresent(salesforce -> channels.add(Channel.SALESFORCE));
        return channels;
    }

    @Override
    public void follow(
            Handle handle, Instant asOf, Map<UUID, FeatureVector> vectors, Map<UUID, Map<String, Score>> scores) {
        List<PersonView> people = views.of(handle, vectors, scores);
        campaigns.decide(handle, people, segments.assign(handle, people, asOf), List.of(), asOf);
    }

    Map<String, Object> beans() {
        var clock = foundation.surroundings.clock();
        Gate gate = new Gate(consents, suppressions);
        AddressBook addresses = new AddressBook(foundation.encryption);
        DeliveryPolicy policy = DeliveryPolicy.STANDARD
                .withLease(configuration.delivery().lease())
                .withSettle(configuration.delivery().settle());
        BackOff backOff = new BackOff(policy, new SecureRandom());
        Outbox outbox = new Outbox(foundation.database, gate, addresses, suppressions, policy, backOff, clock, signal);
        Projections projections = new Projections(
                foundation.database, projectionStore, gate, addresses, suppressions, policy, backOff, clock);
        CampaignComposer composer = new CampaignComposer(foundation.database, campaigns, tokens, publicUrl());

        Map<String, Object> beans = new HashMap<>();
        beans.put("segments", new SegmentStage(foundation.database, views, segments));
        beans.put("campaigns", new CampaignStage(foundation.database, campaigns));
        beans.put("outbox", outbox);
        beans.put("recovery", new OutboxRecovery(outbox::recover, projections::recover));
        configuration
                .mandrill()
                .ifPresent(
                        mandrill -> beans.put("mandrill", new MessageDelivery(mandrill(mandrill), composer, outbox)));
        configuration
                .twilio()
                .ifPresent(twilio -> beans.put("twilio", new MessageDelivery(twilio(twilio), composer, outbox)));
        configuration
                .mailchimp()
                .ifPresent(mailchimp -> beans.put(
                        "mailchimp", new MailchimpAudience(projections, new MailchimpMembers(audience(mailchimp)))));
        salesforce.projection(projections).ifPresent(projection -> beans.put("salesforceProjection", projection));
        beans.put(
                "feedback",
                new Feedback(
                        feedback(),
                        foundation.database,
                        new Receipts(foundation.database, addresses, clock),
                        suppressions,
                        foundation.encryption,
                        clock));
        return beans;
    }

    private MandrillChannel mandrill(MandrillConfiguration mandrill) {
        return new MandrillChannel(
                new MandrillSettings(mandrill.apiKey(), mandrill.fromEmail(), mandrill.fromName(), publicUrl()));
    }

    private TwilioChannel twilio(TwilioConfiguration twilio) {
        return new TwilioChannel(
                new TwilioSettings(twilio.accountSid(), twilio.authToken(), twilio.from(), publicUrl()));
    }

    private MailchimpSettings audience(MailchimpConfiguration mailchimp) {
        return new MailchimpSettings(
                mailchimp.apiKey(),
                mailchimp.listId(),
                () -> segments.definitions().names());
    }

    private FeedbackSettings feedback() {
        return new FeedbackSettings(
                publicUrl(),
                configuration.mandrill().map(MandrillConfiguration::webhookKey),
                configuration.twilio().map(TwilioConfiguration::authToken),
                configuration.mailchimp().map(MailchimpConfiguration::webhookSecret));
    }

    private URI publicUrl() {
        return configuration.hub().publicUrl();
    }
}
