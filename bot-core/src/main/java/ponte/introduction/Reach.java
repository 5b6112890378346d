package ponte.introduction;

import java.util.ArrayList;
import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** How an asker and a colleague can be written to. */
sealed interface Reach {

  /** Together: each by an account in one workspace, first of all in the asker's own. */
  record Together(Person self, Person colleague) implements Reach {}

  /** Each where they are, since they share no workspace. */
  record Apart(Person self, Person colleague) implements Reach {}

  /** Not at all: neither has an address for the other, or one of them is a guest. */
  record Nowhere() implements Reach {}

  static Reach of(Person self, Person colleague, Directory directory) {
    var accounts = directory.accounts();
    var own = new ArrayList<PersonId>(List.of(self.id()));
    own.addAll(accounts.of(self.id()));
    return own.stream()
        .flatMap(
            account ->
                accounts.of(colleague.id()).stream()
                    .filter(other -> other.workspace().equals(account.workspace()))
                    .map(
                        other ->
                            (Reach)
                                new Together(
                                    directory.person(account).orElse(self),
                                    directory.person(other).orElse(colleague))))
        .findFirst()
        .orElseGet(
            () ->
                mayMeetApart(self, colleague, directory)
                    ? new Apart(self, colleague)
                    : new Nowhere());
  }

  /** What reaches two who share no workspace are addresses, which are for colleagues only. */
  static boolean mayMeetApart(Person self, Person colleague, Directory directory) {
    return directory.isOfUs(self.id())
        && directory.isOfUs(colleague.id())
        && (self.email() != null || colleague.email() != null);
  }
}
