/** The shared memory of hot profiles and vectors. It may be lost whole; the database is the truth. */
package io.attune.memory;
