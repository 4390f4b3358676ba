/**
 * All that a hub needs around it, on one machine: Kafka, PostgreSQL, stand-ins for the services, and an inbox to look into. Tests and the
 * demo start it; it is not part of the product.
 */
package io.attune.sandbox;
