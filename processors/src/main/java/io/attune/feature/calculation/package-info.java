/**
 * How features come of what is known of a person: each kind of calculation is a record of its own, pure and immutable. What it may
 * know is its {@link io.attune.feature.calculation.Evidence}, which holds nothing that occurred at or after the moment.
 */
package io.attune.feature.calculation;
