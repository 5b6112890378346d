package ponte.listening;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Records;

/**
 * How often something that was said in a channel was changed or taken back, on whatever replica: an
 * archive tells how much there is, and not that it says something else now.
 */
final class Changes {

  private final Records records;

  Changes(Records records) {
    this.records = records;
  }

  private record Kept(long times) {}

  /** Counts what changes something, once for each channel. */
  void heard(List<Talk> talk) {
    talk.stream()
        .filter(Changes::changes)
        .map(event -> event.message().channel())
        .collect(Collectors.toSet())
        .forEach(
            channel ->
                records.change(
                    partition(channel.workspace()).key(channel.value()),
                    Kept.class,
                    new Kept(0),
                    kept -> new Kept(kept.times() + 1)));
  }

  /** Whether something that was said is another now, or gone. */
  static boolean changes(Talk event) {
    return switch (event) {
      case Talk.Edited _, Talk.Deleted _ -> true;
      case Talk.Posted _, Talk.Reacted _, Talk.Unreacted _ -> false;
    };
  }

  /** How often that was in the channels of a workspace; in those that are left out never. */
  Map<ChannelId, Long> in(WorkspaceId workspace) {
    var times = new HashMap<ChannelId, Long>();
    records.each(
        partition(workspace),
        document ->
            times.put(
                new ChannelId(workspace, document.key().id()),
                Codec.read(document.content(), Kept.class).times()));
    return times;
  }

  /** Forgets those of a workspace. */
  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("listening-changes", workspace.value());
  }
}
