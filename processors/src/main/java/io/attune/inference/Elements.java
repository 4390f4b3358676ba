package io.attune.inference;

import java.util.Arrays;

/**
 * The elements of a tensor as they are read, before it is known what they should be: numbers (missing ones NaN, truth as 1
 * and 0), and beside them texts where there are any. Not thread-safe.
 */
final class Elements {
    private static final int FIRST_SIZE = 16;

    private final int most;
    private double[] numbers = new double[FIRST_SIZE];
    private String[] texts = new String[0];
    private int count;
    private boolean anyNumber;
    private boolean anyTruth;
    private boolean anyText;
    private int rowLength = -1;

    Elements(int most) {
        this.most = most;
    }

    void number(double value) {
        anyNumber = true;
        add(value);
    }

    void truth(boolean value) {
        anyTruth = true;
        add(value ? 1 : 0);
    }

    void missing() {
        add(Double.NaN);
    }

    void text(String value) {
        anyText = true;
        add(Double.NaN);
        if (texts.length < numbers.length) {
            texts = Arrays.copyOf(texts, numbers.length);
        }
        texts[count - 1] = value;
    }

    /** A nested array has ended that had so many elements. */
    void row(int length) {
        if (rowLength >= 0 && rowLength != length) {
            throw InferenceException.badRequest("inputs: the arrays in data have " + rowLength + " and " + length
                    + " elements; every row of a tensor has as many");
        }
        rowLength = length;
    }

    private void add(double value) {
        if (count == most) {
            throw InferenceException.tooLarge(
                    "the request has more than " + most + " elements; send fewer rows at a time");
        }
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, Math.min(most, count * 4));
        }
        numbers[count++] = value;
    }

    int count() {
        return count;
    }

    /** How many elements every nested array has; -1 when data is one flat array. */
    int rowLength() {
        return rowLength;
    }

    double number(int index) {
        return numbers[index];
    }

    /** The text of an element; null when it is missing. */
    String text(int index) {
        return index < texts.length ? texts[index] : null;
    }

    double[] numbers() {
        return numbers;
    }

    /** What there is besides missing values, when it is not of the type. */
    boolean misfits(Datatype type) {
        return switch (type) {
            case BYTES -> anyNumber || anyTruth;
            case BOOL -> anyText || anyNumber;
            default -> anyText || anyTruth;
        };
    }
}
