/** A durable PostgreSQL from a jar, which can be stopped and started again. */
package io.attune.sandbox.postgres;
