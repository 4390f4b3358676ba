/**
 * Trains models with H2O, in a process of its own that opens no socket. It reads nothing but the frames and definitions that it
 * is given, and imports nothing else of Attune but the frame's own code.
 */
package io.attune.trainer;
