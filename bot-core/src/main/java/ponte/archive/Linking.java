package ponte.archive;

import java.util.Collections;
import java.util.Deque;
import java.util.Optional;

/**
 * Which of the messages before it a message answers or continues.
 *
 * <p>Every candidate gets a score, a sum of what speaks for it and against it; the best one is it,
 * the later of equals, if it is above the {@link Bar}. All of it is local to the window, so that a
 * link never changes for what happens elsewhere.
 *
 * <p>The features are some of those that Elsner and Charniak ("You talking to me?", ACL 2008) and
 * Kummerfeld et al. (ACL 2019) use. The weights are those of a logistic model over all candidates
 * and the opening of a new conversation, in which any earlier message of the same conversation is
 * right; it was fitted to a quarter of the training part of Ubuntu's IRC channel, to MediaWiki's
 * and to NCAR's flattened Zulip (weights 1, 2 and 0.4 a message), and features that made little
 * difference were dropped. No Gitter room was fitted to; only what late words and words about other
 * things cost was chosen on five of them and on NCAR's. ADR 17 has the figures.
 */
final class Linking {

  /** Another one for every change that may link otherwise. */
  static final String VERSION = "2";

  private static final double NAMES_ITS_AUTHOR = 4.79;
  private static final double NAMES_ITS_AUTHOR_LATE = -0.33;
  private static final double NAMES_ANOTHER = -2.36;
  private static final double IS_NAMED_BY_IT = 2.14;
  private static final double IS_LAST_NAMED_BY_IT = 1.14;
  private static final double NAMES_A_THIRD = -1.68;
  private static final double BOTH_NAME_SOMEBODY = 0.96;
  private static final double OF_A_PARTNER = 0.76;
  private static final double ASKS = 0.43;
  private static final double LAST_OF_ANOTHER = 0.58;
  private static final double NEXT_WITHOUT_NAMES = 0.5;
  private static final double BOTH_ASK_OF_OTHER_THINGS = -0.8;
  private static final double LATE_ABOUT_OTHER_THINGS = -1;

  private static final double SAME_AUTHOR = 2.12;
  private static final double LAST_OF_SAME_AUTHOR = 1.59;
  private static final double WITHIN_A_MINUTE = 0.78;
  private static final double SPEAKS_TO_OTHERS_NOW = -2.69;
  private static final double HAILED_BEFORE = -1.13;
  private static final double DISTANCE_OF_SAME_AUTHOR = 0.32;

  private static final double NEXT_TO_IT = -0.3;
  private static final double MINUTES = -0.6;
  private static final double MINUTES_OF_A_NEWCOMER = 0.3;
  private static final double OVER_A_DAY = -0.56;
  private static final double OVER_NIGHT = -1;
  private static final double OVER_NIGHT_WITHOUT_WORDS = -1.5;
  private static final double DISTANCE = -1.25;
  private static final double SHARED_WORDS = 0.77;
  private static final double RAREST_WORD = 0.39;

  private static final double DAY_IN_MINUTES = 24 * 60.0;
  private static final double NIGHT_IN_MINUTES = 8 * 60.0;
  private static final double LATE_IN_MINUTES = 60;

  private final Turn turn;
  private final Surroundings around;
  private final SharedWords words;

  /**
   * @param window the flat messages before it, oldest first, at least one
   */
  Linking(Turn turn, Deque<Turn> window) {
    this.turn = turn;
    around = new Surroundings(turn, window);
    words = new SharedWords(turn, around.candidates());
  }

  /** The message it is linked to; empty where it opens a conversation. */
  Optional<Turn> link(Conversations.Rules rules) {
    Turn best = null;
    var bestScore = Bar.of(around) + rules.bar();
    for (var i = around.candidates().size() - 1; i >= 0; i--) {
      var score = score(i);
      if (score > bestScore) {
        best = around.candidates().get(i);
        bestScore = score;
      }
    }
    return Optional.ofNullable(best);
  }

  private double score(int index) {
    var candidate = around.candidates().get(index);
    var minutes = around.minutes(index);
    return (candidate.author().equals(turn.author())
            ? continuing(index, candidate, minutes)
            : answering(index, candidate, minutes))
        + (around.isNextToIt(index) ? NEXT_TO_IT : 0)
        + (MINUTES + (around.isOfANewcomer() ? MINUTES_OF_A_NEWCOMER : 0)) * Math.log(1 + minutes)
        + (minutes > NIGHT_IN_MINUTES ? night(index, candidate) : 0)
        + (minutes > DAY_IN_MINUTES ? OVER_A_DAY : 0)
        + DISTANCE * around.distance(index)
        + SHARED_WORDS * words.weight(index)
        + RAREST_WORD * words.rarest(index);
  }

  /** Over a night talk goes on where somebody is named, or something. */
  private double night(int index, Turn candidate) {
    return namesItsAuthor(candidate) || isNamedBy(candidate)
        ? 0
        : OVER_NIGHT + (words.weight(index) == 0 ? OVER_NIGHT_WITHOUT_WORDS : 0);
  }

  /** What speaks for somebody going on from what they said themselves. */
  private double continuing(int index, Turn candidate, double minutes) {
    var speaksToOthersNow = !turn.mentions().isEmpty() && !bothNameSomebody(candidate);
    return SAME_AUTHOR
        + (around.isLastOfItsAuthor(index) ? LAST_OF_SAME_AUTHOR : 0)
        + (minutes <= 1 ? WITHIN_A_MINUTE : 0)
        + (speaksToOthersNow ? SPEAKS_TO_OTHERS_NOW : 0)
        + (candidate.tone() == Tone.GREETS ? HAILED_BEFORE : 0)
        + DISTANCE_OF_SAME_AUTHOR * around.distance(index);
  }

  /** What speaks for an answer to somebody else. */
  private double answering(int index, Turn candidate, double minutes) {
    var named = isNamedBy(candidate);
    var nobodyIsNamed = candidate.mentions().isEmpty() && turn.mentions().isEmpty();
    var otherThings = !named && !namesItsAuthor(candidate) && words.weight(index) == 0;
    return naming(candidate, minutes)
        + (otherThings && candidate.asks() && turn.asks() ? BOTH_ASK_OF_OTHER_THINGS : 0)
        + (otherThings && minutes > LATE_IN_MINUTES ? LATE_ABOUT_OTHER_THINGS : 0)
        + (named ? IS_NAMED_BY_IT : 0)
        + (around.isLastThatNamesTheAuthor(index) ? IS_LAST_NAMED_BY_IT : 0)
        + (!named && !candidate.mentions().isEmpty() ? NAMES_A_THIRD : 0)
        + (bothNameSomebody(candidate) ? BOTH_NAME_SOMEBODY : 0)
        + (around.isOfAPartner(index) ? OF_A_PARTNER : 0)
        + (candidate.asks() ? ASKS : 0)
        + (around.isLastOfItsAuthor(index) ? LAST_OF_ANOTHER : 0)
        + (around.isNextToIt(index) && nobodyIsNamed ? NEXT_WITHOUT_NAMES : 0);
  }

  private double naming(Turn candidate, double minutes) {
    if (namesItsAuthor(candidate)) {
      return NAMES_ITS_AUTHOR + NAMES_ITS_AUTHOR_LATE * Math.log(1 + minutes);
    }
    return around.namesSomebodyHere() ? NAMES_ANOTHER : 0;
  }

  private boolean namesItsAuthor(Turn candidate) {
    return turn.mentions().contains(candidate.author());
  }

  private boolean isNamedBy(Turn candidate) {
    return candidate.mentions().contains(turn.author());
  }

  private boolean bothNameSomebody(Turn candidate) {
    return !Collections.disjoint(turn.mentions(), candidate.mentions());
  }
}
