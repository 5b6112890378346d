package ponte.teams.card;

import java.util.Optional;
import java.util.Set;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/** Who will see a message: whom a mention in it would call, and whose addresses it may carry. */
public sealed interface Eyes {

  /** Where it will be read: who is no account there is named, not mentioned. */
  WorkspaceId tenant();

  /** One person: colleagues are named, with a way to their chat, and nobody is called. */
  record One(PersonId reader) implements Eyes {
    @Override
    public WorkspaceId tenant() {
      return reader.workspace();
    }
  }

  /**
   * Several people: who is spoken to is mentioned and called; who is only quoted or listed is
   * named.
   */
  record Many(WorkspaceId tenant) implements Eyes {}

  /** Where a chat with somebody opens; several readers are given no address of anybody. */
  default Optional<String> chat(PersonId person, Pointers pointers) {
    return switch (this) {
      case One(var reader) -> pointers.chat(reader, Set.of(person));
      case Many _ -> Optional.empty();
    };
  }
}
