/** A durable Kafka in this process, which can be stopped and started again. */
package io.attune.sandbox.kafka;
