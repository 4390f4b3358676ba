/** Vectors of people on request: from the shared memory where it holds them, else from the database. */
package io.attune.lookup;
