package ponte.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.ChannelNames;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Records;

/**
 * The people and channels of all workspaces, and who is in which channel.
 *
 * <p>Events may come late, twice or out of order; for each person, channel and membership the
 * latest one holds. Reads are answered from memory as long as nothing has changed, in this process
 * or another. Whoever asks for one person or one channel never waits for all of them to be read
 * again: a platform that waits to be acknowledged asks for no more.
 */
public final class Directory {

  /** Begins the kinds of all partitions in which it keeps something. */
  public static final String KINDS = "directory-";

  private final DirectoryRecords records;
  private final ChannelRules rules;
  private volatile @Nullable Snapshot latest;

  /** With all channels. */
  public Directory(Records records) {
    this(records, ChannelRules.ALL);
  }

  /**
   * @param rules in which channels Ponte hears: nobody may open any other through it
   */
  public Directory(Records records, ChannelRules rules) {
    this.records = new DirectoryRecords(records);
    this.rules = rules;
  }

  /** Takes in changes; they are durable when it returns. */
  public void apply(List<? extends Event.Roster> events) {
    if (!events.isEmpty()) {
      records.apply(events);
    }
  }

  /** Removes a workspace with its people and channels; gone for every reader when it returns. */
  public void forget(WorkspaceId workspace) {
    records.forget(workspace);
  }

  public Optional<Person> person(PersonId id) {
    var known = current();
    return known == null ? records.person(id) : Optional.ofNullable(known.people().get(id));
  }

  public Optional<Channel> channel(ChannelId id) {
    var known = current();
    return known == null ? records.channel(id) : Optional.ofNullable(known.channels().get(id));
  }

  /**
   * Whether Ponte hears in a channel. One that is not known yet is heard, unless its id is denied.
   */
  public boolean hears(ChannelId id) {
    return !rules.excludeAny() || rules.hears(id, channel(id).map(Channel::name).orElse(""));
  }

  /** Whether nobody can say yet if Ponte hears in a channel: by its name, which is not known. */
  public boolean awaitsName(ChannelId id) {
    return rules.excludeAny() && channel(id).isEmpty();
  }

  /** In which channels Ponte hears. */
  public ChannelRules rules() {
    return rules;
  }

  /** All channels, also those that nobody may open: for who looks after what is kept of them. */
  public List<Channel> channels() {
    return snapshot().channels().values().stream()
        .sorted(Comparator.comparing(Channel::id))
        .toList();
  }

  public Set<WorkspaceId> workspaces() {
    return snapshot().channels().keySet().stream()
        .map(ChannelId::workspace)
        .collect(Collectors.toSet());
  }

  /** Everybody, of any standing, by name. */
  public List<Person> people() {
    return snapshot().people().values().stream()
        .sorted(
            Comparator.comparing((Person person) -> person.name().toLowerCase(Locale.ROOT))
                .thenComparing(Person::id))
        .toList();
  }

  /** The channels that an audience may open, by name. */
  public List<Channel> channels(Audience audience) {
    return channels(snapshot(), audience).toList();
  }

  private static Stream<Channel> channels(Snapshot known, Audience audience) {
    return known.channels().values().stream()
        .filter(channel -> audience.maySee(channel.id()))
        .sorted(Comparator.comparing(Channel::name).thenComparing(Channel::id));
  }

  /**
   * The channel of this name that an audience may open; of several, the first one that is not
   * archived, in order of id. Where none has the name, the one channel whose name ends with it
   * after a hyphen. A channel that it may not open is not there.
   *
   * @param name with or without {@code #}, in any case
   */
  public Optional<Channel> channelNamed(String name, Audience audience) {
    var open = channels(audience);
    var meant = Set.copyOf(ChannelNames.meant(name, open.stream().map(Channel::name).toList()));
    var called = open.stream().filter(channel -> meant.contains(channel.name())).toList();
    return called.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).distinct().count() > 1
        ? Optional.empty()
        : called.stream().min(Comparator.comparing(Channel::archived).thenComparing(Channel::id));
  }

  /** The private channels of a workspace, whoever may open them. */
  public Set<ChannelId> privateChannels(WorkspaceId workspace) {
    return snapshot().channels().values().stream()
        .filter(channel -> !channel.isPublic())
        .map(Channel::id)
        .filter(channel -> channel.workspace().equals(workspace))
        .collect(Collectors.toSet());
  }

  /** Those who are in a channel; empty where nobody is known to be. */
  public Set<PersonId> members(ChannelId channel) {
    return snapshot().members().getOrDefault(channel, Set.of());
  }

  /**
   * Whether a colleague is in a channel, with whichever of their accounts. Where nobody is known to
   * be in it, everybody counts as being in it: then it is enough to be able to open it.
   */
  public boolean isIn(ChannelId channel, PersonId person) {
    return snapshot().isIn(channel, person);
  }

  /** The channels of an audience that a colleague {@link #isIn is in}, by name. */
  public List<Channel> channelsOf(PersonId person, Audience audience) {
    var known = snapshot();
    return channels(known, audience).filter(channel -> known.isIn(channel.id(), person)).toList();
  }

  /** Which accounts are one colleague's. */
  public Accounts accounts() {
    return snapshot().accounts();
  }

  /** All accounts of the colleague who has this one, itself among them, in order of id. */
  public Set<PersonId> accounts(PersonId person) {
    return accounts().of(person);
  }

  /** All accounts with the address of this one, see {@link Accounts#ever}. */
  public Set<PersonId> accountsEver(PersonId person) {
    return accounts().ever(person);
  }

  /** Whether somebody is of the organisation, with one account at least, and no guest of it. */
  public boolean isOfUs(@Nullable PersonId id) {
    return id != null
        && accounts(id).stream()
            .flatMap(account -> person(account).stream())
            .anyMatch(person -> person.standing() == Person.Standing.ACTIVE);
  }

  /** What everybody may see: the public channels. */
  public Audience everybody() {
    return snapshot().everybody();
  }

  /**
   * What a person may see at this moment with all their accounts: the public channels of their
   * workspaces and the private ones they are in. A guest sees only the channels they are in; who
   * left, a bot and a stranger see nothing.
   */
  public Audience audienceOf(PersonId person) {
    return snapshot().audienceOf(person);
  }

  /**
   * What everybody may see at this moment who may open a channel: the public channels of its
   * workspace and itself; where somebody in it sees less, as a guest does, only that. Somebody in
   * it who is not known sees nothing else.
   */
  public Audience audienceOf(ChannelId channel) {
    return snapshot().audienceOf(channel);
  }

  /** What is in memory; null: something has changed since. */
  private @Nullable Snapshot current() {
    var known = latest;
    return known != null && known.revision().equals(records.revision()) ? known : null;
  }

  private Snapshot snapshot() {
    var known = current();
    if (known == null) {
      known = records.load(rules);
      latest = known;
    }
    return known;
  }
}
