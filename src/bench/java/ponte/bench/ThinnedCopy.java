package ponte.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ponte.bench.EntangledLog.Line;
import ponte.conversation.Message;
import ponte.conversation.RichText;

/**
 * A fast channel made into another one: whole conversations are left out, time runs slower or
 * faster, people are named less often, or it begins shortly before a message.
 *
 * @param share of the conversations that stay
 * @param fastest least factor by which times between messages are multiplied
 * @param slowest greatest one; each log has its own between both
 * @param unnamed share of the mentions that are left out
 * @param begins share of the messages before which it begins shortly, the others are not learnt
 *     from; 0: it begins where it does, and all are
 * @param weight how much each message counts, a whole log's is 1
 */
record ThinnedCopy(
    double share, double fastest, double slowest, double unnamed, double begins, float weight) {

  /**
   * From fast to slow, without many names, and from the beginning: ADR 17 says what they taught.
   */
  static final List<ThinnedCopy> ALL =
      List.of(
          new ThinnedCopy(0.35, 1, 4, 0.5, 0, 0.7f),
          new ThinnedCopy(0.12, 1, 6, 0.6, 0, 1),
          new ThinnedCopy(0.04, 1, 8, 0.6, 0, 2),
          new ThinnedCopy(0.09, 0.02, 0.5, 0.85, 0, 0.5f),
          new ThinnedCopy(0.04, 0.5, 10, 0.6, 0, 2),
          new ThinnedCopy(0.07, 1, 6, 0.5, 0, 1.5f),
          new ThinnedCopy(0.025, 1, 6, 0.7, 0, 2),
          new ThinnedCopy(1, 1, 1, 0.3, 0.1, 0.6f),
          new ThinnedCopy(0.35, 1, 4, 0.5, 0.3, 0.8f),
          new ThinnedCopy(0.12, 1, 6, 0.6, 0.5, 1));

  List<LinkExample> examples(EntangledLog log, Random random) {
    var thinned = of(log, random);
    return begins == 0
        ? LinkExample.of(thinned, weight)
        : LinkExample.cutOff(thinned, weight, begins, random);
  }

  EntangledLog of(EntangledLog log, Random random) {
    var stays = new HashMap<String, Boolean>();
    var pace = fastest * Math.exp(random.nextDouble() * Math.log(slowest / fastest));
    var start = log.lines().getFirst().message().at();
    var conversations = conversations(log);
    return new EntangledLog(
        log.file(),
        log.lines().stream()
            .filter(
                line ->
                    stays.computeIfAbsent(
                        conversations.get(line.number()), _ -> random.nextDouble() < share))
            .map(line -> changed(line, start, pace, random))
            .toList());
  }

  /** As people say; where they do not, as the simple rules do, who may join what people named. */
  private static Map<Integer, String> conversations(EntangledLog log) {
    var guessed = ThreadScores.conversations(log, new Untangling.SimpleRules().links(log));
    var said = new HashMap<String, String>();
    for (var line : log.lines()) {
      if (!line.annotated() && !line.conversation().isEmpty()) {
        said.put(guessed.get(line.number()), line.conversation());
      }
    }
    var conversations = new HashMap<Integer, String>();
    for (var line : log.lines()) {
      var guess = "guessed " + guessed.get(line.number());
      conversations.put(
          line.number(),
          line.conversation().isEmpty()
              ? said.getOrDefault(guessed.get(line.number()), guess)
              : line.conversation());
    }
    return conversations;
  }

  private Line changed(Line line, Instant start, double pace, Random random) {
    var message = line.message();
    var at = start.plusMillis((long) (Duration.between(start, message.at()).toMillis() * pace));
    var spans =
        message.text().spans().stream()
            .filter(
                span -> !(span instanceof RichText.Span.Mention) || random.nextDouble() >= unnamed)
            .toList();
    return new Line(
        line.number(),
        new Message(
            message.id(),
            message.author(),
            message.kind(),
            at,
            null,
            new RichText(spans),
            List.of(),
            List.of(),
            at),
        line.annotated(),
        line.repliesTo(),
        line.conversation());
  }
}
