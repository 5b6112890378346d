package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Newcomer;

/**
 * Finds who wrote in a channel for the first time. Where little is remembered of the time before,
 * or most would be new, it cannot tell, and finds nobody.
 */
final class Newcomers {

  /** A channel that is remembered for less may have known them longer. */
  private static final double REMEMBERED = 0.5;

  /** A larger share of new people says that the channel or its memory is new, not they. */
  private static final double MOST_NEW = 0.34;

  /** One word, or a laugh, is no way to be introduced. */
  private static final int FEWEST_WORDS = 3;

  private Newcomers() {}

  private static boolean saysSomething(Message message) {
    var text = message.text().searchable().strip();
    return text.split("\\s+").length >= FEWEST_WORDS
        && !Cues.anyHas(Cue.JOKE, text)
        && !Cues.anyHas(Cue.BACK_AGAIN, text);
  }

  /** Who is called by name in a channel is known there. */
  private static Stream<PersonId> writesOrIsNamed(Message message) {
    return Stream.concat(Stream.of(message.author()), message.text().mentions().stream());
  }

  /**
   * The people who were not there before, in the order in which they came.
   *
   * @param known those of some people who wrote before that, here or where all readers may look;
   *     asked only where somebody seems new
   */
  static List<Newcomer> in(
      List<Message> said,
      List<Message> earlier,
      Instant from,
      Duration memory,
      UnaryOperator<Set<PersonId>> known) {
    var since = from.minus(Duration.ofSeconds((long) (memory.toSeconds() * REMEMBERED)));
    if (earlier.isEmpty() || earlier.getFirst().at().isAfter(since)) {
      return List.of();
    }
    Set<PersonId> heard =
        earlier.stream()
            .flatMap(Newcomers::writesOrIsNamed)
            .collect(Collectors.toCollection(HashSet::new));
    Map<PersonId, Message> first = new LinkedHashMap<>();
    Set<PersonId> people = said.stream().map(Message::author).collect(Collectors.toSet());
    for (var message : said) {
      if (heard.add(message.author())) {
        first.put(message.author(), message);
      }
      heard.addAll(message.text().mentions());
    }
    if (first.isEmpty() || first.size() > Math.max(1, MOST_NEW * people.size())) {
      return List.of();
    }
    first.values().removeIf(message -> !saysSomething(message));
    var were = known.apply(first.keySet());
    return first.values().stream()
        .filter(message -> !were.contains(message.author()))
        .map(message -> new Newcomer(message.author(), message.id(), message.at()))
        .toList();
  }
}
