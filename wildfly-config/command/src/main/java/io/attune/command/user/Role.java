package io.attune.command.user;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a person may do; the names are those that the server checks. */
public enum Role {
    /** Sees counts, routes, health and the status of the hub. */
    VIEWER,
    /** Also previews campaigns and pauses channels. */
    MARKETER,
    /** Also changes routes, replays rejects and runs jobs. */
    ENGINEER,
    /** Also reads a person's profile and undoes a merge. */
    PRIVACY,
    /** May do all of it. */
    ADMIN;

    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** This role and those it includes. */
    List<String> granted() {
        Stream<Role> granted =
                this == ADMIN ? Stream.of(values()) : Stream.of(VIEWER, this).distinct();
        return granted.map(Role::roleName).toList();
    }
}
