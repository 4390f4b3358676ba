package io.attune.jmx;

import io.attune.registry.Gate;
import io.attune.rollout.ModelRollout;
import io.attune.scoring.ModelCard;
import io.attune.scoring.ModelRegistry;
import io.attune.scoring.Scorer;
import io.attune.status.HubStatus;
import java.util.function.Function;
import java.util.function.Supplier;

/** The champion of one model; empty texts when it has none now. */
record ModelBean(String model, ModelRegistry registry, ModelRollout rollout, Supplier<HubStatus> status)
        implements ModelView {
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

    @Override
    public String[] getVersions() {
        return rollout.list().stream()
                .filter(version -> version.model().equals(model))
                .map(version -> version.version() + " " + version.algorithm() + " AUC " + version.auc()
                        + (version.champion() ? " champion" : "")
                        + (version.problem().isEmpty() ? "" : " ")
                        + version.problem())
                .toArray(String[]::new);
    }

    @Override
    public String[] getChallengers() {
        return registry.challengers(model).stream()
                .map(challenger -> challenger.card().version())
                .toArray(String[]::new);
    }

    @Override
    public String[] gates(String version) {
        return rollout.gates(model, version).stream().map(Gate::toString).toArray(String[]::new);
    }

    @Override
    public String promote(String version) {
        return rollout.promote(model, version, false, Caller.name()).state();
    }

    @Override
    public String rollback() {
        return rollout.rollback(model, Caller.name()).version();
    }

    @Override
    public String challenge(String version) {
        return rollout.challenge(model, version, Caller.name()).state();
    }

    @Override
    public String retire(String version) {
        return rollout.retire(model, version, Caller.name()).state();
    }

    private String ofCard(Function<ModelCard, String> field) {
        return registry.champion(model).map(Scorer::card).map(field).orElse("");
    }
}
