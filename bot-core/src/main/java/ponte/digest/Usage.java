package ponte.digest;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import ponte.conversation.Message;
import ponte.nlp.Surprise;

/** In which messages each term came up. */
final class Usage {

  private final Map<String, List<Message>> messagesOf = new HashMap<>();
  private final int messages;

  Usage(List<Message> messages, Function<Message, List<String>> terms) {
    this.messages = messages.size();
    for (var message : messages) {
      new HashSet<>(terms.apply(message))
          .forEach(term -> messagesOf.computeIfAbsent(term, _ -> new ArrayList<>()).add(message));
    }
  }

  Set<String> terms() {
    return messagesOf.keySet();
  }

  /** The messages in which a term came up, oldest first. */
  List<Message> of(String term) {
    return messagesOf.getOrDefault(term, List.of());
  }

  int times(String term) {
    return of(term).size();
  }

  int people(String term) {
    return (int) of(term).stream().map(Message::author).distinct().count();
  }

  int days(String term) {
    return (int)
        of(term).stream()
            .map(message -> message.at().atZone(ZoneOffset.UTC).toLocalDate())
            .distinct()
            .count();
  }

  /** When the first word was said; empty where none was. */
  Optional<Instant> first() {
    return messagesOf.values().stream()
        .map(all -> all.getFirst().at())
        .min(Comparator.naturalOrder());
  }

  /** The share of messages with a term, 0 to 1. */
  double share(String term) {
    return messages == 0 ? 0 : (double) times(term) / messages;
  }

  int messages() {
    return messages;
  }

  /** How surprising it is that a term comes up as often here and as often there. */
  static double surprise(String term, Usage here, Usage there) {
    return new Surprise(here.times(term), here.messages, there.times(term), there.messages).ratio();
  }
}
