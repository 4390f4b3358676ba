/**
 * Salesforce as a source: a first load by Bulk API 2.0, then what changed since, both resumable at any point; pauses when
 * the organization's calls run out; and the login by signed assertion.
 */
package io.attune.ingest.salesforce;
