package ponte.pairing;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What was decided of late, each week's once. */
final class Rounds {

  private static final Duration KEEP = Duration.ofDays(60);
  private static final int MOST = 100;
  private static final Partition ALL = new Partition("introduction-rounds", "all");

  private final Records records;

  Rounds(Records records) {
    this.records = records;
  }

  Optional<Round> find(String id) {
    return records.find(ALL.key(id)).map(Rounds::read);
  }

  /** The last one before another one. */
  Optional<Round> before(String id) {
    return records.list(ALL, "", MOST).stream()
        .filter(document -> document.key().id().compareTo(id) < 0)
        .reduce((_, later) -> later)
        .map(Rounds::read);
  }

  /** Keeps what was decided, unless somebody was faster; what is decided then. */
  Round decide(Round round) {
    records.write(
        Write.create(ALL.key(round.id()), Codec.write(round)).expiring(round.at().plus(KEEP)));
    return find(round.id()).orElse(round);
  }

  /** Takes somebody out of all of them. */
  void forget(PersonId person) {
    var name = person.toString();
    records.list(ALL, "", MOST).stream()
        .filter(document -> document.content().contains(name))
        .forEach(document -> change(document, person::equals));
  }

  /** Takes everybody of a workspace out of all of them. */
  void forget(WorkspaceId workspace) {
    records
        .list(ALL, "", MOST)
        .forEach(document -> change(document, person -> person.workspace().equals(workspace)));
  }

  private void change(Document first, Predicate<PersonId> gone) {
    var old = Optional.of(first);
    while (old.isPresent()) {
      var before = read(old.get());
      var after = before.without(gone);
      if (after.equals(before) || records.write(Write.replace(old.get(), Codec.write(after)))) {
        return;
      }
      old = records.find(first.key());
    }
  }

  private static Round read(Document document) {
    return Codec.read(document.content(), Round.class);
  }
}
