package io.attune.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.consent.Channel;
import io.attune.content.PersonTokens;
import io.attune.content.Template;
import io.attune.content.TemplateException;
import io.attune.content.Tokens;
import io.attune.database.Database;
import io.attune.delivery.Claim;
import io.attune.delivery.Content;
import io.attune.delivery.MessageComposer;
import io.attune.delivery.UncomposableException;
import io.attune.delivery.UnsubscribeLink;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Writes the message of a delivery by its campaign's template. Thread-safe. */
public final class CampaignComposer implements MessageComposer {

    private final Database database;
    private final CampaignService campaigns;
    private final PersonTokens persons;
    private final URI publicUrl;

    public CampaignComposer(Database database, CampaignService campaigns, PersonTokens persons, URI publicUrl) {
        this.database = database;
        this.campaigns = campaigns;
        this.persons = persons;
        this.publicUrl = publicUrl;
    }

    @Override
    public Content compose(Claim claim) {
        Campaign campaign = campaigns
                .definitions()
                .find(claim.campaign())
                .orElseThrow(
                        () -> new UncomposableException("the campaign " + claim.campaign() + " is defined no more"));
        Map<String, Object> values = new HashMap<>(database.inHandle(handle -> persons.of(
                handle,
                claim.profile(),
                campaign.name(),
                UnsubscribeLink.of(publicUrl, claim.token()),
                campaign.fallbacks())));
        JsonNode event = claim.context().path("event");
        if (!event.isMissingNode()) {
            values.put(
                    Tokens.EVENT,
                    Map.of(
                            "type", event.path("type").asText(),
                            "amount", event.path("amount").asDouble(),
                            "currency", event.path("currency").asText()));
        }
        return content(campaign, values);
    }

    private static Content content(Campaign campaign, Map<String, Object> values) {
        try {
            Template.Rendered rendered = campaign.template().render(values);
            return campaign.channel() == Channel.SMS
                    ? new Content.Sms(rendered.text())
                    : new Content.Email(
                            rendered.subject().orElse(campaign.title()),
                            rendered.html().orElseThrow(),
                            rendered.text());
        } catch (TemplateException e) {
            throw new UncomposableException("the template of " + campaign.name() + " failed: " + e.getMessage(), e);
        }
    }
}
