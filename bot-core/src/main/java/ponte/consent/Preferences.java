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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.consent.Preference.Standing;
import ponte.conversation.MessageId;
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

  /** A person's preference, by their id. */
  private static final String ALL = "all ";

  /** Says that a person is out; there is no such document for others. */
  private static final String OUT = "out ";

  /** Says that a person wants to take part; there is no such document for others. */
  private static final String IN = "in ";

  /** Which conversations do not count for a person; there is no such document for others. */
  private static final String STRUCK = "struck ";

  /**
   * With which account somebody opted in after an account of theirs had ended that is out; there is
   * no such document for others.
   */
  private static final String OVERRULED = "overruled ";

  /** By which request somebody was told that nobody takes part unasked. */
  private static final String TOLD = "told ";

  /** When a person is not to be disturbed; there is no such document where nobody told. */
  private static final String UNDISTURBED = "undisturbed ";

  /** The most conversations that are struck; the oldest go. */
  private static final int MOST_STRUCK = 500;

  /** Says that a person named topics they know about; there is no such document for others. */
  private static final String KNOWS = "knows ";

  private final Records records;
  private final Directory directory;
  private final Participation participation;
  private final Undisturbed undisturbed;

  /** Where everybody takes part who does not opt out. */
  public Preferences(Records records, Directory directory) {
    this(records, directory, Participation.USUAL);
  }

  public Preferences(Records records, Directory directory, Participation participation) {
    this.records = records;
    this.directory = directory;
    this.participation = participation;
    this.undisturbed = new Undisturbed(records);
  }

  /** How a person is to be treated: as they said, and else as is usual here. */
  public Preference of(PersonId person) {
    var said = said(person);
    if (said.isOut()) {
      return said;
    }
    if (isOutElsewhere(person) || participation.neverNames(person, directory)) {
      return said.with(Standing.OUT);
    }
    if (!participation.optIn()) {
      return said;
    }
    return wantsToTakePart(person) ? said.askingForAll() : said.with(Standing.OUT);
  }

  /**
   * What somebody said with this account, or with another where they said nothing with this one;
   * whatever they refused with any of them is refused.
   */
  private Preference said(PersonId person) {
    var others =
        directory.accounts(person).stream()
            .filter(account -> !account.equals(person))
            .flatMap(account -> own(account).stream())
            .toList();
    var first = own(person).or(() -> others.stream().findFirst()).orElse(Preference.DEFAULT);
    return others.stream().reduce(first, Preference::refusing);
  }

  /** Whether an administrator has decided that a person is never named, whatever they say. */
  public boolean isNeverNamed(PersonId person) {
    return participation.neverNames(person, directory);
  }

  /** Whether only those take part who say so, and this one has not said what they want. */
  public boolean isUndecided(PersonId person) {
    return participation.optIn() && said(person).isUndecided() && !wantsToTakePart(person);
  }

  /**
   * Whether somebody is to be told, with the answer to this request and with no other, that they
   * take part in nothing before they say that they want to.
   */
  public boolean isFirstContact(PersonId person, String request) {
    if (!isUndecided(person) && !isOutByAnother(person) || isNeverNamed(person)) {
      return false;
    }
    var key = key(TOLD, person);
    return records.write(Write.create(key, request))
        || records.find(key).filter(told -> told.content().equals(request)).isPresent();
  }

  /** Whether only those take part who say so, and an account that ended is out with this one. */
  private boolean isOutByAnother(PersonId person) {
    return participation.optIn()
        && said(person).standing() == Standing.OUT
        && ended(person, directory.accounts(person)).anyMatch(account -> isMarked(OUT, account));
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

  /**
   * Changes a person's preference and gives it as it is then. What they refuse altogether they
   * refuse with the accounts that ended, too; nothing is allowed with those: who opts in only has
   * the word of an account that comes back overruled. Who has themselves forgotten leaves with
   * those that they are out, where they are, and nothing else.
   */
  public Preference change(PersonId person, UnaryOperator<Preference> change) {
    var accounts = directory.accounts(person);
    var before = said(person);
    for (var account : accounts) {
      if (!account.equals(person)) {
        changeOne(account, change);
      }
    }
    var after = changeOne(person, change);
    if (wantsToTakePart(after) && !wantsToTakePart(before)) {
      ended(person, accounts).filter(this::saysOut).forEach(account -> overrule(account, person));
    } else if (after.isOut()) {
      directory.accountsEver(person).forEach(account -> remove(key(OVERRULED, account)));
    }
    if (after.standing() == Standing.FORGOTTEN) {
      directory.accountsEver(person).forEach(account -> remove(key(UNDISTURBED, account)));
    }
    ended(person, accounts)
        .forEach(
            account ->
                changeOne(
                    account,
                    said ->
                        after.standing() == Standing.FORGOTTEN
                            ? said.forgotten()
                            : refusing(said, after.refusals())));
    return after;
  }

  /**
   * Keeps when somebody is not to be disturbed, as the platform of this account told it. It holds
   * beside what is told of their other accounts. Of who is forgotten it is not kept.
   */
  public void tell(PersonId account, DoNotDisturb time) {
    if (!isForgotten(account)) {
      undisturbed.tell(key(UNDISTURBED, account), time);
    }
  }

  /** When somebody is not to be disturbed, as told of each of their accounts; past times, too. */
  public List<DoNotDisturb> undisturbed(PersonId person) {
    return directory.accounts(person).stream().flatMap(account -> told(account).stream()).toList();
  }

  /** What the platform of this account last told of when somebody is not to be disturbed. */
  public Optional<DoNotDisturb> told(PersonId account) {
    return undisturbed.find(key(UNDISTURBED, account), key(ALL, account));
  }

  /**
   * Keeps with each account of somebody what they chose with any of them: it holds with those that
   * are left when one ends. What was refused altogether with those that ended is refused with one
   * in use as long as they choose nothing else with it.
   */
  public void settle(PersonId person) {
    var accounts = directory.accounts(person);
    if (directory.person(person).filter(Person::isActive).isPresent()) {
      var refused = ended(person, accounts).flatMap(account -> own(account).stream()).toList();
      changeOne(person, said -> refused.stream().reduce(said, Preference::takingOver));
    }
    if (accounts.size() > 1) {
      accounts.forEach(account -> changeOne(account, said -> standing(said, accounts)));
      var struck = struck(person);
      accounts.forEach(account -> struck.forEach(each -> strike(account, each)));
    }
  }

  private Stream<PersonId> ended(PersonId person, Set<PersonId> accounts) {
    return directory.accountsEver(person).stream().filter(account -> !accounts.contains(account));
  }

  private static Preference refusing(Preference said, Preference refused) {
    var all = said.refusing(refused);
    return refused.isOut() && !all.isOut() ? all.with(Standing.OUT) : all;
  }

  private boolean saysOut(PersonId account) {
    return own(account).filter(own -> own.standing() == Standing.OUT).isPresent();
  }

  private void overrule(PersonId account, PersonId by) {
    while (!records.write(write(key(OVERRULED, account), by.toString()))) {
      // Somebody else was faster: it is read anew.
    }
  }

  /** Whether they opted in with one of these accounts later, and did not opt out since. */
  private boolean isOverruled(PersonId account, Set<PersonId> accounts) {
    return saysOut(account)
        && records
            .find(key(OVERRULED, account))
            .map(document -> PersonId.parse(document.content()))
            .filter(by -> accounts.contains(by) && isMarked(IN, by))
            .isPresent();
  }

  private Preference standing(Preference said, Set<PersonId> accounts) {
    if (accounts.stream()
        .anyMatch(account -> isMarked(OUT, account) && !isOverruled(account, accounts))) {
      return said.isOut() ? said : said.with(Standing.OUT);
    }
    return (said.isUndecided() || said.standing() == Standing.OUT)
            && accounts.stream().anyMatch(account -> isMarked(IN, account))
        ? said.with(Standing.OPTED_IN)
        : said;
  }

  private Preference changeOne(PersonId person, UnaryOperator<Preference> change) {
    while (true) {
      var old = records.find(key(ALL, person));
      var before = said(person);
      var after = change.apply(before);
      if (old.map(Preferences::read)
          .map(after::equals)
          .orElseGet(() -> after.equals(before) && after.equals(Preference.DEFAULT))) {
        return after;
      }
      var writes = new ArrayList<Write>();
      writes.add(write(key(ALL, person), Codec.write(after)));
      writes.add(write(key(OUT, person), after.isOut() ? "yes" : ""));
      if (wantsToTakePart(after) || records.find(key(IN, person)).isPresent()) {
        writes.add(write(key(IN, person), wantsToTakePart(after) ? "yes" : ""));
      }
      writes.add(write(key(KNOWS, person), Codec.write(new Known(after.known()))));
      if (isStill(old.map(Document::version).orElse(0L), writes.getFirst())
          && records.writeAll(writes)) {
        return after;
      }
    }
  }

  /** What is kept of the topics that somebody knows about. */
  private record Known(List<String> topics) {}

  private static boolean wantsToTakePart(Preference preference) {
    return preference.standing() == Standing.OPTED_IN;
  }

  private boolean wantsToTakePart(PersonId person) {
    return directory.accounts(person).stream().anyMatch(account -> isMarked(IN, account));
  }

  /** Those of a workspace who do not take part, by an account of theirs there or elsewhere. */
  public Absent out(WorkspaceId workspace) {
    var out = marked(workspace, OUT);
    directory.workspaces().stream()
        .filter(other -> !other.equals(workspace))
        .flatMap(other -> marked(other, OUT).stream())
        .flatMap(person -> directory.accounts(person).stream())
        .filter(account -> account.workspace().equals(workspace))
        .forEach(out::add);
    out.addAll(participation.neverNamed(workspace, directory));
    return new Absent(out, participation.optIn() ? in(workspace) : null);
  }

  /** All accounts of those who said that they want to take part. */
  private Set<PersonId> in(WorkspaceId workspace) {
    var in = marked(workspace, IN);
    directory.workspaces().stream()
        .flatMap(each -> marked(each, IN).stream())
        .flatMap(person -> directory.accounts(person).stream())
        .forEach(in::add);
    return in;
  }

  private Set<PersonId> marked(WorkspaceId workspace, String kind) {
    var marked = new TreeSet<PersonId>();
    each(
        workspace,
        kind,
        document -> {
          if (!document.content().isEmpty()) {
            marked.add(person(workspace, kind, document));
          }
        });
    return marked;
  }

  public boolean isOut(PersonId person) {
    return isMarked(OUT, person)
        || isOutElsewhere(person)
        || participation.neverNames(person, directory)
        || participation.optIn() && !wantsToTakePart(person);
  }

  /** Out on one account is out on all. */
  private boolean isOutElsewhere(PersonId person) {
    return directory.accounts(person).stream()
        .anyMatch(account -> !account.equals(person) && isMarked(OUT, account));
  }

  private boolean isMarked(String kind, PersonId account) {
    return records.find(key(kind, account)).filter(each -> !each.content().isEmpty()).isPresent();
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
    known.keySet().removeIf(out(workspace)::contains);
    return known;
  }

  /** Which conversations say nothing of people of a workspace, as they said; only those who did. */
  public Map<PersonId, Set<MessageId>> struck(WorkspaceId workspace) {
    var struck = new TreeMap<PersonId, Set<MessageId>>();
    each(
        workspace,
        STRUCK,
        document ->
            struck.put(
                person(workspace, STRUCK, document),
                Set.copyOf(Codec.read(document.content(), Struck.class).conversations())));
    return struck;
  }

  /** The conversations that say nothing of a person, as they said, the one they named last last. */
  public List<MessageId> struck(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(account -> records.find(key(STRUCK, account)).stream())
        .flatMap(document -> Codec.read(document.content(), Struck.class).conversations().stream())
        .distinct()
        .toList();
  }

  /** A conversation is to say nothing of a person any more. */
  public void strike(PersonId person, MessageId conversation) {
    var key = key(STRUCK, person);
    while (true) {
      var old = records.find(key);
      var all = new ArrayList<MessageId>();
      old.ifPresent(
          document -> all.addAll(Codec.read(document.content(), Struck.class).conversations()));
      if (all.contains(conversation)) {
        return;
      }
      all.add(conversation);
      var kept = new Struck(all.subList(Math.max(0, all.size() - MOST_STRUCK), all.size()));
      if (records.write(
          new Write(key, Codec.write(kept), old.map(Document::version).orElse(0L), null, null))) {
        return;
      }
    }
  }

  /** All conversations say of a person again what they say. */
  public void strikeNone(PersonId person) {
    directory.accounts(person).forEach(account -> remove(key(STRUCK, account)));
  }

  /** What is kept of the conversations that say nothing of somebody. */
  private record Struck(List<MessageId> conversations) {}

  /** Forgets what a person said but how they are to be treated from now on. */
  public void forget(PersonId person) {
    remove(key(STRUCK, person));
    remove(key(TOLD, person));
    remove(key(OVERRULED, person));
    remove(key(UNDISTURBED, person));
  }

  private void remove(Key key) {
    records
        .find(key)
        .ifPresent(
            document -> {
              if (!records.remove(key, document.version())) {
                remove(key);
              }
            });
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
    records.each(partition(workspace), kind, consumer);
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
