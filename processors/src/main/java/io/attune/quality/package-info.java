/** How good a source's records are: figures by hour and day, flags on records, and alerts. */
package io.attune.quality;
