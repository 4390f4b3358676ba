/** What a source sent, in canonical form: the contract of the topic {@code attune.records}. */
package io.attune.record;
