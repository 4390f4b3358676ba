package io.attune.nightly;

/** What became of a chunk: its profiles, and of every model's word on each, how many were scores and how many were none. */
record ChunkCounts(long profiles, long scored, long declined) {}
