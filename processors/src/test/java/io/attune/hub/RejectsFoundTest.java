package io.attune.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.reject.RejectCount;
import io.attune.reject.RejectFilter;
import io.attune.reject.StoredReject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rejects are found by what is said of them, and what is done is noted; what was received is told to nobody by the way. */
class RejectsFoundTest extends RejectsFixture {
    @Test
    void everyChangeIsInTheAuditWithoutWhatWasReceived() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"));
        List<StoredReject> both = rejects.list(RejectFilter.ofState("open"), Optional.empty(), 10);
        UUID one = both.get(0).id();

        rejects.replay(one, "eva");
        rejects.edit(one, MENDED.formatted("m1"), "max");
        rejects.replay(one, "max");
        rejects.resolve(both.get(1).id(), "test data", "ida");

        List<String> audit = POSTGRES.database()
                .inHandle(handle -> handle.createQuery(
                                "select actor || ' ' || action || ' ' || subject || ' ' || detail from audit order by audit_id")
                        .mapTo(String.class)
                        .list());
        assertThat(audit)
                .containsExactly(
                        "eva replay reject in vain " + one + " {}",
                        "max edit reject " + one + " {}",
                        "max replay reject " + one + " {}",
                        "ida resolve reject " + both.get(1).id() + " {\"reason\": \"test data\"}");
    }

    @Test
    void rejectsAreFoundByReasonSourceAndTime() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("m1"), BROKEN.formatted("m2"), "no json");
        arrive("pos", "pos-sale", NOW, "{}");

        assertThat(rejects.counts(RejectFilter.ofState("open")))
                .extracting(RejectCount::source, RejectCount::code, RejectCount::rejects)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("web", "SCHEMA_VIOLATED", 2L),
                        org.assertj.core.groups.Tuple.tuple("pos", "SCHEMA_VIOLATED", 1L),
                        org.assertj.core.groups.Tuple.tuple("web", "NOT_JSON", 1L));
        assertThat(list(Optional.of("web"), Optional.of("SCHEMA_VIOLATED"), Optional.empty(), Optional.empty()))
                .hasSize(2);
        assertThat(list(Optional.empty(), Optional.empty(), Optional.of(NOW), Optional.of(NOW.plusSeconds(1))))
                .hasSize(4);
        assertThat(list(Optional.empty(), Optional.empty(), Optional.of(NOW.plusSeconds(1)), Optional.empty()))
                .isEmpty();
        assertThat(list(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NOW)))
                .isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutGapsOrRepeats() throws Exception {
        String[] originals = new String[25];
        for (int number = 0; number < originals.length; number++) {
            originals[number] = BROKEN.formatted("m" + number);
        }
        arrive("web", "web-event", NOW, originals);

        List<UUID> seen = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        List<StoredReject> page;
        do {
            page = rejects.list(RejectFilter.ofState("open"), after, 10);
            page.forEach(reject -> seen.add(reject.id()));
            after = page.stream().reduce((first, second) -> second).map(StoredReject::id);
        } while (page.size() == 10);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void neitherOriginalsNorEditsAreReadableInTheDatabase() throws Exception {
        arrive("web", "web-event", NOW, BROKEN.formatted("secret-marker"));
        rejects.edit(only().id(), MENDED.formatted("secret-marker"), "eva");

        assertThat(count("""
                select count(*) from reject r left join reject_edit e using (reject_id)
                where position('secret-marker'::bytea in r.original) > 0 or position('secret-marker'::bytea in r.edited) > 0
                  or position('secret-marker'::bytea in e.edited) > 0
                """)).isZero();
    }
}
