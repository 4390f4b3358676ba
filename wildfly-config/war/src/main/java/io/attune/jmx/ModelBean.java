package io.attune.jmx;

import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import io.attune.status.HubStatus;
import java.util.function.Function;
import java.util.function.Supplier;

/** The champion of one model; empty texts when it has none now. */
record ModelBean(String model, ModelRegistry registry, Supplier<HubStatus> status) implements ModelView {
    @Override
    public String getVersion() {
        return ofCard(ModelCard::version);
    }

    @Override
    public String getAlgorithm() {
        return ofCard(ModelCard::algorithm);
    }

    @Override
    public String getPurpose() {
        return ofCard(ModelCard::description);
    }

    @Override
    public String getMetrics() {
        return ofCard(card -> card.metrics().toString());
    }

    @Override
    public long getProfilesScored() {
        return status.get().models().getOrDefault(model, 0L);
    }

    private String ofCard(Function<ModelCard, String> field) {
        return registry.champion(model).map(Scorer::card).map(field).orElse("");
    }
}
