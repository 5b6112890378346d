package ponte.follow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** What people follow, by the account with which they said so. */
public final class Follows {

  /** Told anew with every change, so that whoever keeps them in mind learns of it. */
  private static final Key REVISION = new Partition("follows-revision", "all").key("revision");

  private final Records records;
  private final Directory directory;

  public Follows(Records records, Directory directory) {
    this.records = records;
    this.directory = directory;
  }

  /** What a person follows. */
  private record Kept(List<Follow> follows) {
    private Kept {
      follows = List.copyOf(follows);
    }
  }

  /** What a colleague follows with any of their accounts, in the order in which they began. */
  public List<Follow> of(PersonId person) {
    var all = new ArrayList<>(own(person));
    directory.accounts(person).stream()
        .filter(account -> !account.equals(person))
        .forEach(account -> all.addAll(own(account)));
    return all;
  }

  private List<Follow> own(PersonId account) {
    return records.find(key(account)).map(Follows::read).orElse(List.of());
  }

  /** Follows a topic, in place of what was followed with other words of the same letters. */
  void add(PersonId person, Follow follow) {
    change(
        person,
        old -> {
          var more =
              new ArrayList<>(old.stream().filter(one -> !one.isOf(follow.topic())).toList());
          more.add(follow);
          return more;
        });
  }

  /** Follows a topic no more, on all accounts. False: it was not followed. */
  boolean remove(PersonId person, String topic) {
    var was = of(person).stream().anyMatch(each -> each.isOf(topic));
    for (var account : directory.accounts(person)) {
      change(account, old -> old.stream().filter(each -> !each.isOf(topic)).toList());
    }
    return was;
  }

  private void change(PersonId account, UnaryOperator<List<Follow>> change) {
    while (true) {
      var old = records.find(key(account));
      var before = old.map(Follows::read).orElse(List.of());
      var after = change.apply(before);
      if (after.equals(before)) {
        break;
      }
      if (records.write(
          new Write(
              key(account),
              Codec.write(new Kept(after)),
              old.map(Document::version).orElse(0L),
              null,
              null))) {
        break;
      }
    }
    tell();
  }

  /** Whoever dies before it is told begins again, so it is told even where nothing changed. */
  private void tell() {
    var told = false;
    while (!told) {
      var version = revision();
      told = records.write(new Write(REVISION, "follows", version, null, null));
    }
  }

  /** Another one after each change; 0 where nobody ever followed anything. */
  long revision() {
    return records.find(REVISION).map(Document::version).orElse(0L);
  }

  /** Gives everybody of a workspace who follows something. */
  void each(WorkspaceId workspace, BiConsumer<PersonId, List<Follow>> taker) {
    records.each(
        partition(workspace),
        document -> {
          var follows = read(document);
          if (!follows.isEmpty()) {
            taker.accept(new PersonId(workspace, document.key().id()), follows);
          }
        });
  }

  /** Forgets what a person follows. */
  public void forget(PersonId account) {
    var old = records.find(key(account));
    while (old.isPresent() && !records.remove(old.get().key(), old.get().version())) {
      old = records.find(key(account));
    }
    if (old.isPresent()) {
      tell();
    }
  }

  private static List<Follow> read(Document document) {
    return Codec.read(document.content(), Kept.class).follows();
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("follows", workspace.value());
  }

  private static Key key(PersonId person) {
    return partition(person.workspace()).key(person.value());
  }
}
