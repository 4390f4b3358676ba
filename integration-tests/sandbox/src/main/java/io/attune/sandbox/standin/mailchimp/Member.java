package io.attune.sandbox.standin.mailchimp;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A member of an audience. Immutable.
 *
 * @param id MD5 of the address in lower case
 * @param webId number in Mailchimp's own console
 * @param status subscribed, unsubscribed, cleaned, pending, transactional or archived
 * @param compliance whether the person or a bounce set the status, so that an API may not subscribe them again
 * @param mergeFields tag → text, number, or for an address an object
 */
public record Member(
        String id,
        String email,
        long webId,
        String emailType,
        String status,
        boolean compliance,
        SortedMap<String, Object> mergeFields,
        Map<String, Boolean> interests,
        Set<String> tags,
        String language,
        boolean vip,
        Instant signedUp,
        Instant optedIn,
        Instant lastChanged) {
    public Member {
        mergeFields = Collections.unmodifiableSortedMap(new TreeMap<>(mergeFields));
        interests = Map.copyOf(interests);
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    Member withTags(Set<String> changed, Instant at) {
        return new Member(
                id,
                email,
                webId,
                emailType,
                status,
                compliance,
                mergeFields,
                interests,
                changed,
                language,
                vip,
                signedUp,
                optedIn,
                at);
    }

    /** As the person themself, or a bounce, changes it. */
    Member leaving(String newStatus, Instant at) {
        return new Member(
                id,
                email,
                webId,
                emailType,
                newStatus,
                true,
                mergeFields,
                interests,
                tags,
                language,
                vip,
                signedUp,
                optedIn,
                at);
    }

    Member archived(Instant at) {
        return new Member(
                id,
                email,
                webId,
                emailType,
                "archived",
                compliance,
                mergeFields,
                interests,
                tags,
                language,
                vip,
                signedUp,
                optedIn,
                at);
    }
}
