/** What must be well for a node to take part; MicroProfile Health serves it on the management port. */
package io.attune.health;
