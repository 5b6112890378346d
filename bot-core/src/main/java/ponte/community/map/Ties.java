package ponte.community.map;

import java.util.Arrays;
import java.util.Collections;
import ponte.community.Network;

/**
 * How strongly nodes are tied, whoever turned to whom: nodes are numbers from 0 on, and the ties of
 * each lie side by side, so that thousands of people fit into some arrays.
 */
final class Ties {

  private final int[] first;
  private final int[] other;
  private final double[] weight;

  private Ties(int[] first, int[] other, double[] weight) {
    this.first = first;
    this.other = other;
    this.weight = weight;
  }

  /** Ties between the people of a network, by their places in it. */
  static Ties of(Network network) {
    var links = network.links();
    var from = new int[links.size()];
    var to = new int[links.size()];
    var weight = new double[links.size()];
    for (var i = 0; i < weight.length; i++) {
      from[i] = Collections.binarySearch(network.people(), links.get(i).from());
      to[i] = Collections.binarySearch(network.people(), links.get(i).to());
      weight[i] = links.get(i).weight();
    }
    return of(network.size(), from, to, weight);
  }

  /**
   * @param nodes how many there are
   * @param from one end of each tie
   * @param to the other end; what ties a node to itself is left out
   * @param weight of each tie; several between the same two are added up
   */
  static Ties of(int nodes, int[] from, int[] to, double[] weight) {
    var count = new int[nodes + 1];
    for (var i = 0; i < from.length; i++) {
      if (from[i] != to[i]) {
        count[from[i]]++;
        count[to[i]]++;
      }
    }
    var first = new int[nodes + 1];
    for (var node = 0; node < nodes; node++) {
      first[node + 1] = first[node] + count[node];
    }
    var next = Arrays.copyOf(first, nodes);
    var other = new int[first[nodes]];
    var each = new double[first[nodes]];
    for (var i = 0; i < from.length; i++) {
      if (from[i] != to[i]) {
        other[next[from[i]]] = to[i];
        each[next[from[i]]++] = weight[i];
        other[next[to[i]]] = from[i];
        each[next[to[i]]++] = weight[i];
      }
    }
    return merged(first, other, each);
  }

  private static Ties merged(int[] first, int[] other, double[] weight) {
    var nodes = first.length - 1;
    var place = new int[nodes];
    Arrays.fill(place, -1);
    var begin = new int[nodes + 1];
    var size = 0;
    for (var node = 0; node < nodes; node++) {
      begin[node] = size;
      for (var i = first[node]; i < first[node + 1]; i++) {
        var to = other[i];
        if (place[to] >= begin[node]) {
          weight[place[to]] += weight[i];
        } else {
          place[to] = size;
          other[size] = to;
          weight[size++] = weight[i];
        }
      }
    }
    begin[nodes] = size;
    return new Ties(begin, Arrays.copyOf(other, size), Arrays.copyOf(weight, size));
  }

  int nodes() {
    return first.length - 1;
  }

  /** The place of a node's first tie; its last one stands before the first one of the next. */
  int first(int node) {
    return first[node];
  }

  int end(int node) {
    return first[node + 1];
  }

  /** To whom the tie at a place leads. */
  int other(int place) {
    return other[place];
  }

  double weight(int place) {
    return weight[place];
  }

  /** How strongly a node is tied to all. */
  double strength(int node) {
    var sum = 0.0;
    for (var i = first[node]; i < first[node + 1]; i++) {
      sum += weight[i];
    }
    return sum;
  }
}
