package ponte.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How much speaks for each candidate, and for opening a conversation: a feed-forward network with
 * one hidden layer for either, as Kummerfeld et al. have it ("A Large-Scale Corpus for Conversation
 * Disentanglement", ACL 2019), smaller, and with direct weights beside the layer.
 *
 * <p>The hidden units are x / (1 + |x|), not tanh, so that every machine computes the same. A third
 * of them each was fitted from another start: the whole is the mean of three networks. ADR 17 says
 * to what they were fitted.
 */
final class LinkNetwork {

  private static final Clue[] CLUES = Clue.values();
  private static final Circumstance[] CIRCUMSTANCES = Circumstance.values();
  private static final LinkNetwork FITTED = read("link-network.tsv");

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

  static LinkNetwork fitted() {
    return FITTED;
  }

  /** The scores of the candidates in their order and, last, that of opening a conversation. */
  double[] scores(Surroundings around) {
    var words = new SharedWords(around.turn(), around.candidates());
    var forAll = link.start();
    var forOpening = opening.start();
    for (var circumstance : CIRCUMSTANCES) {
      var value = circumstance.of(around);
      link.add(forAll, 1 + circumstance.ordinal(), value);
      opening.add(forOpening, 1 + circumstance.ordinal(), value);
    }
    var count = around.candidates().size();
    var scores = new double[count + 1];
    for (var i = 0; i < count; i++) {
      scores[i] = score(new Candidate(around, words, i, around.candidates().get(i)), forAll);
    }
    scores[count] = opening.score(forOpening);
    return scores;
  }

  private double score(Candidate candidate, float[] forAll) {
    var sums = forAll.clone();
    for (var clue : CLUES) {
      link.add(sums, 1 + CIRCUMSTANCES.length + clue.ordinal(), clue.of(candidate));
    }
    return link.score(sums);
  }

  private static LinkNetwork read(String name) {
    try (InputStream table = LinkNetwork.class.getResourceAsStream(name)) {
      var rows =
          new String(Objects.requireNonNull(table, name).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .iterator();
      var link = layer(rows, CIRCUMSTANCES, CLUES);
      return new LinkNetwork(link, layer(rows, CIRCUMSTANCES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Layer layer(Iterator<String> rows, Enum<?>[]... inputs) {
    var in = new ArrayList<float[]>();
    in.add(row(rows, "ALWAYS"));
    for (var input : Stream.of(inputs).flatMap(Stream::of).toList()) {
      in.add(row(rows, input.name()));
    }
    return new Layer(in.toArray(float[][]::new), row(rows, "OUT"));
  }

  private static float[] row(Iterator<String> rows, String name) {
    var cells = rows.next().split("\t");
    if (!cells[0].equals(name)) {
      throw new IllegalStateException("weights of " + cells[0] + " stand where " + name + "'s do");
    }
    var weights = new float[cells.length - 1];
    for (var i = 0; i < weights.length; i++) {
      weights[i] = Float.parseFloat(cells[i + 1]);
    }
    return weights;
  }
}
