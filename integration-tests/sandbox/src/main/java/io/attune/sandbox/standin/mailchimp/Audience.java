package io.attune.sandbox.standin.mailchimp;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.sandbox.standin.Addresses;
import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The members of one audience and the rules by which they change. Thread-safe. */
public final class Audience {
    private final Table<Member> members;
    private final Table<Forgotten> forgotten;
    private final Table<Tag> tags;
    private final MergeFields mergeFields;
    private final Clock clock;

    /** Somebody erased for good, whom an API may not subscribe again. */
    record Forgotten(String id) {}

    record Tag(int id, String name) {}

    Audience(Journal journal, Clock clock) {
        this.members = journal.table("mailchimp.member", Member.class);
        this.forgotten = journal.table("mailchimp.forgotten", Forgotten.class);
        this.tags = journal.table("mailchimp.tag", Tag.class);
        this.mergeFields = new MergeFields(journal);
        this.clock = clock;
    }

    /** MD5 of the address in lower case, in hexadecimal. */
    public static String idOf(String email) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest(email.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    MergeFields mergeFields() {
        return mergeFields;
    }

    public List<Member> members() {
        return members.values();
    }

    public int size() {
        return members.size();
    }

    public List<Member> members(long position, int limit) {
        return members.values(position, limit);
    }

    public Optional<Member> find(String id) {
        return members.get(id);
    }

    int tagId(String name) {
        return tags.get(name)
                .orElseGet(() -> {
                    synchronized (tags) {
                        return tags.get(name).orElseGet(() -> {
                            Tag tag = new Tag(tags.size() + 1, name);
                            tags.put(name, tag);
                            return tag;
                        });
                    }
                })
                .id();
    }

    /**
     * Creates or changes a member.
     *
     * @param statusIfNew what a new member becomes when the body has no {@code status}
     * @throws MemberRefused when a rule of the service forbids it
     */
    Member write(String id, JsonNode body, Optional<String> statusIfNew) {
        Map<String, Object> values = mergeFields.checked(body.path("merge_fields"));
        return members.compute(id, before -> {
            if (before.isEmpty()) {
                return created(id, body, statusIfNew, values);
            }
            return changed(before.get(), body, statusIfNew, values);
        });
    }

    private Member created(String id, JsonNode body, Optional<String> statusIfNew, Map<String, Object> values) {
        String email = body.path("email_address").asText();
        if (!Addresses.isEmail(email)) {
            throw new MemberRefused("Invalid Resource", "Please provide a valid email address.", "email_address");
        }
        if (forgotten.get(id).isPresent()) {
            throw new MemberRefused(
                    MemberRefused.FORGOTTEN,
                    email
                            + " was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.",
                    "");
        }
        String status = text(body, "status")
                .or(() -> statusIfNew)
                .orElseThrow(
                        () -> new MemberRefused("Invalid Resource", "Data did not match any of the schemas", "status"));
        Instant now = clock.instant();
        return new Member(
                id,
                email,
                members.size() + 1L,
                text(body, "email_type").orElse("html"),
                status,
                false,
                new TreeMap<>(values),
                Map.of(),
                Set.of(),
                text(body, "language").orElse(""),
                body.path("vip").asBoolean(false),
                now,
                now,
                now);
    }

    private Member changed(Member before, JsonNode body, Optional<String> statusIfNew, Map<String, Object> values) {
        boolean back = before.status().equals("archived");
        String status = text(body, "status").orElse(back ? statusIfNew.orElse(before.status()) : before.status());
        boolean subscribing = status.equals("subscribed") && !before.status().equals("subscribed");
        if (subscribing && before.compliance()) {
            throw new MemberRefused(
                    MemberRefused.COMPLIANCE,
                    before.email()
                            + " is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.",
                    "");
        }
        TreeMap<String, Object> merged = new TreeMap<>(before.mergeFields());
        merged.putAll(values);
        Instant now = clock.instant();
        return new Member(
                before.id(),
                before.email(),
                before.webId(),
                text(body, "email_type").orElse(before.emailType()),
                status,
                before.compliance(),
                merged,
                before.interests(),
                before.tags(),
                text(body, "language").orElse(before.language()),
                body.path("vip").asBoolean(before.vip()),
                before.signedUp(),
                subscribing ? now : before.optedIn(),
                now);
    }

    /** Adds and removes tags, creating those that are new. Empty when there is no such member. */
    Optional<Member> retag(String id, Set<String> active, Set<String> inactive) {
        active.forEach(this::tagId);
        return members.update(id, member -> {
            Set<String> changed = new LinkedHashSet<>(member.tags());
            changed.addAll(active);
            changed.removeAll(inactive);
            return member.withTags(changed, clock.instant());
        });
    }

    Optional<Member> archive(String id) {
        return change(id, member -> member.archived(clock.instant()));
    }

    /** Erases a member for good. */
    boolean forget(String id) {
        if (members.get(id).isEmpty()) {
            return false;
        }
        forgotten.put(id, new Forgotten(id));
        members.remove(id);
        return true;
    }

    Optional<Member> leave(String id, String status) {
        return change(id, member -> member.leaving(status, clock.instant()));
    }

    private Optional<Member> change(String id, UnaryOperator<Member> change) {
        return members.update(id, change);
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.get(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
