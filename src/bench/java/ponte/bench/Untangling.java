package ponte.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.archive.Conversations;
import ponte.archive.LinkNetwork;
import ponte.bench.EntangledLog.Line;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** A way to take a flat channel apart. */
interface Untangling {

  String name();

  /** For each line the number of the one it answers or continues; its own where it opens. */
  Map<Integer, Integer> links(EntangledLog log);

  /** Ponte's own ways and the ones to compare them with. */
  static List<Untangling> all() {
    return List.of(new OfPonte(), new PreviousLine(), new SimpleRules());
  }

  /** What the archive does. */
  record OfPonte(LinkNetwork network) implements Untangling {

    OfPonte() {
      this(LinkNetwork.fitted());
    }

    @Override
    public String name() {
      return "Ponte";
    }

    @Override
    public Map<Integer, Integer> links(EntangledLog log) {
      var numbers = new HashMap<MessageId, Integer>();
      log.lines().forEach(line -> numbers.put(line.message().id(), line.number()));
      var links = new HashMap<Integer, Integer>();
      var messages = log.lines().stream().map(Line::message).toList();
      var conversations = new Conversations(Conversations.Rules.DEFAULT, network);
      for (var linked : conversations.link(messages)) {
        links.put(numbers.get(linked.filed().message().id()), numbers.get(linked.to()));
      }
      return links;
    }
  }

  /** Each line goes on from the one before it, whoever wrote it. */
  record PreviousLine() implements Untangling {

    @Override
    public String name() {
      return "previous line";
    }

    @Override
    public Map<Integer, Integer> links(EntangledLog log) {
      var links = new HashMap<Integer, Integer>();
      Line last = null;
      for (var line : log.lines()) {
        links.put(line.number(), last == null ? line.number() : last.number());
        last = line;
      }
      return links;
    }
  }

  /**
   * The last line of somebody who is named; else the last one within half an hour that names its
   * author or is the author's own; else none.
   */
  record SimpleRules() implements Untangling {

    private static final Duration REACH = Duration.ofMinutes(30);

    @Override
    public String name() {
      return "simple rules";
    }

    @Override
    public Map<Integer, Integer> links(EntangledLog log) {
      var links = new HashMap<Integer, Integer>();
      var lastBy = new HashMap<PersonId, Line>();
      var lastFor = new HashMap<PersonId, Line>();
      for (var line : log.lines()) {
        links.put(line.number(), line.number());
        if (line.message().isTalk()) {
          var to = before(line.message(), lastBy, lastFor);
          if (to != null) {
            links.put(line.number(), to.number());
          }
          var author = line.message().author();
          lastBy.put(author, line);
          lastFor.put(author, line);
          line.message().text().mentions().forEach(named -> lastFor.put(named, line));
        }
      }
      return links;
    }

    private static @Nullable Line before(
        Message message, Map<PersonId, Line> lastBy, Map<PersonId, Line> lastFor) {
      Line best = null;
      for (var named : message.text().mentions()) {
        var last = lastBy.get(named);
        if (last != null && (best == null || last.number() > best.number())) {
          best = last;
        }
      }
      if (best != null) {
        return best;
      }
      var mine = lastFor.get(message.author());
      return mine == null || mine.message().at().plus(REACH).isBefore(message.at()) ? null : mine;
    }
  }
}
