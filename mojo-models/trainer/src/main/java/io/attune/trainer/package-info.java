/**
 * Trains models with H2O, in a process of its own that opens no socket. It reads nothing but the frames and definitions that it
 * is given, and imports nothing of the hub: only what reads frames, judges models, and keeps their versions.
 */
package io.attune.trainer;
