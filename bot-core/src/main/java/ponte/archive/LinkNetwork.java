package ponte.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How much speaks for each candidate, and for opening a conversation: a feed-forward network with
 * one hidden layer for either, as Kummerfeld et al. have it ("A Large-Scale Corpus for Conversation
 * Disentanglement", ACL 2019), smaller, and with direct weights beside the layer.
 *
 * <p>The hidden units are x / (1 + |x|), not tanh, so that every machine computes the same. A third
 * of them each was fitted from another start: the whole is the mean of three networks. ADR 17 says
 * to what they were fitted; {@code ponte-bench.jar fit-threads} fits them anew.
 */
public final class LinkNetwork {

  private static final LinkNetwork FITTED = shipped("link-network.tsv");

  private final int circumstances = LinkInputs.circumstances().size();
  private final int clues = LinkInputs.clues().size();
  private final Layer link;
  private final Layer opening;

  /**
   * A hidden layer.
   *
   * @param in by input, the weight to each unit and then the one past them: that which always
   *     holds, the circumstances and, for links, the clues
   * @param out the weight of each unit
   */
  private record Layer(float[][] in, float[] out) {

    private float[] start() {
      return in[0].clone();
    }

    private void add(float[] sums, int input, float value) {
      if (value != 0) {
        var weights = in[input];
        for (var unit = 0; unit < sums.length; unit++) {
          sums[unit] += value * weights[unit];
        }
      }
    }

    private double score(float[] sums) {
      var score = sums[out.length];
      for (var unit = 0; unit < out.length; unit++) {
        score += out[unit] * (sums[unit] / (1 + Math.abs(sums[unit])));
      }
      return score;
    }
  }

  private LinkNetwork(Layer link, Layer opening) {
    this.link = link;
    this.opening = opening;
  }

  /** The one that Ponte links by. */
  public static LinkNetwork fitted() {
    return FITTED;
  }

  /**
   * Reads weights.
   *
   * @param table an input a row, its name first; a hidden unit a column, then the direct weight.
   *     First the inputs of links, then those of openings; {@code OUT}, the last row of either,
   *     weighs the units. Lines that begin with # say nothing.
   * @throws IllegalArgumentException if it has other rows than the inputs want
   */
  public static LinkNetwork read(String table) {
    var rows = table.lines().filter(line -> !line.startsWith("#")).iterator();
    var link = layer(rows, LinkInputs.circumstances(), LinkInputs.clues());
    return new LinkNetwork(link, layer(rows, LinkInputs.circumstances(), List.of()));
  }

  /** The scores of the candidates in their order and, last, that of opening a conversation. */
  public double[] scores(LinkInputs inputs) {
    var forAll = link.start();
    var forOpening = opening.start();
    for (var i = 0; i < circumstances; i++) {
      link.add(forAll, 1 + i, inputs.circumstance(i));
      opening.add(forOpening, 1 + i, inputs.circumstance(i));
    }
    var scores = new double[inputs.candidates() + 1];
    for (var candidate = 0; candidate < inputs.candidates(); candidate++) {
      var sums = forAll.clone();
      for (var clue = 0; clue < clues; clue++) {
        link.add(sums, 1 + circumstances + clue, inputs.clue(candidate, clue));
      }
      scores[candidate] = link.score(sums);
    }
    scores[inputs.candidates()] = opening.score(forOpening);
    return scores;
  }

  private static LinkNetwork shipped(String name) {
    try (InputStream table = LinkNetwork.class.getResourceAsStream(name)) {
      return read(
          new String(Objects.requireNonNull(table, name).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Layer layer(
      Iterator<String> rows, List<String> circumstances, List<String> clues) {
    var in = new ArrayList<float[]>();
    in.add(row(rows, "ALWAYS"));
    Stream.of(circumstances, clues)
        .flatMap(List::stream)
        .forEach(input -> in.add(row(rows, input)));
    var out = row(rows, "OUT");
    if (in.stream().anyMatch(weights -> weights.length != out.length + 1)) {
      throw new IllegalArgumentException(
          "not every input has weights for " + out.length + " units and itself");
    }
    return new Layer(in.toArray(float[][]::new), out);
  }

  private static float[] row(Iterator<String> rows, String name) {
    var cells = rows.hasNext() ? rows.next().split("\t") : new String[] {"nothing"};
    if (!cells[0].equals(name)) {
      throw new IllegalArgumentException(
          "weights of " + cells[0] + " stand where " + name + "'s belong");
    }
    var weights = new float[cells.length - 1];
    for (var i = 0; i < weights.length; i++) {
      weights[i] = Float.parseFloat(cells[i + 1]);
    }
    return weights;
  }
}
