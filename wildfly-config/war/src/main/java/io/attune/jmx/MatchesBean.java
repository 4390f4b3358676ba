package io.attune.jmx;

import io.attune.database.Database;
import io.attune.hub.IdentityWay;
import java.util.Locale;
import java.util.UUID;

/** Lists and decides matches. What the records say is personal data and is not shown here. */
record MatchesBean(IdentityWay identity, Database database) implements MatchesView {
    private static final int SHOWN = 20;

    @Override
    public long getReview() {
        return count("review");
    }

    @Override
    public long getJoined() {
        return count("joined");
    }

    @Override
    public long getAccepted() {
        return count("accepted");
    }

    @Override
    public long getRefused() {
        return count("refused");
    }

    @Override
    public long getModelVersion() {
        return identity.models().shown(database).version();
    }

    @Override
    public String[] getMostProbable() {
        return identity.reviews().list("review", SHOWN).stream()
                .map(pair -> String.format(
                        Locale.ROOT,
                        "%s %s %s and %s: %s",
                        pair.id(),
                        pair.bits()
                                .map(bits -> String.format(Locale.ROOT, "%+.1f bits", bits))
                                .orElse("by identifier"),
                        pair.first().source(),
                        pair.second().source(),
                        pair.cause()))
                .toArray(String[]::new);
    }

    @Override
    public String accept(String id, String reason) {
        return identity.reviews()
                .accept(UUID.fromString(id), reason, Caller.name())
                .survivor()
                .toString();
    }

    @Override
    public void refuse(String id, String reason) {
        identity.reviews().refuse(UUID.fromString(id), reason, Caller.name());
    }

    @Override
    public String unmerge(String profile, String reason) {
        return identity.corrections()
                .unmerge(UUID.fromString(profile), reason, Caller.name())
                .toString();
    }

    private long count(String state) {
        return identity.reviews().counts().getOrDefault(state, 0L);
    }
}
