/** One spelling for what sources spell in many ways: countries, currencies, dates, categories. */
package io.attune.ingest.normal;
