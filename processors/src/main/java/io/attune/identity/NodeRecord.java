package io.attune.identity;

import io.attune.record.SourceRecord;

/** A record that is new to the ledger, and the node of its entity. */
record NodeRecord(SourceRecord record, long node) {}
