/** What the hub counts of itself. */
package io.attune.monitoring;
