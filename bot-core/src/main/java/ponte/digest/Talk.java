package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ponte.archive.Filed;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * What people said in one conversation within a span, oldest first; never empty.
 *
 * @param id the message that opens the conversation, which may lie before the span
 */
record Talk(MessageId id, List<Message> messages) {

  private static final Duration LONG_BEFORE = Duration.ofDays(14);

  /** Messages of one person with nobody's between them. */
  record Turn(PersonId author, List<Message> messages) {}

  Talk {
    messages = List.copyOf(messages);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("nobody says anything in " + id);
    }
  }

  /** The conversations of a channel, in the order in which they were opened; programs left out. */
  static List<Talk> of(List<Filed> filed) {
    var talks = new LinkedHashMap<MessageId, List<Message>>();
    for (var each : filed) {
      if (each.message().isTalk()) {
        talks.computeIfAbsent(each.conversation(), _ -> new ArrayList<>()).add(each.message());
      }
    }
    return talks.entrySet().stream().map(talk -> new Talk(talk.getKey(), talk.getValue())).toList();
  }

  /**
   * The same talk with the message that opened it before the span. What was said long before opens
   * it no more: a thread that goes on for months is about other things by then.
   */
  Talk openedBy(Message opening) {
    if (opening.at().isBefore(start().minus(LONG_BEFORE))) {
      return this;
    }
    var all = new ArrayList<Message>();
    all.add(opening);
    all.addAll(messages);
    return new Talk(id, all);
  }

  boolean lacksOpening() {
    return !messages.getFirst().id().equals(id);
  }

  PersonId opener() {
    return messages.getFirst().author();
  }

  Instant start() {
    return messages.getFirst().at();
  }

  /** Those who took part, who wrote most first; of equals the one who spoke first. */
  List<PersonId> participants() {
    var messagesOf = new LinkedHashMap<PersonId, Integer>();
    messages.forEach(message -> messagesOf.merge(message.author(), 1, Integer::sum));
    return messagesOf.entrySet().stream()
        .sorted(Map.Entry.<PersonId, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  int people() {
    return (int) messages.stream().map(Message::author).distinct().count();
  }

  /** Whether the platform itself holds it together, as a thread. */
  boolean isThread() {
    return messages.stream().anyMatch(message -> message.thread() != null);
  }

  List<Turn> turns() {
    var turns = new ArrayList<Turn>();
    int from = 0;
    for (int i = 1; i <= messages.size(); i++) {
      if (i == messages.size() || !messages.get(i).author().equals(messages.get(from).author())) {
        turns.add(new Turn(messages.get(from).author(), messages.subList(from, i)));
        from = i;
      }
    }
    return turns;
  }
}
