package io.attune.trainer.segments;

/** Finds the centres of so many groups. */
@FunctionalInterface
interface Centres {
    /** As many centres as asked for; the same for the same points and seed. */
    double[][] of(double[][] points, int count, long seed);
}
