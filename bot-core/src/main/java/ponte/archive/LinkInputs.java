package ponte.archive;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@link LinkNetwork} goes by where a message may be linked: every {@link Circumstance}, and
 * for each of the messages before it every {@link Clue}.
 */
public final class LinkInputs {

  private static final Clue[] CLUES = Clue.values();
  private static final Circumstance[] CIRCUMSTANCES = Circumstance.values();

  private final float[] circumstances;
  private final float[][] clues;

  private LinkInputs(float[] circumstances, float[][] clues) {
    this.circumstances = circumstances;
    this.clues = clues;
  }

  /**
   * @param window the flat messages before the turn, oldest first, at least one
   */
  public static LinkInputs of(Turn turn, Collection<Turn> window) {
    return of(new Surroundings(turn, window));
  }

  static LinkInputs of(Surroundings around) {
    var circumstances = new float[CIRCUMSTANCES.length];
    for (var i = 0; i < circumstances.length; i++) {
      circumstances[i] = CIRCUMSTANCES[i].of(around);
    }
    var words = new SharedWords(around.turn(), around.candidates());
    var clues = new float[around.candidates().size()][CLUES.length];
    for (var i = 0; i < clues.length; i++) {
      var candidate = new Candidate(around, words, i, around.candidates().get(i));
      for (var clue = 0; clue < CLUES.length; clue++) {
        clues[i][clue] = CLUES[clue].of(candidate);
      }
    }
    return new LinkInputs(circumstances, clues);
  }

  /** What the circumstances are called, in their order. */
  public static List<String> circumstances() {
    return Stream.of(CIRCUMSTANCES).map(Enum::name).toList();
  }

  /** What the clues are called, in their order. */
  public static List<String> clues() {
    return Stream.of(CLUES).map(Enum::name).toList();
  }

  /** How many messages it may be linked to. */
  public int candidates() {
    return clues.length;
  }

  public float circumstance(int index) {
    return circumstances[index];
  }

  public float clue(int candidate, int index) {
    return clues[candidate][index];
  }
}
