/** The hub in JMX: one bean a thing, open types only, so that any console shows it without knowing Attune. */
package io.attune.jmx;
