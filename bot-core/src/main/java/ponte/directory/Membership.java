package ponte.directory;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ponte.conversation.PersonId;

/**
 * Who is in a channel: the last full list, and who joined or left since.
 *
 * <p>The order in which these become known does not matter: of a person's joinings and leavings the
 * latest holds, unless the list is as late or later.
 *
 * @param since by person, only what is later than the list
 */
record Membership(Set<PersonId> listed, Instant listedAt, Map<String, Move> since) {

  static final Membership NOBODY = new Membership(Set.of(), Instant.EPOCH, Map.of());

  /** A person joined or left. */
  record Move(boolean in, Instant at) {}

  Membership {
    listed = Set.copyOf(listed);
    since = Map.copyOf(since);
  }

  Membership list(Set<PersonId> people, Instant at) {
    if (at.isBefore(listedAt)) {
      return this;
    }
    var later = new TreeMap<>(since);
    later.values().removeIf(move -> !move.at().isAfter(at));
    return new Membership(people, at, later);
  }

  Membership move(PersonId person, boolean in, Instant at) {
    var known = since.get(person.toString());
    var isOld =
        !at.isAfter(listedAt)
            || known != null && (at.isBefore(known.at()) || at.equals(known.at()) && !known.in());
    if (isOld) {
      return this;
    }
    var later = new TreeMap<>(since);
    later.put(person.toString(), new Move(in, at));
    return new Membership(listed, listedAt, later);
  }

  Set<PersonId> people() {
    var people = new HashSet<>(listed);
    since.forEach(
        (person, move) -> {
          if (move.in()) {
            people.add(PersonId.parse(person));
          } else {
            people.remove(PersonId.parse(person));
          }
        });
    return Set.copyOf(people);
  }
}
