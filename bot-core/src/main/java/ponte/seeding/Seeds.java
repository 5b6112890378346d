package ponte.seeding;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import ponte.command.Sowing;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The discussions that were proposed, planned and begun. */
public final class Seeds {

  /** What was left or missed is not proposed again for so long. */
  static final Duration KEPT = Duration.ofDays(180);

  private static final Duration PROPOSED = Duration.ofDays(30);
  private final Records records;
  private final Clock clock;

  public Seeds(Records records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Keeps one, unless it is there; gives what is kept. */
  Seed add(Seed seed) {
    var key = key(seed.ref());
    while (true) {
      var kept = records.find(key).map(Seeds::read);
      if (kept.isPresent()) {
        return kept.get();
      }
      if (records.write(Write.create(key, Codec.write(seed)).expiring(expiry(seed)))) {
        return seed;
      }
    }
  }

  Optional<Seed> find(Sowing.Of ref) {
    return records.find(key(ref)).map(Seeds::read).filter(seed -> seed.room().equals(ref.room()));
  }

  /** Changes what is kept and gives it as it is then; empty where nothing is. */
  Optional<Seed> change(Sowing.Of ref, UnaryOperator<Seed> change) {
    while (true) {
      var old = records.find(key(ref));
      if (old.isEmpty()) {
        return Optional.empty();
      }
      var before = read(old.get());
      var after = change.apply(before);
      if (after.equals(before)
          || records.write(Write.replace(old.get(), Codec.write(after)).expiring(expiry(after)))) {
        return Optional.of(after);
      }
    }
  }

  /**
   * Takes back what somebody began: one that was not posted is not kept any more.
   *
   * @return what stands there still and is to be drawn anew; empty: nothing
   */
  Optional<Seed> takeBack(Sowing.Of ref) {
    while (true) {
      var old = records.find(key(ref));
      if (old.isEmpty()) {
        return Optional.empty();
      }
      var before = read(old.get());
      if (before.posted() == null) {
        if (records.remove(old.get().key(), old.get().version())) {
          return Optional.empty();
        }
      } else {
        var after = before.takenBack();
        if (records.write(Write.replace(old.get(), Codec.write(after)).expiring(expiry(after)))) {
          return Optional.of(after);
        }
      }
    }
  }

  private Instant expiry(Seed seed) {
    return seed.stage() == Seed.Stage.PROPOSED
        ? seed.at().plus(PROPOSED)
        : later(seed.due(), clock.instant()).plus(KEPT);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** Those of a workspace, the latest first. */
  public List<Seed> in(WorkspaceId workspace) {
    var all = new ArrayList<Seed>();
    records.each(partition(workspace), document -> all.add(read(document)));
    all.sort(Comparator.comparing(Seed::due).reversed().thenComparing(Seed::id));
    return all;
  }

  /**
   * Has a channel given to a seed for a while, so that no other is posted in it meanwhile; the same
   * seed may have it again.
   *
   * @return empty: it has it; else when the channel is free again
   */
  Optional<Instant> take(Seed seed, Instant at, Duration apart) {
    var key = new Partition("seed-rooms", seed.room().workspace().value()).key(seed.room().value());
    while (true) {
      var old = records.find(key);
      var turn = old.map(document -> Codec.read(document.content(), Turn.class));
      if (turn.isPresent() && !turn.get().seed().equals(seed.id())) {
        var free = turn.get().at().plus(apart);
        if (free.isAfter(at)) {
          return Optional.of(free);
        }
      }
      var content = Codec.write(new Turn(seed.id(), at));
      var write = old.map(each -> Write.replace(each, content)).orElse(Write.create(key, content));
      if (records.write(write.expiring(at.plus(apart)))) {
        return Optional.empty();
      }
    }
  }

  /** Until when a channel is left in peace; empty: it is free. */
  Optional<Instant> busy(ChannelId room, Duration apart) {
    return records
        .find(new Partition("seed-rooms", room.workspace().value()).key(room.value()))
        .map(document -> Codec.read(document.content(), Turn.class).at().plus(apart));
  }

  private record Turn(String seed, Instant at) {}

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
    records.drop(new Partition("seed-rooms", workspace.value()));
  }

  /** Those of all workspaces in which a colleague has an account. */
  List<Seed> of(Set<PersonId> accounts) {
    return accounts.stream()
        .map(PersonId::workspace)
        .distinct()
        .sorted(Comparator.comparing(WorkspaceId::value))
        .flatMap(workspace -> in(workspace).stream())
        .toList();
  }

  private static Key key(Sowing.Of ref) {
    return partition(ref.room().workspace()).key(ref.id());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("seeds", workspace.value());
  }

  private static Seed read(Document document) {
    return Codec.read(document.content(), Seed.class);
  }
}
