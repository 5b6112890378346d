package ponte.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preference.Standing;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * How people want to be treated. Who has several accounts is treated alike on all of them: what
 * they choose on one holds on each, and on one that comes later until they choose again.
 */
public final class Preferences {

  private static final int PAGE = 500;

  /** A person's preference, by their id. */
  private static final String ALL = "all ";

  /** Says that a person is out; there is no such document for others. */
  private static final String OUT = "out ";

  /** Says that a person named topics they know about; there is no such document for others. */
  private static final String KNOWS = "knows ";

  private final Records records;
  private final Directory directory;

  public Preferences(Records records, Directory directory) {
    this.records = records;
    this.directory = directory;
  }

  public Preference of(PersonId person) {
    return own(person)
        .or(
            () ->
                directory.accounts(person).stream()
                    .flatMap(account -> own(account).stream())
                    .findFirst())
        .orElse(Preference.DEFAULT);
  }

  /**
   * In which language somebody reads what comes to them by itself: the one they chose, else what
   * their platform says, else English.
   *
   * @param person null: nobody is known
   */
  public Language languageOf(@Nullable Person person) {
    return person == null ? Language.ENGLISH : languageOf(person, Language.ENGLISH);
  }

  /**
   * In which language somebody reads what comes to them by itself.
   *
   * @param otherwise the answer where neither they nor their platform say
   */
  public Language languageOf(Person person, Language otherwise) {
    var chosen = of(person.id()).language();
    var told = person.language();
    return chosen != null ? chosen : told != null ? told : otherwise;
  }

  private Optional<Preference> own(PersonId account) {
    return records.find(key(ALL, account)).map(Preferences::read);
  }

  private static Preference read(Document document) {
    return Codec.read(document.content(), Preference.class);
  }

  /** Changes a person's preference and gives it as it is then. */
  public Preference change(PersonId person, UnaryOperator<Preference> change) {
    for (var account : directory.accounts(person)) {
      if (!account.equals(person)) {
        changeOne(account, change);
      }
    }
    return changeOne(person, change);
  }

  private Preference changeOne(PersonId person, UnaryOperator<Preference> change) {
    while (true) {
      var old = records.find(key(ALL, person));
      var before = old.map(Preferences::read).orElseGet(() -> of(person));
      var after = change.apply(before);
      if (after.equals(before) && (old.isPresent() || after.equals(Preference.DEFAULT))) {
        return after;
      }
      var writes = new ArrayList<Write>();
      writes.add(write(key(ALL, person), Codec.write(after)));
      writes.add(write(key(OUT, person), after.isOut() ? "yes" : ""));
      writes.add(write(key(KNOWS, person), Codec.write(new Known(after.known()))));
      if (isStill(old.map(Document::version).orElse(0L), writes.getFirst())
          && records.writeAll(writes)) {
        return after;
      }
    }
  }

  /** What is kept of the topics that somebody knows about. */
  private record Known(List<String> topics) {}

  /** Those of a workspace who are out, by an account of theirs there or elsewhere. */
  public Set<PersonId> out(WorkspaceId workspace) {
    var out = new TreeSet<>(saidSo(workspace));
    directory.workspaces().stream()
        .filter(other -> !other.equals(workspace))
        .flatMap(other -> saidSo(other).stream())
        .flatMap(person -> directory.accounts(person).stream())
        .filter(account -> account.workspace().equals(workspace))
        .forEach(out::add);
    return out;
  }

  private Set<PersonId> saidSo(WorkspaceId workspace) {
    var out = new TreeSet<PersonId>();
    each(
        workspace,
        OUT,
        document -> {
          if (!document.content().isEmpty()) {
            out.add(person(workspace, OUT, document));
          }
        });
    return out;
  }

  public boolean isOut(PersonId person) {
    return directory.accounts(person).stream().anyMatch(this::saidSo);
  }

  private boolean saidSo(PersonId account) {
    return records.find(key(OUT, account)).filter(each -> !each.content().isEmpty()).isPresent();
  }

  /** Whether nothing may be kept of this account; who is forgotten is so on all they had. */
  public boolean isForgotten(PersonId account) {
    return own(account).filter(own -> own.standing() == Standing.FORGOTTEN).isPresent();
  }

  /** The topics that people of a workspace said they know about; only those who did, and are in. */
  public Map<PersonId, List<String>> known(WorkspaceId workspace) {
    var known = new TreeMap<PersonId, List<String>>();
    each(
        workspace,
        KNOWS,
        document -> {
          var topics = Codec.read(document.content(), Known.class).topics();
          if (!topics.isEmpty()) {
            known.put(person(workspace, KNOWS, document), topics);
          }
        });
    known.keySet().removeAll(out(workspace));
    return known;
  }

  /** Forgets those of a workspace. */
  public void forget(WorkspaceId workspace) {
    records.drop(partition(workspace));
  }

  private Write write(Key key, String content) {
    return new Write(key, content, records.find(key).map(Document::version).orElse(0L), null, null);
  }

  private static boolean isStill(long version, Write write) {
    return write.expected() == version;
  }

  private void each(WorkspaceId workspace, String kind, Consumer<Document> consumer) {
    var after = kind;
    while (true) {
      var page = records.list(partition(workspace), after, PAGE);
      for (var document : page) {
        if (!document.key().id().startsWith(kind)) {
          return;
        }
        consumer.accept(document);
      }
      if (page.size() < PAGE) {
        return;
      }
      after = page.getLast().key().id();
    }
  }

  private static PersonId person(WorkspaceId workspace, String kind, Document document) {
    return new PersonId(workspace, document.key().id().substring(kind.length()));
  }

  private static Key key(String kind, PersonId person) {
    return partition(person.workspace()).key(kind + person.value());
  }

  private static Partition partition(WorkspaceId workspace) {
    return new Partition("preferences", workspace.value());
  }
}
