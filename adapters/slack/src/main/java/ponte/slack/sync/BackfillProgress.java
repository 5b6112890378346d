package ponte.slack.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.platform.ReadingProgress;
import ponte.slack.Ts;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** How far the reading of each channel has come; kept, so that it goes on after a restart. */
public final class BackfillProgress implements ReadingProgress {

  private static final int LISTED = 500;

  private final Records records;

  public BackfillProgress(Records records) {
    this.records = records;
  }

  /** A thread whose replies are still to be read, from a page on. */
  record Replies(String ts, String cursor) {}

  /**
   * Where a reading stands.
   *
   * @param started messages since then are heard as they are posted
   * @param oldest older messages are not read
   * @param latest messages since this {@code ts} have been read
   * @param threads those met whose replies have not been read
   * @param messages read so far
   * @param step the step that is next
   * @param bottom whether there is nothing older to be read
   */
  record State(
      Instant started,
      Instant oldest,
      String latest,
      List<Replies> threads,
      long messages,
      int step,
      boolean bottom) {
    State {
      threads = List.copyOf(threads);
    }

    boolean done() {
      return bottom && threads.isEmpty();
    }

    /** After a page of the channel. */
    State down(String until, List<Replies> met, int heard, boolean isBottom) {
      return new State(started, oldest, until, met, messages + heard, step + 1, isBottom);
    }

    /**
     * After a page of the first thread.
     *
     * @param cursor where its next page begins; empty: it was the last
     */
    State along(String cursor, int heard) {
      var left = new ArrayList<>(threads);
      var read = left.removeFirst();
      if (!cursor.isEmpty()) {
        left.addFirst(new Replies(read.ts(), cursor));
      }
      return new State(started, oldest, latest, left, messages + heard, step + 1, bottom);
    }

    State ended() {
      return new State(started, oldest, latest, List.of(), messages, step + 1, true);
    }
  }

  Optional<State> find(ChannelId channel) {
    return records
        .find(partition(channel.workspace()).key(channel.value()))
        .map(BackfillProgress::state);
  }

  void save(ChannelId channel, State state) {
    var key = partition(channel.workspace()).key(channel.value());
    var version = records.find(key).map(Document::version).orElse(0L);
    // Only the holder of the channel's one errand writes; who lost its lease is told by the step.
    records.write(new Write(key, Codec.write(state), version, null, null));
  }

  @Override
  public List<Reading> of(WorkspaceId workspace) {
    var readings = new ArrayList<Reading>();
    var after = "";
    List<Document> page;
    do {
      page = records.list(partition(workspace), after, LISTED);
      for (var document : page) {
        var state = state(document);
        if (!state.done()) {
          var channel = new ChannelId(workspace, document.key().id());
          readings.add(new Reading(channel, until(state), state.messages()));
        }
        after = document.key().id();
      }
    } while (page.size() == LISTED);
    return readings;
  }

  private static Instant until(State state) {
    return Ts.parse(state.latest()).map(Ts::instant).orElse(state.started());
  }

  private static State state(Document document) {
    return Codec.read(document.content(), State.class);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("slack-backfill", workspace.value());
  }
}
