/** What an e-mail address may look like (RFC 5321, 5322, 6531), and what its domain tells. */
package io.attune.ingest.address;
