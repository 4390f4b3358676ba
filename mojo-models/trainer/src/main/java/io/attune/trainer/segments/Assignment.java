package io.attune.trainer.segments;

import java.util.Arrays;

/** The cheapest way to pair rows with columns, each at most once: the Hungarian method (Kuhn 1955), with potentials. */
final class Assignment {
    private Assignment() {}

    /**
     * Pairs them.
     *
     * @param costs of each pair, a row each; there may be more of one side than of the other
     * @return the column of each row; -1 for a row that is left over
     */
    static int[] cheapest(double[][] costs) {
        int rows = costs.length;
        int columns = rows == 0 ? 0 : costs[0].length;
        if (columns == 0) {
            int[] none = new int[rows];
            Arrays.fill(none, -1);
            return none;
        }
        if (rows > columns) {
            return turned(cheapest(transposed(costs)), rows);
        }
        double[] ofRow = new double[rows + 1];
        double[] ofColumn = new double[columns + 1];
        int[] rowOfColumn = new int[columns + 1];
        for (int row = 1; row <= rows; row++) {
            augment(row, costs, ofRow, ofColumn, rowOfColumn);
        }
        int[] columnOfRow = new int[rows];
        for (int column = 1; column <= columns; column++) {
            if (rowOfColumn[column] > 0) {
                columnOfRow[rowOfColumn[column] - 1] = column - 1;
            }
        }
        return columnOfRow;
    }

    // Finds the cheapest path of exchanges that makes room for one more row. Column 0 is where it begins.
    private static void augment(int row, double[][] costs, double[] ofRow, double[] ofColumn, int[] rowOfColumn) {
        int columns = rowOfColumn.length;
        double[] least = new double[columns];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        boolean[] visited = new boolean[columns];
        int[] before = new int[columns];
        rowOfColumn[0] = row;
        int column = 0;
        do {
            visited[column] = true;
            int current = rowOfColumn[column];
            double step = Double.POSITIVE_INFINITY;
            int next = 0;
            for (int other = 1; other < columns; other++) {
                if (!visited[other]) {
                    double reduced = costs[current - 1][other - 1] - ofRow[current] - ofColumn[other];
                    if (reduced < least[other]) {
                        least[other] = reduced;
                        before[other] = column;
                    }
                    if (least[other] < step) {
                        step = least[other];
                        next = other;
                    }
                }
            }
            for (int other = 0; other < columns; other++) {
                if (visited[other]) {
                    ofRow[rowOfColumn[other]] += step;
                    ofColumn[other] -= step;
                } else {
                    least[other] -= step;
                }
            }
            column = next;
        } while (rowOfColumn[column] != 0);
        while (column != 0) {
            rowOfColumn[column] = rowOfColumn[before[column]];
            column = before[column];
        }
    }

    private static double[][] transposed(double[][] costs) {
        double[][] transposed = new double[costs[0].length][costs.length];
        for (int row = 0; row < costs.length; row++) {
            for (int column = 0; column < costs[row].length; column++) {
                transposed[column][row] = costs[row][column];
            }
        }
        return transposed;
    }

    private static int[] turned(int[] rowOfColumn, int rows) {
        int[] columnOfRow = new int[rows];
        Arrays.fill(columnOfRow, -1);
        for (int column = 0; column < rowOfColumn.length; column++) {
            columnOfRow[rowOfColumn[column]] = column;
        }
        return columnOfRow;
    }
}
