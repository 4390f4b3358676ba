package io.attune.it.load;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * One web event as a shop reports it.
 *
 * @param key what Kafka keeps in order
 */
public record WebEvent(String key, String messageId, ObjectNode body) {}
