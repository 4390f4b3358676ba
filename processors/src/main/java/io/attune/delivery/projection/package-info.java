/**
 * State mirrored into channels: what a person's segments, scores and consents should look like there. The latest wins, it is
 * coalesced by hash, and it may be retried freely.
 */
package io.attune.delivery.projection;
