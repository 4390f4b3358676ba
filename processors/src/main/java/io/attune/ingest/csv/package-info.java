/**
 * CSV files that a source drops somewhere: their form is a definition ({@code connectors-config/csv}), a bad line is a
 * reject of its own, and a file that was read before is recognised by what it holds.
 */
package io.attune.ingest.csv;
