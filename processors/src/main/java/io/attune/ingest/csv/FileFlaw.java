package io.attune.ingest.csv;

/**
 * Why nothing of a file can be read.
 *
 * @param code stable, upper case with underscores
 * @param reason what was found and what is right, without what the file holds
 * @param original the line at fault
 */
record FileFlaw(String code, String reason, String original) {}
