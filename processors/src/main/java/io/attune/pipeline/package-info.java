/** The profile way: a batch of records from Kafka through every stage, in one transaction. */
package io.attune.pipeline;
