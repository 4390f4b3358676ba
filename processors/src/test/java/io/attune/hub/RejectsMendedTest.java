package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.attune.error.AttuneException;
import io.attune.pipeline.RejectReplay;
import io.attune.reject.RejectEdit;
import io.attune.reject.RejectFilter;
import io.attune.reject.StoredReject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rejects are edited, replayed and resolved, and nothing counts twice. */
class RejectsMendedTest extends RejectsFixture {
    private long events() {
        return count("select count(*) from event");
    }

    @Test
    void anEditedRejectIsOneRecordHoweverOftenItIsReplayed() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));
        StoredReject broken = only();

        StoredReject still = rejects.replay(broken.id(), "eva");
        assertThat(still.state()).isEqualTo("open");
        assertThat(still.replays()).isEqualTo(1);
        assertThat(events()).isZero();

        rejects.edit(broken.id(), "{", "eva");
        assertThat(rejects.replay(broken.id(), "eva").code()).isEqualTo("NOT_JSON");
        StoredReject edited = rejects.edit(broken.id(), MENDED.formatted("m1"), "max");
        assertThat(edited.editedBy()).contains("max");
        assertThat(rejects.replay(broken.id(), "eva").state()).isEqualTo("replayed");
        assertThat(rejects.replay(broken.id(), "eva").state()).isEqualTo("replayed");

        assertThat(events()).isEqualTo(1);
        assertThat(count("select count(*) from record_ledger")).isEqualTo(1);
        assertThat(rejects.original(broken.id())).contains(BROKEN.formatted("m1"));
        assertThat(rejects.edits(broken.id()))
                .extracting(RejectEdit::edit, RejectEdit::editedBy, RejectEdit::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "eva", "{"),
                        org.assertj.core.groups.Tuple.tuple(2, "max", MENDED.formatted("m1")));
        assertThat(rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10))
                .isEmpty();
    }

    @Test
    void manyAreReplayedOrResolvedByTheSameFilter() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"), "no json");
        arrive("pos", "pos-sale", NOW, "{}");
        for (StoredReject reject :
                list(Optional.of("web"), Optional.of("SCHEMA_VIOLATED"), Optional.empty(), Optional.empty())) {
            rejects.edit(reject.id(), MENDED.formatted(reject.id().toString()), "eva");
        }

        assertThat(rejects.replay(filter("web"), 100, "eva")).isEqualTo(new RejectReplay.Outcome(2, 1));
        assertThat(events()).isEqualTo(2);
        assertThat(rejects.replay(filter("web"), 100, "eva")).isEqualTo(new RejectReplay.Outcome(0, 1));
        assertThat(rejects.resolve(filter("pos"), 100, "the till was being set up", "eva"))
                .isEqualTo(1);
        assertThat(rejects.counts()).isEqualTo(Map.of("open", 1L, "replayed", 2L, "resolved", 1L));
    }

    @Test
    void whatIsResolvedStaysResolvedAndIsNeitherEditedNorReplayed() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));
        UUID id = only().id();
        StoredReject resolved = rejects.resolve(id, "test data", "ida");
        assertThat(resolved.resolution()).contains("test data");
        assertThat(resolved.resolvedBy()).contains("ida");

        arrive("web", "web-event", NOW, BROKEN.formatted("m1"));

        assertThat(rejects.find(id).orElseThrow().state()).isEqualTo("resolved");
        assertThatThrownBy(() -> rejects.replay(id, "eva")).hasMessageContaining("is resolved");
        assertThatThrownBy(() -> rejects.edit(id, "{}", "eva")).hasMessageContaining("is resolved");
        assertThatThrownBy(() -> rejects.resolve(id, "again", "eva")).isInstanceOf(AttuneException.class);
        assertThatThrownBy(() -> rejects.resolve(UUID.randomUUID(), "x", "eva"))
                .hasMessageContaining("there is no reject");
    }

    private static RejectFilter filter(String source) {
        return new RejectFilter(
                Optional.empty(),
                Optional.of(source),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
