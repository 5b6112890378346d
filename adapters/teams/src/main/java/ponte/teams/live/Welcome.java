package ponte.teams.live;

import ponte.command.Command;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.store.Codec;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;
import ponte.teams.Conversations;
import ponte.teams.reference.Reference;

/** Says what Ponte can do to whoever adds it, once: Teams tells of that in several ways. */
final class Welcome {

  private final Records records;
  private final Requests requests;

  Welcome(Records records, Requests requests) {
    this.records = records;
    this.requests = requests;
  }

  /** Welcomes whoever added Ponte, if nobody did before. */
  void first(Incoming incoming, Reference reference) {
    incoming
        .person()
        .filter(person -> records.find(partition(person).key(person.value())).isEmpty())
        .ifPresent(
            person -> {
              requests.pressed(incoming, reference, event(person), Codec.write(new Command.Help()));
              // Last: who dies in between welcomes again, which the inbox takes once.
              records.write(Write.create(partition(person).key(person.value()), "{}"));
            });
  }

  static void forget(Records records, PersonId person) {
    var key = partition(person).key(person.value());
    records.find(key).ifPresent(told -> records.remove(key, told.version()));
  }

  private static EventId event(PersonId person) {
    return new EventId(Conversations.TEAMS + "welcome:" + person);
  }

  private static Partition partition(PersonId person) {
    return new Partition("teams-welcomed", person.workspace().value());
  }
}
