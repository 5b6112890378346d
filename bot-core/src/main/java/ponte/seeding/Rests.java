package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The channels in which planned discussions rest for a while. */
final class Rests {

  /** More channels of one workspace than that do not rest. */
  private static final int MOST = 10_000;

  /** What should have come in a while that is over is held against it for so long. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Records records;

  Rests(Records records) {
    this.records = records;
  }

  /**
   * A while in which nothing that was planned is posted in a channel.
   *
   * @param until null: it waits to be let go on
   */
  record Rest(Instant since, @Nullable Instant until) {

    boolean isAt(Instant moment) {
      return until == null || moment.isBefore(until);
    }
  }

  /** That of a channel which lasts at a moment; empty: it does not rest then. */
  Optional<Rest> of(ChannelId room, Instant moment) {
    return records.find(key(room)).map(Rests::read).filter(rest -> rest.isAt(moment));
  }

  /** All of a workspace. */
  Map<ChannelId, Rest> in(WorkspaceId workspace, Instant now) {
    var all = new TreeMap<ChannelId, Rest>();
    for (var document : records.list(partition(workspace), "", MOST)) {
      var rest = read(document);
      if (rest.isAt(now)) {
        all.put(new ChannelId(workspace, document.key().id()), rest);
      }
    }
    return all;
  }

  void begin(ChannelId room, Rest rest) {
    while (true) {
      var old = records.find(key(room));
      var content = Codec.write(rest);
      var write =
          old.map(each -> Write.replace(each, content))
              .orElseGet(() -> Write.create(key(room), content));
      var until = rest.until();
      if (records.write(until == null ? write : write.expiring(until.plus(KEPT)))) {
        return;
      }
    }
  }

  void end(ChannelId room) {
    var old = records.find(key(room));
    while (old.isPresent() && !records.remove(old.get().key(), old.get().version())) {
      old = records.find(key(room));
    }
  }

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Rest read(Document document) {
    return Codec.read(document.content(), Rest.class);
  }

  private static Key key(ChannelId room) {
    return partition(room.workspace()).key(room.value());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("seed-rests", workspace.value());
  }
}
