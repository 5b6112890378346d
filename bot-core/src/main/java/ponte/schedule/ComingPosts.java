package ponte.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import ponte.command.Command.Line;
import ponte.conversation.MessageId;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digest;
import ponte.digest.Sources;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What the owners of schedules decided about posts that are to come. */
final class ComingPosts {

  /** Nobody asks for an occurrence after that. */
  private static final Duration KEPT = Duration.ofDays(8);

  private final Records records;

  ComingPosts(Records records) {
    this.records = records;
  }

  /** What becomes of an occurrence. */
  enum State {
    /** It is posted at its time. */
    OPEN,
    /** It is not posted. */
    CANCELLED,
    /** It is posted, or was. */
    POSTED
  }

  /**
   * What was decided about an occurrence.
   *
   * @param dropped the lines that are to stay out of it
   * @param told what those rest on: whatever else would be told of it stays out, too
   */
  record Coming(State state, List<Line> dropped, Set<MessageId> told) {
    Coming {
      dropped = List.copyOf(dropped);
      told = Set.copyOf(told);
    }

    Coming as(State other) {
      return new Coming(other, dropped, told);
    }

    /** Posted, unless it was cancelled or nothing is left of what was made. */
    Coming posting(Digest made) {
      return state == State.CANCELLED || of(made).items().isEmpty() ? this : as(State.POSTED);
    }

    /**
     * Without one more line.
     *
     * @param on the messages that it rests on
     */
    Coming without(Line line, Set<MessageId> on) {
      var more = new ArrayList<>(dropped);
      more.remove(line);
      more.add(line);
      var messages = new HashSet<>(told);
      messages.add(line.source());
      messages.addAll(on);
      return new Coming(state, more, messages);
    }

    /** The digest without the lines that are to stay out. */
    Digest of(Digest made) {
      return made.with(left(made.items()), left(made.more()));
    }

    private List<Digest.Item> left(List<Digest.Item> items) {
      return items.stream()
          .filter(item -> Sources.of(item).stream().noneMatch(told::contains))
          .toList();
    }
  }

  static final Coming UNTOUCHED = new Coming(State.OPEN, List.of(), Set.of());

  /** How a line is named: by its kind and the message it leads to. */
  static Line name(Digest.Item item) {
    return new Line(item.getClass().getSimpleName(), item.source());
  }

  Coming of(Schedule schedule, Instant occurrence) {
    return records.find(key(schedule, occurrence)).map(ComingPosts::read).orElse(UNTOUCHED);
  }

  /** Changes what was decided, as long as it is not posted, and gives it as it is then. */
  Coming change(Schedule schedule, Instant occurrence, UnaryOperator<Coming> change) {
    var key = key(schedule, occurrence);
    while (true) {
      var old = records.find(key);
      var before = old.map(ComingPosts::read).orElse(UNTOUCHED);
      var after = before.state() == State.POSTED ? before : change.apply(before);
      if (after.equals(before)
          || records.write(
              new Write(
                  key,
                  Codec.write(after),
                  old.map(Document::version).orElse(0L),
                  null,
                  occurrence.plus(KEPT)))) {
        return after;
      }
    }
  }

  /** Forgets what was decided in a workspace. */
  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Coming read(Document document) {
    return Codec.read(document.content(), Coming.class);
  }

  private static Key key(Schedule schedule, Instant occurrence) {
    return partition(schedule.channel().workspace()).key(schedule.id() + " " + occurrence);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("coming-posts", workspace.value());
  }
}
