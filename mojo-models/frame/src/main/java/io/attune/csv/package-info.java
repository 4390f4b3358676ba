/** Reading delimited text as people's tools write it: whatever its encoding and separator. */
package io.attune.csv;
