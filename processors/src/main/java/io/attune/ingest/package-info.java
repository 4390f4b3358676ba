/**
 * The way in: what a source sent is mapped by JSLT, validated by JSON Schema and by meaning, and becomes records for
 * the topic {@code attune.records}, or rejects for {@code attune.rejects}.
 */
package io.attune.ingest;
