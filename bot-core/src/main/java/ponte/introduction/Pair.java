package ponte.introduction;

import java.util.List;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** An account of an asker and one of a colleague: what is done for one pair is done for all. */
record Pair(PersonId self, PersonId other) {

  /** Every pair of accounts of two people. */
  static List<Pair> of(PersonId self, PersonId other, Directory directory) {
    var others = directory.accounts(other);
    return directory.accounts(self).stream()
        .flatMap(own -> others.stream().map(each -> new Pair(own, each)))
        .toList();
  }
}
