/** Events into the provisioned server, and messages out of it, beside a bare server that does as little as can be done. */
package io.attune.bench.tracking;
