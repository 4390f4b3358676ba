/**
 * Learns how long it takes until something happens: by the hazard of each interval, so that people to whom it did not happen
 * within what is known teach as much as they can. Beside it only what starts H2O and reads frames.
 */
package io.attune.trainer.hazard;
