/** Training frames from simulated people without a hub: through the hub's own feature code, but with true identities. */
package io.attune.sandbox.training;
