package ponte.pairing;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * Since when people are there, as far as Ponte was there to see it. Whoever was there before Ponte
 * looked for the first time is not new, whenever they came.
 */
final class FirstSeen {

  private final Records records;
  private final Directory directory;

  FirstSeen(Records records, Directory directory) {
    this.records = records;
    this.directory = directory;
  }

  /** By the part of a person's id that names them in their workspace. */
  private record Kept(Map<String, Instant> people) {
    private Kept {
      people = Map.copyOf(people);
    }
  }

  /** Looks who is there now. */
  void look(Instant now) {
    for (var workspace : directory.workspaces()) {
      look(workspace, now);
    }
  }

  private void look(WorkspaceId workspace, Instant now) {
    while (true) {
      var old = records.find(partition(workspace).key("people"));
      var seen = old.isEmpty() ? Instant.EPOCH : now;
      var people = new HashMap<>(old.map(FirstSeen::read).orElse(Map.of()));
      for (var person : directory.people()) {
        if (person.id().workspace().equals(workspace)
            && person.standing() == Person.Standing.ACTIVE) {
          people.putIfAbsent(person.id().value(), seen);
        }
      }
      if (written(workspace, old.orElse(null), people)) {
        return;
      }
    }
  }

  private boolean written(
      WorkspaceId workspace, @Nullable Document old, Map<String, Instant> people) {
    return old != null && read(old).equals(people)
        || records.write(
            new Write(
                partition(workspace).key("people"),
                Codec.write(new Kept(people)),
                old == null ? 0 : old.version(),
                null,
                null));
  }

  /** When each account was first seen. */
  Map<PersonId, Instant> all() {
    var all = new HashMap<PersonId, Instant>();
    for (var workspace : directory.workspaces()) {
      records
          .find(partition(workspace).key("people"))
          .map(FirstSeen::read)
          .orElse(Map.of())
          .forEach((person, at) -> all.put(new PersonId(workspace, person), at));
    }
    return all;
  }

  /** What is kept of an account. */
  Optional<PairingDesk.Seen> of(PersonId account) {
    return records
        .find(partition(account.workspace()).key("people"))
        .map(document -> read(document).get(account.value()))
        .map(at -> new PairingDesk.Seen(account, at.equals(Instant.EPOCH) ? null : at));
  }

  void forget(PersonId person) {
    while (true) {
      var old = records.find(partition(person.workspace()).key("people"));
      if (old.isEmpty()) {
        return;
      }
      var people = new HashMap<>(read(old.get()));
      people.remove(person.value());
      if (written(person.workspace(), old.get(), people)) {
        return;
      }
    }
  }

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Map<String, Instant> read(Document document) {
    return Codec.read(document.content(), Kept.class).people();
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("first-seen", workspace.value());
  }
}
