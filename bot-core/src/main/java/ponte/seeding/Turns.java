package ponte.seeding;

import java.util.Comparator;
import java.util.List;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;

/** Whose turn it is to be invited: not the same few are to be asked every time. */
final class Turns {

  private final List<Draft> before;
  private final Accounts accounts;

  /**
   * @param before what people were proposed for of late
   */
  Turns(List<Draft> before, Accounts accounts) {
    this.before = List.copyOf(before);
    this.accounts = accounts;
  }

  /**
   * Those who were proposed least, in their order where it is the same.
   *
   * @param likeliest who are near equals, the likeliest to answer first
   */
  List<PersonId> next(List<PersonId> likeliest, int limit) {
    return likeliest.stream().sorted(Comparator.comparingLong(this::times)).limit(limit).toList();
  }

  private long times(PersonId person) {
    return before.stream()
        .filter(draft -> draft.invited().stream().anyMatch(each -> accounts.areOne(each, person)))
        .count();
  }
}
