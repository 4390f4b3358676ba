/**
 * Which items a person will want next, from an event log: purchases of one's own, neighbours of items, EASE, popularity, and
 * a blend of them, chosen on a hold-out in time before the moment. Depends on the event log and on
 * the cards of models only.
 */
package io.attune.recommendation;
