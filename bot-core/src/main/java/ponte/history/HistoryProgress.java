package ponte.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.history.Histories.Replies;
import ponte.platform.ReadingProgress;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** How far the reading of each channel has come; kept, so that it goes on after a restart. */
public final class HistoryProgress implements ReadingProgress {

  private final Records records;

  public HistoryProgress(Records records) {
    this.records = records;
  }

  /**
   * Where a reading stands.
   *
   * @param started messages since then are heard as they are posted
   * @param oldest older messages are not read
   * @param from where the next page begins; empty: with the newest message
   * @param reached messages since then have been read
   * @param threads those met whose replies have not been read
   * @param messages read so far
   * @param step the step that is next
   * @param bottom whether there is nothing older to be read
   */
  record State(
      Instant started,
      Instant oldest,
      String from,
      Instant reached,
      List<Replies> threads,
      long messages,
      int step,
      boolean bottom) {
    State {
      threads = List.copyOf(threads);
    }

    static State begun(Instant now, Instant oldest) {
      return new State(now, oldest, "", now, List.of(), 0, 0, false);
    }

    boolean done() {
      return bottom && threads.isEmpty();
    }

    /** After a page of the channel. */
    State down(Histories.Given.Page page) {
      var isBottom = page.next().isEmpty();
      return new State(
          started,
          oldest,
          page.next(),
          isBottom ? oldest : page.reached(),
          page.threads(),
          messages + page.said().size(),
          step + 1,
          isBottom);
    }

    /** After a page of the first thread. */
    State along(Histories.Given.Page page) {
      var left = new ArrayList<>(threads);
      var read = left.removeFirst();
      if (!page.next().isEmpty()) {
        left.addFirst(new Replies(read.root(), page.next()));
      }
      return new State(
          started, oldest, from, reached, left, messages + page.said().size(), step + 1, bottom);
    }

    State ended() {
      return new State(started, oldest, from, reached, List.of(), messages, step + 1, true);
    }
  }

  Optional<State> find(ChannelId channel) {
    return records.find(key(channel)).map(HistoryProgress::state);
  }

  void save(ChannelId channel, State state) {
    var version = records.find(key(channel)).map(Document::version).orElse(0L);
    // Only the holder of the channel's one errand writes; who lost its lease is told by the step.
    records.write(new Write(key(channel), Codec.write(state), version, null, null));
  }

  void forget(ChannelId channel) {
    records
        .find(key(channel))
        .ifPresent(document -> records.remove(key(channel), document.version()));
  }

  @Override
  public List<Reading> of(WorkspaceId workspace) {
    var readings = new ArrayList<Reading>();
    records.each(
        partition(workspace),
        document -> {
          var state = state(document);
          if (!state.done()) {
            var channel = new ChannelId(workspace, document.key().id());
            readings.add(new Reading(channel, state.reached(), state.messages()));
          }
        });
    return readings;
  }

  private static State state(Document document) {
    return Codec.read(document.content(), State.class);
  }

  private static Key key(ChannelId channel) {
    return partition(channel.workspace()).key(channel.value());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("histories", workspace.value());
  }
}
