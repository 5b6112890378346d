package ponte.pairing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;

/**
 * Where people are written to: in one talk of all where they have accounts in one workspace, else
 * each where they are.
 *
 * @param accounts one of each, in their order; of one workspace where they are written to together
 */
record Together(List<PersonId> accounts, boolean inOneTalk) {

  static Together in(List<PersonId> people, Directory directory) {
    return directory.accounts(people.getFirst()).stream()
        .map(PersonId::workspace)
        .flatMap(workspace -> in(workspace, people, directory).stream())
        .findFirst()
        .map(accounts -> new Together(accounts, true))
        .orElseGet(() -> new Together(List.copyOf(people), false));
  }

  private static Optional<List<PersonId>> in(
      WorkspaceId workspace, List<PersonId> people, Directory directory) {
    var there = new ArrayList<PersonId>();
    for (var person : people) {
      directory.accounts(person).stream()
          .filter(account -> account.workspace().equals(workspace))
          .findFirst()
          .ifPresent(there::add);
    }
    return there.size() == people.size() ? Optional.of(List.copyOf(there)) : Optional.empty();
  }

  /** One for each talk there is. */
  List<PersonId> addressees() {
    return inOneTalk ? accounts.subList(0, 1) : accounts;
  }
}
