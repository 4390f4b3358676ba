/** What a node runs, as a content-hashed release. */
package io.attune.release;
