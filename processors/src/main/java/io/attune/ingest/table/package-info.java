/**
 * Tables of any JDBC database, polled by a definition ({@code connectors-config/tables}): by a number that grows or by the
 * time of the last change, with an overlap for rows that are committed late.
 */
package io.attune.ingest.table;
