package ponte.archive;

import java.time.Duration;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which of the messages before it a message answers or continues.
 *
 * <p>Every candidate gets a score, a sum of what speaks for it and against it; the best one is it,
 * the later of equals, if it is above a bar that rises with the channel's speed and for a question.
 * All of it is local to the window, so that a link never changes for what happens elsewhere.
 *
 * <p>The features are some of those that Elsner and Charniak ("You talking to me?", ACL 2008) and
 * Kummerfeld et al. (ACL 2019) use. The weights were found by coordinate search on five Gitter
 * rooms, the development part of Ubuntu's IRC channel and MediaWiki's; features that made no
 * difference were dropped. Rooms left out of the search: exact conversations F 49 to 75 %, 1-1 84
 * to 93 %, against 31 to 54 and 72 to 83 for mentions and silence alone.
 */
final class Linking {

  /** Another one for every change that may link otherwise. */
  static final String VERSION = "1";

  private static final double NAMES_ITS_AUTHOR = 8.5;
  private static final double IS_NAMED_BY_IT = 5.2;
  private static final double SAME_AUTHOR = 5.95;
  private static final double NAMES_A_THIRD = -1.9;
  private static final double ASKS = 1.05;
  private static final double LAST_OF_ITS_AUTHOR = 0.56;
  private static final double NEXT_TO_IT = 0.5;
  private static final double SHARED_WORDS = 2.6;
  private static final double MINUTES = -0.85;
  private static final double DISTANCE = -1.35;

  private static final double BAR_FOR_SPEED = 0.6;
  private static final double BAR_FOR_A_QUESTION = 1.4;

  private static final double MINUTE = 60.0;
  private static final double HOUR = 3600.0;

  private final Turn turn;
  private final List<Turn> candidates;
  private final long[] shared;
  private final double[] rarity;

  /**
   * @param window the flat messages before it, oldest first, at least one
   */
  Linking(Turn turn, Deque<Turn> window) {
    this.turn = turn;
    candidates = List.copyOf(window);
    shared = new long[candidates.size()];
    var counts = new int[turn.words().length];
    for (var i = 0; i < shared.length; i++) {
      shared[i] = sharedWords(candidates.get(i), counts);
    }
    rarity = new double[counts.length];
    for (var word = 0; word < counts.length; word++) {
      rarity[word] = Math.log((candidates.size() + 1) / (counts[word] + 0.5));
    }
  }

  /** The words that both have, as bits by their place in the turn's; counts them. */
  private long sharedWords(Turn candidate, int[] counts) {
    var own = turn.words();
    var others = candidate.words();
    long bits = 0;
    for (int i = 0, j = 0; i < own.length && j < others.length; ) {
      if (own[i] == others[j]) {
        bits |= 1L << i;
        counts[i]++;
        i++;
        j++;
      } else if (own[i] < others[j]) {
        i++;
      } else {
        j++;
      }
    }
    return bits;
  }

  /** The message it is linked to; empty where it opens a conversation. */
  Optional<Turn> link(Conversations.Rules rules) {
    Turn best = null;
    var bestScore = bar(rules);
    var authors = new HashSet<>();
    for (var i = candidates.size() - 1; i >= 0; i--) {
      var candidate = candidates.get(i);
      var isLast = authors.add(candidate.author());
      if (mayContinue(candidate, rules)) {
        var score = score(i, isLast);
        if (score > bestScore) {
          best = candidate;
          bestScore = score;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private double bar(Conversations.Rules rules) {
    var hours = Math.max(seconds(candidates.getFirst()) / HOUR, 1 / 60.0);
    return rules.bar()
        + BAR_FOR_SPEED * Math.log(1 + candidates.size() / hours)
        + (turn.asks() ? BAR_FOR_A_QUESTION : 0);
  }

  private boolean mayContinue(Turn candidate, Conversations.Rules rules) {
    return !candidate.author().equals(turn.author())
        || !candidate.at().plus(rules.pause()).isBefore(turn.at());
  }

  private double score(int index, boolean isLastOfItsAuthor) {
    var candidate = candidates.get(index);
    var distance = candidates.size() - index;
    var score = MINUTES * Math.log(1 + seconds(candidate) / MINUTE) + DISTANCE * Math.log(distance);
    if (candidate.author().equals(turn.author())) {
      score += SAME_AUTHOR;
    } else {
      score += candidate.asks() ? ASKS : 0;
      score += namesAThird(candidate) ? NAMES_A_THIRD : 0;
    }
    score += turn.mentions().contains(candidate.author()) ? NAMES_ITS_AUTHOR : 0;
    score += candidate.mentions().contains(turn.author()) ? IS_NAMED_BY_IT : 0;
    score += isLastOfItsAuthor ? LAST_OF_ITS_AUTHOR : 0;
    score += distance == 1 ? NEXT_TO_IT : 0;
    return score + SHARED_WORDS * overlap(index);
  }

  private boolean namesAThird(Turn candidate) {
    return !candidate.mentions().isEmpty() && !candidate.mentions().contains(turn.author());
  }

  /** The rarity within the window of the words both have, less for longer messages. */
  private double overlap(int index) {
    if (shared[index] == 0) {
      return 0;
    }
    double sum = 0;
    for (var bits = shared[index]; bits != 0; bits &= bits - 1) {
      sum += rarity[Long.numberOfTrailingZeros(bits)];
    }
    var lengths = (double) turn.words().length * candidates.get(index).words().length;
    return Math.max(0, sum) / (1 + Math.sqrt(lengths) / 2);
  }

  private double seconds(Turn candidate) {
    return Duration.between(candidate.at(), turn.at()).toMillis() / 1000.0;
  }
}
