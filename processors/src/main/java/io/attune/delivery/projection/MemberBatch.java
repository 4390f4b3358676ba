package io.attune.delivery.projection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** A batch of members on its way through the route; threads of the split add outcomes. Thread-safe. */
public final class MemberBatch {

    private final List<ProjectionClaim> claims;
    private final Map<UUID, ProjectionOutcome> outcomes = new ConcurrentHashMap<>();
    private final Map<UUID, Boolean> created = new ConcurrentHashMap<>();

    MemberBatch(List<ProjectionClaim> claims) {
        this.claims = List.copyOf(claims);
    }

    public boolean isEmpty() {
        return claims.isEmpty();
    }

    public int size() {
        return claims.size();
    }

    /** Whom Mailchimp never acknowledged and may be created in one call. */
    List<ProjectionClaim> unknown() {
        return claims.stream()
                .filter(claim -> claim.acknowledgedAt().isEmpty() && !claim.retracted() && !claim.returned())
                .toList();
    }

    void created(ProjectionClaim claim) {
        created.put(claim.profile(), true);
    }

    boolean isCreated(ProjectionClaim claim) {
        return created.containsKey(claim.profile());
    }

    /** An outcome replaces an earlier one: the last call of a member decides. */
    void add(ProjectionOutcome outcome) {
        outcomes.put(outcome.claim().profile(), outcome);
    }

    /** Those of whom nothing final is known yet. */
    List<ProjectionClaim> remaining() {
        return claims.stream()
                .filter(claim -> !outcomes.containsKey(claim.profile()))
                .toList();
    }

    /** An outcome for every claim: what was not reached is tried again. */
    Collection<ProjectionOutcome> outcomes() {
        remaining().forEach(claim -> add(new ProjectionOutcome.Retry(claim, "not reached")));
        return outcomes.values();
    }
}
