/** What an engineer demands of records beyond their schema: rules in CEL, each of which rejects or flags what breaks it. */
package io.attune.ingest.rule;
