package ponte.archive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.conversation.PersonId;

/**
 * What was said between each message of a window and the one that follows the window, and when the
 * author of that one and another spoke to each other last.
 */
final class Exchanges {

  private final PersonId author;
  private final int[] others;
  private final int[] own;
  private final int[] ofItsAuthor;
  private final int[] answers;
  private final Map<PersonId, Integer> said = new HashMap<>();
  private final Map<PersonId, Integer> lastWith = new HashMap<>();
  private Set<PersonId> lastPartners = Set.of();
  private int naming;

  Exchanges(Turn turn, List<Turn> window) {
    author = turn.author();
    others = new int[window.size()];
    own = new int[window.size()];
    ofItsAuthor = new int[window.size()];
    answers = new int[window.size()];
    var speakers = new HashSet<PersonId>();
    var answered = new HashMap<PersonId, Integer>();
    for (var i = window.size() - 1; i >= 0; i--) {
      var before = window.get(i);
      var speaker = before.author();
      var known = speakers.contains(speaker) ? 1 : 0;
      var itself = !speaker.equals(author) && speakers.contains(author) ? 1 : 0;
      others[i] = speakers.size() - known - itself;
      own[i] = said.getOrDefault(author, 0);
      ofItsAuthor[i] = said.getOrDefault(speaker, 0);
      answers[i] = answered.getOrDefault(speaker, 0);
      speakers.add(speaker);
      said.merge(speaker, 1, Integer::sum);
      if (speaker.equals(author)) {
        before.mentions().forEach(named -> answered.merge(named, 1, Integer::sum));
        meet(before.mentions(), i);
      } else if (before.mentions().contains(author)) {
        naming++;
        meet(Set.of(speaker), i);
      }
    }
  }

  private void meet(Set<PersonId> partners, int index) {
    partners.forEach(partner -> lastWith.putIfAbsent(partner, index));
    if (lastPartners.isEmpty()) {
      lastPartners = partners;
    }
  }

  /** How many people spoke since, but its author and the turn's. */
  int othersSince(int index) {
    return others[index];
  }

  /** How many messages the turn's author wrote since. */
  int ownSince(int index) {
    return own[index];
  }

  /** How many messages its own author wrote since. */
  int ofItsAuthorSince(int index) {
    return ofItsAuthor[index];
  }

  /** In how many messages since the turn's author named the author of this one. */
  int answersSince(int index) {
    return answers[index];
  }

  /** How many messages of the window somebody wrote. */
  int saidBy(PersonId person) {
    return said.getOrDefault(person, 0);
  }

  /** How many messages of others name the turn's author. */
  int naming() {
    return naming;
  }

  /** Where the turn's author and somebody spoke to each other last; -1 where they did not. */
  int lastWith(PersonId person) {
    return lastWith.getOrDefault(person, -1);
  }

  /** Whether it is this person whom the turn's author spoke with last. */
  boolean isLastPartner(PersonId person) {
    return lastPartners.contains(person);
  }
}
