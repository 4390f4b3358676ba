/**
 * Flat frames: a user's own CSV, what its columns are, and how a row becomes a model's features. Training infers a {@link
 * io.attune.frame.Recipe} and scoring applies the very same one. Imports of ours only what reads
 * delimited text.
 */
package io.attune.frame;
