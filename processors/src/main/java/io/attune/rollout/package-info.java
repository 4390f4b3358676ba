/**
 * Changes of which version of a model scores, on every node: each prepares the version and acknowledges it, then all use it.
 * PostgreSQL carries the versions and remembers the changes.
 */
package io.attune.rollout;
