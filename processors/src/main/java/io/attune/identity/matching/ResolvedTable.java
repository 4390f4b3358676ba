package io.attune.identity.matching;

import java.util.Arrays;

/**
 * Who is who. Arrays are in the order of the rows and not to be changed.
 *
 * @param clusters a number for each row, the same for rows that surely are one person
 * @param clustersWithReview as if every pair up for review were accepted
 * @param comparedPairs how many pairs were compared
 * @param learned how records of one person compare in this file
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
public record ResolvedTable(int[] clusters, int[] clustersWithReview, long comparedPairs, Learned learned) {
    static ResolvedTable of(Persons persons, MatchModel model, long comparedPairs, Clusters joined, Clusters reviewed) {
        return new ResolvedTable(
                byRow(persons, joined.numbers()),
                byRow(persons, reviewed.numbers()),
                comparedPairs,
                model.learned(persons.pairs()));
    }

    /** Numbers the clusters in the order in which their first rows stand. */
    private static int[] byRow(Persons persons, int[] leaders) {
        int[] ofRow = new int[persons.size()];
        for (int person = 0; person < leaders.length; person++) {
            ofRow[persons.rows()[person]] = leaders[person];
        }
        int[] numbers = new int[leaders.length];
        Arrays.fill(numbers, -1);
        int next = 0;
        for (int row = 0; row < ofRow.length; row++) {
            if (numbers[ofRow[row]] < 0) {
                numbers[ofRow[row]] = next++;
            }
            ofRow[row] = numbers[ofRow[row]];
        }
        return ofRow;
    }
}
