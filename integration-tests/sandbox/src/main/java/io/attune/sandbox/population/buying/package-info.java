/** The BG/NBD model of repeat purchases. */
package io.attune.sandbox.population.buying;
