package ponte.archive;

import java.util.Collections;

/** A message of the window that a turn may answer or continue, as the two stand to each other. */
record Candidate(Surroundings around, SharedWords words, int index, Turn message) {

  /** Its logarithm is 7. */
  private static final double LONG_AGO = Math.exp(7) - 1;

  boolean isByItsAuthor() {
    return message.author().equals(turn().author());
  }

  boolean isByAnother() {
    return !isByItsAuthor();
  }

  /** Whether the turn names its author. */
  boolean isSpokenTo() {
    return isByAnother() && turn().mentions().contains(message.author());
  }

  /** Whether it names the turn's author. */
  boolean speaksToIt() {
    return isByAnother() && message.mentions().contains(turn().author());
  }

  boolean bothNameSomebody() {
    return !Collections.disjoint(turn().mentions(), message.mentions());
  }

  boolean nobodyIsNamed() {
    return namesNobody() && turn().mentions().isEmpty();
  }

  boolean namesNobody() {
    return message.mentions().isEmpty();
  }

  boolean bothAsk() {
    return message.asks() && turn().asks();
  }

  /** Whether another speaks, to others, and in other words. */
  boolean isOfOtherThings() {
    return isByAnother() && !isSpokenTo() && !speaksToIt() && words.weight(index) == 0;
  }

  double minutes() {
    return around.minutes(index);
  }

  /** Minutes since their authors spoke to each other; long ago where they did not. */
  double minutesSinceTheySpoke() {
    var last = around.exchanges().lastWith(message.author());
    return last < 0 ? LONG_AGO : around.minutes(last);
  }

  Turn turn() {
    return around.turn();
  }

  Exchanges exchanges() {
    return around.exchanges();
  }
}
