package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;
import ponte.command.Sowing;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What people chose at seeds, kept until it is told what became of each. */
public final class Ballots {

  /** Longer than anything is chosen. */
  private static final Duration KEEP = Duration.ofDays(30);

  private final Records records;
  private final Clock clock;

  public Ballots(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  Ballot of(Sowing.Of seed) {
    return records.find(partition(seed).key(seed.id())).map(Ballots::read).orElse(Ballot.EMPTY);
  }

  /** Changes it, whoever else does at the same time, and gives it as it is then. */
  Ballot change(Sowing.Of seed, UnaryOperator<Ballot> change) {
    var key = partition(seed).key(seed.id());
    while (true) {
      var old = records.find(key);
      var before = old.map(Ballots::read).orElse(Ballot.EMPTY);
      var after = change.apply(before);
      var write =
          old.map(document -> Write.replace(document, Codec.write(after)))
              .orElseGet(() -> Write.create(key, Codec.write(after)))
              .expiring(clock.instant().plus(KEEP));
      if (after.equals(before) || records.write(write)) {
        return after;
      }
    }
  }

  /** Nobody is kept any more who chose, and nobody chooses again; how many did is with the seed. */
  void drop(Sowing.Of seed) {
    change(seed, Ballot::forgotten);
  }

  void forget(WorkspaceId workspace) {
    records.drop(new Partition("seed-choices", workspace.value()));
  }

  private static Partition partition(Sowing.Of seed) {
    return new Partition("seed-choices", seed.room().workspace().value());
  }

  private static Ballot read(Document document) {
    return Codec.read(document.content(), Ballot.class);
  }
}
