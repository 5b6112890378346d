package ponte.teams.live;

import java.util.Optional;
import ponte.conversation.PersonId;
import ponte.teams.connector.ServiceUrls;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;

/** Keeps where conversations are reached, as each activity tells anew. */
final class Hearsay {

  private final References references;
  private final ServiceUrls services;

  Hearsay(References references, ServiceUrls services) {
    this.references = references;
    this.services = services;
  }

  /** Where an activity is answered; empty where that is no service of Teams. */
  Optional<Reference> reference(Incoming incoming) {
    return incoming.reference().filter(reference -> services.allows(reference.service().url()));
  }

  /** Keeps what an activity says of its conversation. */
  void keep(Incoming incoming, Reference reference) {
    switch (incoming.kind().orElse(null)) {
      case PERSONAL ->
          person(incoming, (person, id) -> references.heardPersonal(person, id, reference));
      case GROUP -> {
        references.heardGroup(incoming.channel(), reference);
        person(incoming, references::heardOf);
      }
      case CHANNEL -> {
        incoming
            .team()
            .ifPresent(team -> references.heardChannel(incoming.channel(), reference, team));
        person(incoming, references::heardOf);
      }
      // A search in the compose box of a chat that Ponte is not in tells no kind.
      case null -> person(incoming, references::heardOf);
    }
  }

  private static void person(Incoming incoming, Heard heard) {
    incoming.person().ifPresent(person -> incoming.teamsId().ifPresent(id -> heard.of(person, id)));
  }

  /** Somebody was heard of under an id of Teams. */
  private interface Heard {
    void of(PersonId person, String teamsId);
  }
}
