/**
 * What the hub knows, in somebody's warehouse: profiles, features, scores and segments written in bulk into any JDBC
 * database, all of them or those that changed.
 */
package io.attune.warehouse;
