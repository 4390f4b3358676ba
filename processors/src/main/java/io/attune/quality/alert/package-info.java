/** When somebody must look at a source: thresholds, changes against its own past, and what was told of them. */
package io.attune.quality.alert;
