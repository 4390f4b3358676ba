/**
 * Trains a model from an exported frame with H2O, in a process of its own that opens no socket. It reads nothing but the
 * frame and the definition, and imports nothing else of Attune.
 */
package io.attune.trainer;
