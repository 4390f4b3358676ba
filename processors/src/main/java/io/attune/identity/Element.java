package io.attune.identity;

import java.util.UUID;

/** Something that belongs to one person. */
sealed interface Element {
    /** An entity of a source. */
    record Node(long id) implements Element {}

    /** Something by which sources know people. */
    record Name(long identifier) implements Element {}

    /** What was one person already. */
    record Known(UUID profile) implements Element {}
}
