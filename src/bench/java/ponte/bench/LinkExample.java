package ponte.bench;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import ponte.archive.Conversations;
import ponte.archive.LinkInputs;
import ponte.archive.Turn;
import ponte.bench.EntangledLog.Line;
import ponte.conversation.MessageId;

/**
 * A message of which people said where it belongs.
 *
 * @param right which of the messages before it are of its conversation; none where it opens one
 * @param weight how much it counts
 */
record LinkExample(LinkInputs inputs, boolean[] right, float weight) {

  private static final Conversations.Rules RULES = Conversations.Rules.DEFAULT;

  /** Of how many messages before it the log is cut off, at most. */
  private static final int MOST_LEFT = 40;

  boolean opens() {
    return IntStream.range(0, right.length).noneMatch(i -> right[i]);
  }

  /** The annotated lines of a log that others come before. */
  static List<LinkExample> of(EntangledLog log, float weight) {
    var examples = new ArrayList<LinkExample>();
    walk(
        log,
        (turn, window, line, right) -> {
          examples.add(new LinkExample(LinkInputs.of(turn, window), right, weight));
        });
    return examples;
  }

  /**
   * Some of the annotated lines of a log, as if that began shortly before each.
   *
   * @param share of the lines are taken
   */
  static List<LinkExample> cutOff(EntangledLog log, float weight, double share, Random random) {
    var examples = new ArrayList<LinkExample>();
    walk(
        log,
        (turn, window, line, right) -> {
          if (random.nextDouble() < share) {
            var left = Math.exp(random.nextDouble() * Math.log(MOST_LEFT));
            var first = window.size() - (int) Math.min(window.size(), left);
            var rest = new boolean[window.size() - first];
            System.arraycopy(right, first, rest, 0, rest.length);
            var inputs = LinkInputs.of(turn, window.subList(first, window.size()));
            var whole = new LinkExample(inputs, right, weight);
            var example = new LinkExample(inputs, rest, weight);
            // Where all it goes on from is cut off, nobody said that it opens.
            var isSure =
                whole.opens() ? line.repliesTo().contains(line.number()) : !example.opens();
            if (isSure) {
              examples.add(example);
            }
          }
        });
    return examples;
  }

  private interface Visitor {

    void see(Turn turn, List<Turn> window, Line line, boolean[] right);
  }

  private static void walk(EntangledLog log, Visitor visitor) {
    var lines = new HashMap<MessageId, Line>();
    var window = new ArrayDeque<Turn>();
    for (var line : log.lines()) {
      if (Turn.isFlat(line.message())) {
        lines.put(line.message().id(), line);
        var turn = Turn.of(line.message(), line.message().id());
        RULES.trim(window, turn);
        if (line.annotated() && !window.isEmpty()) {
          var before = List.copyOf(window);
          var right = new boolean[before.size()];
          for (var i = 0; i < right.length; i++) {
            right[i] = belong(line, Objects.requireNonNull(lines.get(before.get(i).id())));
          }
          visitor.see(turn, before, line, right);
        }
        window.addLast(turn);
      }
    }
  }

  private static boolean belong(Line line, Line before) {
    return !line.conversation().isEmpty() && line.conversation().equals(before.conversation())
        || line.repliesTo().contains(before.number());
  }
}
