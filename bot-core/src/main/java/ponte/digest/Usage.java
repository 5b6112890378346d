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

  /**
   * How surprising it is that a term comes up as often here and as often there: the log-likelihood
   * ratio of Dunning, "Accurate Methods for the Statistics of Surprise and Coincidence",
   * Computational Linguistics 19(1), 1993; 10.8 comes by chance once in a thousand times.
   */
  static double surprise(String term, Usage here, Usage there) {
    double in = here.times(term);
    double out = there.times(term);
    double share = (in + out) / (here.messages + there.messages);
    return 2
        * (likelihood(in, here.messages, here.share(term))
            + likelihood(out, there.messages, there.share(term))
            - likelihood(in, here.messages, share)
            - likelihood(out, there.messages, share));
  }

  private static double likelihood(double times, double all, double share) {
    return (times == 0 ? 0 : times * Math.log(share))
        + (all - times == 0 ? 0 : (all - times) * Math.log(1 - share));
  }
}
