/** Records through the profile route, and a plain loop that writes the same rows. */
package io.attune.bench.profile;
