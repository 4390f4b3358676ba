package io.attune.inference;

import java.util.List;

/**
 * A tensor that was sent: its elements are of its type and as many as its shape says.
 *
 * @param shape one dimension or two; the first counts rows
 */
record Tensor(String name, Datatype datatype, List<Integer> shape, Elements elements) {

    /** @throws InferenceException when the elements are not what the rest says */
    Tensor {
        shape = List.copyOf(shape);
        if (shape.isEmpty() || shape.size() > 2) {
            throw refused(name, "has the shape " + shape + "; send [rows], or [rows, columns]");
        }
        int expected = 1;
        for (int length : shape) {
            expected = Math.multiplyExact(expected, length);
        }
        if (elements.count() != expected) {
            throw refused(name, "has the shape " + shape + ", but " + elements.count() + " elements in data");
        }
        if (elements.rowLength() >= 0 && elements.rowLength() != shape.get(shape.size() - 1)) {
            throw refused(
                    name, "has the shape " + shape + ", but arrays of " + elements.rowLength() + " elements in data");
        }
        if (elements.misfits(datatype)) {
            throw refused(name, "has elements in data that are not of its datatype " + datatype);
        }
        if (datatype != Datatype.BYTES) {
            conform(name, datatype, elements);
        }
    }

    int rows() {
        return shape.get(0);
    }

    int columns() {
        return shape.size() == 2 ? shape.get(1) : 1;
    }

    private static void conform(String name, Datatype datatype, Elements elements) {
        double[] numbers = elements.numbers();
        for (int index = 0; index < elements.count(); index++) {
            double value = numbers[index];
            if (!Double.isNaN(value) && !datatype.holds(value)) {
                throw refused(name, "has " + value + " at element " + index + ", which is no " + datatype);
            }
            numbers[index] = datatype.rounded(value);
        }
    }

    private static InferenceException refused(String name, String what) {
        return InferenceException.badRequest("inputs: " + name + " " + what);
    }
}
