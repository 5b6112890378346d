package ponte.pairing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What people want of being introduced to colleagues, each once, whatever accounts they have. */
public final class Participations {

  private static final int PAGE = 500;

  private final Records records;
  private final Directory directory;
  private final Clock clock;

  public Participations(Records records, Directory directory, Clock clock) {
    this.records = records;
    this.directory = directory;
    this.clock = clock;
  }

  /**
   * What somebody said with any of their accounts; empty where they never said anything. Whom they
   * do not want to meet holds with whichever account they said it.
   */
  public Optional<Participation> of(PersonId person) {
    return document(person)
        .map(Participations::read)
        .map(
            own ->
                directory.accounts(person).stream()
                    .flatMap(account -> records.find(key(account)).stream())
                    .map(Participations::read)
                    .reduce(own, (all, each) -> all.without(each.notWith())));
  }

  /** All accounts by now of those whom somebody does not want to meet. */
  Set<PersonId> barred(Participation wish) {
    return wish.notWith().stream()
        .flatMap(colleague -> directory.accounts(colleague).stream())
        .collect(Collectors.toSet());
  }

  private Optional<Document> document(PersonId person) {
    return records
        .find(key(person))
        .or(
            () ->
                directory.accounts(person).stream()
                    .flatMap(account -> records.find(key(account)).stream())
                    .findFirst());
  }

  /** Changes what somebody wants and gives it as it is then. */
  Participation change(PersonId person, UnaryOperator<Participation> change) {
    while (true) {
      var old = document(person);
      var before = of(person).orElseGet(() -> Participation.none(person, clock.instant()));
      var after = change.apply(before);
      if (after.equals(before)
          || records.write(
              old.map(document -> Write.replace(document, Codec.write(after)))
                  .orElseGet(() -> Write.create(key(person), Codec.write(after))))) {
        meetAgain(person, before, after);
        return after;
      }
    }
  }

  /** Whom somebody wants to meet again they want to meet with every account. */
  private void meetAgain(PersonId person, Participation before, Participation after) {
    var again = new HashSet<>(before.notWith());
    again.removeAll(after.notWith());
    if (!again.isEmpty()) {
      for (var account : directory.accounts(person)) {
        records.change(key(account), Participation.class, each -> each.with(again));
      }
    }
  }

  /** Of everybody who ever said anything, in order of their first account. */
  List<Participation> all() {
    var accounts = directory.accounts();
    var all = new TreeMap<PersonId, Participation>();
    for (var workspace : directory.workspaces()) {
      for (var each : in(workspace)) {
        all.computeIfAbsent(
            accounts.metFrom(null, each.person()), _ -> of(each.person()).orElse(each));
      }
    }
    return List.copyOf(all.values());
  }

  private List<Participation> in(WorkspaceId workspace) {
    var all = new ArrayList<Participation>();
    var after = "";
    while (true) {
      var page = records.list(partition(workspace), after, PAGE);
      page.stream().map(Participations::read).forEach(all::add);
      if (page.size() < PAGE) {
        return all;
      }
      after = page.getLast().key().id();
    }
  }

  /** Forgets what somebody wanted; whom others do not want to meet is theirs to say. */
  void forget(PersonId person) {
    records.remove(key(person));
  }

  void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private static Participation read(Document document) {
    return Codec.read(document.content(), Participation.class);
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("introductions", workspace.value());
  }

  private static Key key(PersonId person) {
    return partition(person.workspace()).key(person.value());
  }
}
