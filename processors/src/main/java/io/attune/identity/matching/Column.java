package io.attune.identity.matching;

/**
 * One attribute of all persons.
 *
 * @param values the dictionary; both names share one, so that swapped names can be compared
 * @param numbers a value's number for each person, {@link Values#MISSING} where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // millions of persons or pairs: compared by nobody, and never changed
record Column(Attribute attribute, Values values, int[] numbers) {
    String text(int person) {
        int number = numbers[person];
        return number == Values.MISSING ? "" : values.text(number);
    }
}
