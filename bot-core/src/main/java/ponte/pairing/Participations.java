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
import java.util.stream.Stream;
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
   * do not want to meet, and that they pause, holds with whichever account they said it.
   */
  public Optional<Participation> of(PersonId person) {
    var others =
        directory.accounts(person).stream()
            .filter(account -> !account.equals(person))
            .flatMap(account -> own(account).stream())
            .toList();
    return own(person)
        .or(() -> others.stream().findFirst())
        .map(own -> others.stream().reduce(own, Participation::refusing).with(person));
  }

  /** All that is kept of what somebody said, with the account at hand first; each thing once. */
  List<Participation> each(PersonId person) {
    return Stream.concat(
            of(person).stream(),
            directory.accounts(person).stream()
                .filter(account -> !account.equals(person))
                .flatMap(account -> of(account).stream())
                .map(said -> said.with(person)))
        .distinct()
        .toList();
  }

  private Optional<Participation> own(PersonId account) {
    return records.find(key(account)).map(Participations::read);
  }

  /**
   * All accounts by now of those whom somebody does not want to meet, or did not with an account
   * that ended: of theirs, too, those count that are there no more.
   */
  Set<PersonId> barred(Participation wish) {
    return Stream.concat(
            wish.notWith().stream(),
            directory.accountsEver(wish.person()).stream()
                .flatMap(account -> own(account).stream())
                .flatMap(each -> each.notWith().stream()))
        .flatMap(colleague -> directory.accountsEver(colleague).stream())
        .collect(Collectors.toSet());
  }

  /** Changes what somebody wants, with each of their accounts, and gives it as it is then. */
  Participation change(PersonId person, UnaryOperator<Participation> change) {
    var accounts = directory.accounts(person);
    for (var account : accounts) {
      if (!account.equals(person)) {
        changeOne(account, change);
      }
    }
    var after = changeOne(person, change);
    directory.accountsEver(person).stream()
        .filter(account -> !accounts.contains(account))
        .forEach(account -> meetAgain(account, change));
    return after;
  }

  private Participation changeOne(PersonId account, UnaryOperator<Participation> change) {
    while (true) {
      var old = records.find(key(account));
      var before = of(account).orElseGet(() -> Participation.none(account, clock.instant()));
      var after = change.apply(before);
      if (old.map(Participations::read).map(after::equals).orElseGet(() -> after.equals(before))
          || records.write(
              old.map(document -> Write.replace(document, Codec.write(after)))
                  .orElseGet(() -> Write.create(key(account), Codec.write(after))))) {
        return after;
      }
    }
  }

  /** Whom somebody wants to meet again they did not want to meet with an account that ended. */
  private void meetAgain(PersonId ended, UnaryOperator<Participation> change) {
    records.change(
        key(ended),
        Participation.class,
        each -> {
          var again = new HashSet<>(each.notWith());
          again.removeAll(change.apply(each).notWith());
          return again.isEmpty() ? each : each.with(again);
        });
  }

  /**
   * Keeps with each account of somebody what they said with any of them: it holds with those that
   * are left when one ends.
   */
  void settle(PersonId person) {
    var accounts = directory.accounts(person);
    if (accounts.size() > 1 && of(person).isPresent()) {
      accounts.forEach(this::keep);
    }
  }

  private void keep(PersonId account) {
    if (records.find(key(account)).isEmpty()) {
      of(account).ifPresent(said -> records.write(Write.create(key(account), Codec.write(said))));
    } else {
      changeOne(account, said -> said);
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
    records.each(partition(workspace), document -> all.add(read(document)));
    return all;
  }

  /** Forgets what somebody wanted; whom others do not want to meet is theirs to say. */
  void forget(PersonId person) {
    records.remove(key(person));
  }

  /** Forgets what somebody wanted with accounts of their address that ended. */
  void forgetEnded(PersonId person) {
    var accounts = directory.accounts(person);
    directory.accountsEver(person).stream()
        .filter(account -> !accounts.contains(account))
        .forEach(this::forget);
  }

  /**
   * Notes of those whom somebody does not want to meet, and who have an account in a workspace, all
   * accounts by now: nobody can say which are theirs once the workspace is forgotten.
   */
  void keepApart(WorkspaceId workspace) {
    for (var each : directory.workspaces()) {
      for (var participation : in(each)) {
        records.change(
            key(participation.person()),
            Participation.class,
            said -> said.without(allOf(said.notWith(), workspace)));
      }
    }
  }

  private Set<PersonId> allOf(Set<PersonId> colleagues, WorkspaceId workspace) {
    return colleagues.stream()
        .map(directory::accountsEver)
        .filter(accounts -> accounts.stream().anyMatch(each -> each.workspace().equals(workspace)))
        .flatMap(Set::stream)
        .collect(Collectors.toSet());
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
