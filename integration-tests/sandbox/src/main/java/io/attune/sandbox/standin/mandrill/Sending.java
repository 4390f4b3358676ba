package io.attune.sandbox.standin.mandrill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One recipient's copy of a transactional e-mail, and what became of it. Its content is in the inbox.
 *
 * @param id Mandrill's {@code _id}
 * @param state sent, rejected, bounced or scheduled
 * @param rejectReason empty unless rejected
 */
record Sending(
        String id,
        Instant at,
        String email,
        String sender,
        String subject,
        String state,
        String rejectReason,
        List<String> tags,
        Map<String, String> metadata,
        List<Engagement> engagements) {
    Sending {
        tags = List.copyOf(tags);
        metadata = Map.copyOf(metadata);
        engagements = List.copyOf(engagements);
    }

    /** @param url empty for an open */
    record Engagement(Instant at, String url) {
        boolean isClick() {
            return !url.isEmpty();
        }
    }

    List<Engagement> opens() {
        return engagements.stream().filter(each -> !each.isClick()).toList();
    }

    List<Engagement> clicks() {
        return engagements.stream().filter(Engagement::isClick).toList();
    }

    Optional<String> rejection() {
        return Optional.of(rejectReason).filter(reason -> !reason.isEmpty());
    }

    Sending with(Engagement engagement) {
        List<Engagement> more = new ArrayList<>(engagements);
        more.add(engagement);
        return new Sending(id, at, email, sender, subject, state, rejectReason, tags, metadata, more);
    }

    Sending in(String newState) {
        return new Sending(id, at, email, sender, subject, newState, rejectReason, tags, metadata, engagements);
    }
}
