package io.attune.campaign;

import java.util.List;
import java.util.Optional;

/** The campaigns of a release. */
public record CampaignDefinitions(List<Campaign> campaigns) {

    public CampaignDefinitions {
        campaigns = List.copyOf(campaigns);
    }

    public Optional<Campaign> find(String name) {
        return campaigns.stream()
                .filter(campaign -> campaign.name().equals(name))
                .findFirst();
    }

    List<Campaign> startedBy(Trigger trigger) {
        return campaigns.stream()
                .filter(campaign -> campaign.trigger().equals(trigger))
                .toList();
    }
}
