/**
 * What the hub knows, in somebody's warehouse: profiles, features, scores and segments written in bulk into any JDBC
 * database, all of them or those that changed; and what a warehouse knows of people, read for the hub.
 */
package io.attune.warehouse;
