package ponte.archive;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.PersonId;

/** The flat messages before one, and who speaks to whom in them. */
final class Surroundings {

  private static final double MINUTE = 60.0;
  private static final double HOUR = 3600.0;

  private final Turn turn;
  private final List<Turn> candidates;
  private final Map<PersonId, Integer> lastOf = new HashMap<>();
  private final Set<PersonId> partners = new HashSet<>();
  private final boolean namesSomebodyHere;
  private final Exchanges exchanges;
  private int lastThatNamesIt = -1;

  /**
   * @param window the flat messages before the turn, oldest first, at least one
   */
  Surroundings(Turn turn, Collection<Turn> window) {
    this.turn = turn;
    candidates = List.copyOf(window);
    for (var i = 0; i < candidates.size(); i++) {
      var candidate = candidates.get(i);
      lastOf.put(candidate.author(), i);
      if (candidate.author().equals(turn.author())) {
        partners.addAll(candidate.mentions());
      } else if (candidate.mentions().contains(turn.author())) {
        partners.add(candidate.author());
        lastThatNamesIt = i;
      }
    }
    exchanges = new Exchanges(turn, candidates);
    namesSomebodyHere = !Collections.disjoint(turn.mentions(), lastOf.keySet());
  }

  Turn turn() {
    return turn;
  }

  List<Turn> candidates() {
    return candidates;
  }

  Exchanges exchanges() {
    return exchanges;
  }

  /** Where the last message of somebody else stands that names the author; -1 for none. */
  int lastThatNamesIt() {
    return lastThatNamesIt;
  }

  /** Where the author's last message stands; -1 for a newcomer. */
  int lastOfTheAuthor() {
    return lastOf.getOrDefault(turn.author(), -1);
  }

  /** Whether its author and the turn's have spoken to each other. */
  boolean isOfAPartner(int index) {
    return partners.contains(candidates.get(index).author());
  }

  /** How many messages back it stands, as a logarithm: 0 for the one before. */
  double distance(int index) {
    return Math.log(candidates.size() - index);
  }

  double minutes(int index) {
    return Duration.between(candidates.get(index).at(), turn.at()).toMillis() / 1000.0 / MINUTE;
  }

  boolean namesSomebodyHere() {
    return namesSomebodyHere;
  }

  /** Whether its author says nothing before it. */
  boolean isOfANewcomer() {
    return !lastOf.containsKey(turn.author());
  }

  /** Minutes since its author's last message; infinitely many for a newcomer. */
  double minutesOfSilence() {
    var last = lastOf.get(turn.author());
    return last == null ? Double.POSITIVE_INFINITY : minutes(last);
  }

  int authors() {
    return lastOf.size();
  }

  /** How fast the channel is: the logarithm of one and its messages an hour. */
  double speed() {
    var hours = Math.max(minutes(0) * MINUTE / HOUR, 1 / 60.0);
    return Math.log(1 + candidates.size() / hours);
  }
}
