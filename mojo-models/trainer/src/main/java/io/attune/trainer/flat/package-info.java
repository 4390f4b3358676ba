/**
 * Training from a flat frame, a user's own table of rows with a label: chooses among learners by cross-validation and
 * writes one calibrated MOJO.
 */
package io.attune.trainer.flat;
