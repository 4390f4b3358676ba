package io.attune.inference;

import io.attune.scoring.Scorer;
import java.util.List;

/** The rows that a request's tensors hold, in the order of a model's inputs. Not thread-safe. */
final class RowSource {
    private final Scorer scorer;
    private final int rows;
    /** By input, where each was sent by itself; null where it was not sent, or all came in one. */
    private final Tensor[] columns;
    /** All inputs in one tensor, or null. */
    private final Tensor matrix;

    private RowSource(Scorer scorer, int rows, Tensor[] columns, Tensor matrix) {
        this.scorer = scorer;
        this.rows = rows;
        this.columns = columns;
        this.matrix = matrix;
    }

    /** @throws InferenceException when the tensors are not the model's */
    static RowSource of(Scorer scorer, List<Tensor> tensors) {
        if (tensors.isEmpty()) {
            throw InferenceException.badRequest("inputs is missing or empty; the model reads " + scorer.inputs());
        }
        int rows = tensors.get(0).rows();
        if (rows == 0) {
            throw InferenceException.badRequest("inputs: " + tensors.get(0).name() + " holds no row");
        }
        if (isMatrix(scorer, tensors)) {
            return new RowSource(scorer, rows, new Tensor[0], matrix(scorer, tensors.get(0)));
        }
        Tensor[] columns = new Tensor[scorer.inputs().size()];
        for (Tensor tensor : tensors) {
            int input = input(scorer, tensor, rows);
            if (columns[input] != null) {
                throw InferenceException.badRequest("inputs: " + tensor.name() + " is there twice");
            }
            columns[input] = tensor;
        }
        return new RowSource(scorer, rows, columns, null);
    }

    int rows() {
        return rows;
    }

    /** Writes a row's values. */
    void copy(int row, double[] into) {
        if (matrix != null) {
            System.arraycopy(matrix.elements().numbers(), row * into.length, into, 0, into.length);
            return;
        }
        for (int input = 0; input < into.length; input++) {
            into[input] = value(input, row);
        }
    }

    private double value(int input, int row) {
        Tensor tensor = columns[input];
        if (tensor == null) {
            return Double.NaN;
        }
        if (tensor.datatype() != Datatype.BYTES) {
            return tensor.elements().number(row);
        }
        String level = tensor.elements().text(row);
        return level == null ? Double.NaN : scorer.level(input, level);
    }

    private static boolean isMatrix(Scorer scorer, List<Tensor> tensors) {
        return tensors.size() == 1 && !scorer.inputs().contains(tensors.get(0).name());
    }

    private static Tensor matrix(Scorer scorer, Tensor tensor) {
        List<String> inputs = scorer.inputs();
        if (tensor.shape().size() != 2 || tensor.columns() != inputs.size()) {
            throw InferenceException.badRequest("inputs: " + tensor.name() + " is no input of the model, and its shape "
                    + tensor.shape() + " is not [rows, " + inputs.size() + "] for all of them; they are " + inputs);
        }
        if (tensor.datatype() == Datatype.BYTES) {
            throw InferenceException.badRequest("inputs: " + tensor.name() + " holds BYTES; all inputs in one tensor"
                    + " must be numbers, or each must be a tensor of its own");
        }
        for (int input = 0; input < inputs.size(); input++) {
            if (scorer.isCategorical(input)) {
                throw InferenceException.badRequest("inputs: " + inputs.get(input)
                        + " holds categories, so each input must be a tensor of its own, this one of BYTES");
            }
        }
        return tensor;
    }

    private static int input(Scorer scorer, Tensor tensor, int rows) {
        int input = scorer.inputs().indexOf(tensor.name());
        if (input < 0) {
            throw InferenceException.badRequest(
                    "inputs: " + tensor.name() + " is no input of the model; it reads " + scorer.inputs());
        }
        if (tensor.columns() != 1 || tensor.rows() != rows) {
            throw InferenceException.badRequest("inputs: " + tensor.name() + " has the shape " + tensor.shape()
                    + "; as the first tensor has " + rows + " rows, send [" + rows + "]");
        }
        boolean texts = tensor.datatype() == Datatype.BYTES;
        if (texts != scorer.isCategorical(input)) {
            throw InferenceException.badRequest("inputs: " + tensor.name() + " is of " + tensor.datatype()
                    + "; the model reads " + (texts ? "numbers there: send FP64" : "categories there: send BYTES"));
        }
        return input;
    }
}
