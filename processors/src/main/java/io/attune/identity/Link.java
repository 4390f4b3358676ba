package io.attune.identity;

import io.attune.record.Identifier;

/** An identifier that a source stated of one of its entities. */
record Link(long node, Identifier identifier) {}
