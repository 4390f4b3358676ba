/**
 * One's own history as a file: who did what, when, with which item, for how much. Reads it robustly into columns, and knows
 * the moments and horizons that training and scoring speak of. Imports of ours only what
 * reads delimited text, and the histories of lifetimes.
 */
package io.attune.eventlog;
