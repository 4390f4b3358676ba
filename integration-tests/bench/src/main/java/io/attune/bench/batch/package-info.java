/** The nightly run over everybody. */
package io.attune.bench.batch;
