/** The truth: PostgreSQL, reached through Jdbi, owned by its migrations. */
package io.attune.database;
