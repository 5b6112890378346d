package ponte.bench;

import java.util.Arrays;

/**
 * The pairing of rows with columns, each in one pair at most, that weighs most.
 *
 * <p>The Hungarian method with potentials, in O(rows² · columns): Munkres, "Algorithms for the
 * Assignment and Transportation Problems", 1957.
 */
final class Pairing {

  private static final int NONE = 0;

  private final double[][] weights;
  private final int rows;
  private final int columns;
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOf;
  private final int[] way;

  private Pairing(double[][] weights) {
    this.weights = weights;
    rows = weights.length;
    columns = Math.max(rows, weights.length == 0 ? 0 : weights[0].length);
    rowPotential = new double[rows + 1];
    columnPotential = new double[columns + 1];
    rowOf = new int[columns + 1];
    way = new int[columns + 1];
  }

  /** The weight of the best pairing; no weight is below 0. */
  static double heaviest(double[][] weights) {
    var pairing = new Pairing(weights);
    for (var row = 1; row <= pairing.rows; row++) {
      pairing.place(row);
    }
    double sum = 0;
    for (var column = 1; column <= pairing.columns; column++) {
      sum += pairing.rowOf[column] == NONE ? 0 : pairing.weight(pairing.rowOf[column], column);
    }
    return sum;
  }

  /** Rows and columns count from 1; columns that are missing weigh nothing. */
  private double weight(int row, int column) {
    var cells = weights[row - 1];
    return column <= cells.length ? cells[column - 1] : 0;
  }

  /** Finds a column for one more row along the cheapest way, moving rows before it. */
  private void place(int row) {
    rowOf[NONE] = row;
    var cheapest = new double[columns + 1];
    Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
    var seen = new boolean[columns + 1];
    var column = NONE;
    while (column == NONE || rowOf[column] != NONE) {
      seen[column] = true;
      var next = cheaper(column, cheapest, seen);
      var step = cheapest[next];
      for (var each = 0; each <= columns; each++) {
        if (seen[each]) {
          rowPotential[rowOf[each]] += step;
          columnPotential[each] -= step;
        } else {
          cheapest[each] -= step;
        }
      }
      column = next;
    }
    while (column != NONE) {
      rowOf[column] = rowOf[way[column]];
      column = way[column];
    }
  }

  /** Looks from a column on, and gives the nearest one not yet seen. */
  private int cheaper(int from, double[] cheapest, boolean[] seen) {
    var row = rowOf[from];
    var nearest = NONE;
    for (var column = 1; column <= columns; column++) {
      if (!seen[column]) {
        var cost = -weight(row, column) - rowPotential[row] - columnPotential[column];
        if (cost < cheapest[column]) {
          cheapest[column] = cost;
          way[column] = from;
        }
        if (nearest == NONE || cheapest[column] < cheapest[nearest]) {
          nearest = column;
        }
      }
    }
    return nearest;
  }
}
