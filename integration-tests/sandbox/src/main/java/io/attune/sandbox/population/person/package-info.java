/** Who people are and how they are. */
package io.attune.sandbox.population.person;
