package ponte.pairing;

import java.util.List;
import java.util.Optional;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The programmes there are, at most one a channel. */
public final class Programmes {

  private static final int MOST = 10_000;

  private final Records records;

  public Programmes(Records records) {
    this.records = records;
  }

  Optional<Programme> of(ChannelId channel) {
    return records.find(key(channel)).map(Programmes::read);
  }

  /** Those of a workspace, in order of the channels' ids. */
  public List<Programme> in(WorkspaceId workspace) {
    return records.list(partition(workspace), "", MOST).stream().map(Programmes::read).toList();
  }

  /** Those that somebody began with an account. */
  List<Programme> begunBy(PersonId owner) {
    return in(owner.workspace()).stream()
        .filter(programme -> owner.equals(programme.owner()))
        .toList();
  }

  /** Keeps one, in place of the channel's earlier one. */
  void start(Programme programme) {
    while (true) {
      var old = records.find(key(programme.channel()));
      if (old.map(Programmes::read).filter(programme::equals).isPresent()
          || records.write(
              new Write(
                  key(programme.channel()),
                  Codec.write(programme),
                  old.map(Document::version).orElse(0L),
                  null,
                  null))) {
        return;
      }
    }
  }

  /** Ends a channel's, if there is one. */
  void stop(ChannelId channel) {
    var old = records.find(key(channel));
    while (old.isPresent() && !records.remove(old.get().key(), old.get().version())) {
      old = records.find(key(channel));
    }
  }

  /** Ends what a person began. */
  void forget(PersonId owner) {
    begunBy(owner).forEach(programme -> stop(programme.channel()));
  }

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Programme read(Document document) {
    return Codec.read(document.content(), Programme.class);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("introduction-programmes", workspace.value());
  }

  private static Key key(ChannelId channel) {
    return partition(channel.workspace()).key(channel.value());
  }
}
