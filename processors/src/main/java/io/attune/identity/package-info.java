/** Who is who: nodes, identifiers, memberships; merge and unmerge. */
package io.attune.identity;
