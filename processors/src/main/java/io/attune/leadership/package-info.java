/** Who does what only one node may do at a time. */
package io.attune.leadership;
