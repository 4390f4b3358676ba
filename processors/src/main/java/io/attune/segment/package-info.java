/** Segments: rules in CEL over features, scores and clear attributes, and who is in them since when. */
package io.attune.segment;
