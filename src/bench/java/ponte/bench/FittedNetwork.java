package ponte.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiConsumer;
import ponte.archive.LinkInputs;

/**
 * The network of links while it is fitted: a message belongs to what is right with the probability
 * that a softmax over the candidates and opening a conversation gives to all of that together, and
 * the loss is the negative logarithm of it.
 */
final class FittedNetwork {

  private static final int UNITS = 24;
  private static final int UNITS_OF_OPENING = 8;
  private static final int AT_ONCE = 64;
  private static final int WARM_UP = 200;
  private static final float RATE = 3e-3f;
  private static final float LEAST_RATE = 1e-5f;

  private final LinkScaling scaling;
  private final Random random;
  private final FittedLayer link;
  private final FittedLayer opening;
  private int step;

  /**
   * @param without clues that stay without weight
   */
  FittedNetwork(LinkScaling scaling, Set<String> without, long seed) {
    this.scaling = scaling;
    random = new Random(seed);
    var ofCircumstance = 1 / Math.sqrt(LinkScaling.CIRCUMSTANCES);
    var ofClue = 1 / Math.sqrt(LinkScaling.CLUES - without.size());
    // What is the same for all candidates counts for opening instead.
    link = new FittedLayer(UNITS).drawOut(random).hiddenInput(random, 0);
    opening = new FittedLayer(UNITS_OF_OPENING).drawOut(random).input(random, 0);
    for (var _ : LinkInputs.circumstances()) {
      link.hiddenInput(random, ofCircumstance / 2);
      opening.input(random, ofCircumstance);
    }
    for (var clue : LinkInputs.clues()) {
      if (without.contains(clue)) {
        link.noInput();
      } else {
        link.input(random, ofClue);
      }
    }
  }

  /**
   * Goes through the examples, in an order of its own each round. The rate falls to nothing.
   *
   * @param told the mean loss of each round, from 1, while it was learnt from
   */
  FittedNetwork fit(List<LinkExample> examples, int rounds, BiConsumer<Integer, Double> told) {
    var order = new ArrayList<>(examples);
    var steps = rounds * ((examples.size() + AT_ONCE - 1) / AT_ONCE);
    for (var round = 1; round <= rounds; round++) {
      Collections.shuffle(order, random);
      double loss = 0;
      double weight = 0;
      for (var first = 0; first < order.size(); first += AT_ONCE) {
        for (var example : order.subList(first, Math.min(order.size(), first + AT_ONCE))) {
          loss += example.weight() * learn(example);
          weight += example.weight();
        }
        move(steps);
      }
      told.accept(round, loss / weight);
    }
    return this;
  }

  private void move(int steps) {
    step++;
    var warm = Math.min(1, (float) step / WARM_UP);
    var rate = RATE * warm * (1 - (float) step / steps) + LEAST_RATE;
    link.move(step, rate);
    opening.move(step, rate);
  }

  /** Adds an example to the gradients and gives its loss. */
  private double learn(LinkExample example) {
    var count = example.right().length;
    var circumstances = scaling.circumstances(example.inputs());
    var forAll = link.in(0).clone();
    link.add(forAll, 1, circumstances);
    var clues = new float[count][];
    var sums = new float[count + 1][];
    var scores = new double[count + 1];
    for (var i = 0; i < count; i++) {
      clues[i] = scaling.clues(example.inputs(), i);
      sums[i] = forAll.clone();
      link.add(sums[i], 1 + circumstances.length, clues[i]);
      scores[i] = link.score(sums[i]);
    }
    sums[count] = opening.in(0).clone();
    opening.add(sums[count], 1, circumstances);
    scores[count] = opening.score(sums[count]);
    var odds = new LinkOdds(example, scores);
    var factor = example.weight() / AT_ONCE;
    var ofAll = new float[UNITS + 1];
    for (var i = 0; i < count; i++) {
      link.learnScore(sums[i], (float) (factor * odds.slope(i)));
      link.learn(sums[i], 1 + circumstances.length, clues[i]);
      for (var unit = 0; unit < ofAll.length; unit++) {
        ofAll[unit] += sums[i][unit];
      }
    }
    link.learn(ofAll, 0, new float[] {1});
    link.learn(ofAll, 1, circumstances);
    opening.learnScore(sums[count], (float) (factor * odds.slope(count)));
    opening.learn(sums[count], 0, new float[] {1});
    opening.learn(sums[count], 1, circumstances);
    return odds.loss();
  }

  /** Weights of links for inputs as they are; the last row is that of the units. */
  float[][] links() {
    return rows(link, LinkScaling.CIRCUMSTANCES + LinkScaling.CLUES);
  }

  /** Weights of openings for inputs as they are; the last row is that of the units. */
  float[][] openings() {
    return rows(opening, LinkScaling.CIRCUMSTANCES);
  }

  private float[][] rows(FittedLayer layer, int inputs) {
    var unscaled = scaling.unscaled(layer, inputs);
    var rows = Arrays.copyOf(unscaled, unscaled.length + 1);
    rows[unscaled.length] = layer.out().clone();
    return rows;
  }
}
