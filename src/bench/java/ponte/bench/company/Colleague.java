package ponte.bench.company;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Somebody of the company.
 *
 * @param field what their team works on
 * @param accounts one or two, each of a workspace of its own
 * @param knows how much they know of a subject, above 0 and up to 1
 * @param presence how often they answer by themselves, beside others
 */
record Colleague(
    int number,
    Site site,
    int field,
    List<PersonId> accounts,
    Map<Integer, Double> knows,
    double presence) {

  /** Who knows more than this knows much. */
  static final double MUCH = 0.75;

  Colleague {
    accounts = List.copyOf(accounts);
    knows = Map.copyOf(knows);
  }

  String name() {
    return "Colleague " + number;
  }

  Optional<PersonId> account(WorkspaceId workspace) {
    return accounts.stream().filter(each -> each.workspace().equals(workspace)).findFirst();
  }

  double level(int subject) {
    return knows.getOrDefault(subject, 0.0);
  }
}
