package io.attune.campaign;

import static io.attune.delivery.OutboxFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.attune.profile.ProfileMerge;
import io.attune.segment.MembershipChange;
import io.attune.segment.SegmentDefinitions;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Since when people are in a segment, and until when. */
class SegmentTimesTest extends CampaignFixture {
    @Test
    void entersAndLeavesSegmentsWithTheirTimes() {
        assertThat(assign(view(3, 10, 0.9), START)).hasSize(2).allMatch(MembershipChange::entered);
        assertThat(assign(view(3, 10, 0.8), START.plusSeconds(1))).isEmpty();

        List<MembershipChange> left = assign(view(1, 10, 0.8), START.plusSeconds(2));
        assertThat(left).containsExactly(new MembershipChange(ada, "often", START, false));

        assertThat(assign(view(4, 10, 0.8), START.plusSeconds(3)))
                .containsExactly(new MembershipChange(ada, "often", START.plusSeconds(3), true));
        assertThat(rows("select segment from segment_membership where until is null order by 1"))
                .containsExactly("often", "risk");
    }

    @Test
    void takesPeopleOutOfSegmentsThatAreDefinedNoMore() {
        assign(view(3, 10, 0.9), START);
        segments.use(new SegmentDefinitions(List.of()));

        assertThat(assign(view(3, 10, 0.9), START.plusSeconds(1))).hasSize(2).noneMatch(MembershipChange::entered);
    }

    @Test
    void goesOnAfterAMergeAsIfThePersonHadAlwaysBeenOne() {
        UUID merged = fixture.readers.person(START);
        Instant before = START.minus(Duration.ofDays(3));
        POSTGRES.database().useTransaction(handle -> {
            segments.assign(handle, List.of(view(merged, 3, 10, 0.1)), before);
            handle.execute(
                    "update segment_membership set until = ? where profile_id = ?",
                    START.atOffset(ZoneOffset.UTC),
                    merged);
        });

        List<MembershipChange> changes = POSTGRES.database()
                .inTransaction(handle -> segments.assign(
                        handle, List.of(view(3, 10, 0.1)), List.of(new ProfileMerge(merged, ada)), START));

        assertThat(changes).as("no entry, no message").isEmpty();
        assertThat(rows("select extract(epoch from since)::bigint::text from segment_membership where until is null"))
                .containsExactly(String.valueOf(before.getEpochSecond()));
    }
}
