/**
 * Learning two classes from a table: finds how much of what to learn, judges learners and their stack by folds that keep groups
 * together, and writes one MOJO. What the table is, a user's file or the hub's frame, is nothing to it.
 */
package io.attune.trainer.learning;
