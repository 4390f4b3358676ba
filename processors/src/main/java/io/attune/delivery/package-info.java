/**
 * Messages on their way out: the outbox, which sends each at most once, and how channels are asked and understood. HTTP
 * itself is done by routes.
 */
package io.attune.delivery;
