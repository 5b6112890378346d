package ponte.app;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ponte.app.Demo.Without;
import ponte.archive.Filed;
import ponte.bot.Answer;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.expert.Requests;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Reply;
import ponte.schedule.PostedDigests;

/**
 * Nobody sees through Ponte what they could not open themselves: each person of the demo workspace,
 * and nobody in particular, with every kind of command.
 *
 * <p>Who may open what is read from the export here, not asked of the directory. The strongest
 * proof is a twin: Ponte with the same workspace in which the channels that somebody may not open
 * never existed must give them the very same answers. Whatever asks but once is asked by everybody;
 * all the wishes are those of a sample, so many of each that may not open the same, that between
 * them they ask for every secret ({@code -Dponte.readers=1000} lets everybody wish).
 */
@TestInstance(Lifecycle.PER_CLASS)
@BesideOthers
class PrivateChannelsTest {

  private static final TimeSpan ALWAYS = new TimeSpan(Instant.EPOCH, Instant.MAX);
  private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");
  private static final int READERS_ALIKE = Integer.getInteger("ponte.readers", 2);
  private static final String NO_CHANNEL = "wxyzwxyzwxyz";

  private final Map<Set<ChannelId>, Replica> twins = new HashMap<>();
  private final Map<Reader, List<Answer>> answers = new HashMap<>();
  private List<Person> people = List.of();
  private List<Channel> channels = List.of();
  private Map<ChannelId, Set<PersonId>> members = Map.of();
  private List<Filed> said = List.of();

  /** Somebody who asks, with what they may open as the export tells it. */
  private record Reader(int turn, @Nullable Person person, Set<ChannelId> opens) {

    PersonId id() {
      return Objects.requireNonNull(person).id();
    }

    /** What of a message is this reader's own: its words, or what they put below it. */
    Stream<String> own(Message message) {
      var me = person == null ? null : person.id();
      return Stream.concat(
          Stream.of(message)
              .filter(each -> each.author().equals(me))
              .map(each -> each.text().spans().toString()),
          message.reactions().stream()
              .filter(each -> me != null && each.people().contains(me))
              .map(Message.Reaction::emoji));
    }

    Asker asker() {
      var language = turn % 2 == 0 ? Language.ENGLISH : Language.ITALIAN;
      return new Asker(
          person == null ? null : person.id(),
          new Audience(opens),
          language,
          person == null ? ZoneId.of("Europe/Rome") : person.zone());
    }

    /** The same for those who may open the same, but for nobody in particular. */
    List<Object> alike() {
      return List.of(opens, person == null);
    }

    @Override
    public String toString() {
      return person == null ? "nobody in particular" : person.name();
    }
  }

  @BeforeAll
  void load(@TempDir Path directory) {
    try (var export = Demo.export()) {
      people = export.people();
      channels = export.channels();
      members =
          channels.stream()
              .collect(
                  Collectors.toMap(
                      Channel::id, channel -> export.members(channel.id()).orElseThrow()));
      for (var reader : readers().toList()) {
        twins.computeIfAbsent(
            hiddenPrivateOnes(reader),
            hidden ->
                Demo.loaded(
                    new Without(export, hidden), directory.resolve("ponte" + twins.size())));
      }
    }
    var everything = new Audience(ids(channels));
    said =
        channels.stream()
            .flatMap(
                channel ->
                    whole().archive().read(channel.id(), ALWAYS, 10_000, everything).stream())
            .toList();
  }

  @AfterAll
  void close() {
    twins.values().forEach(Replica::close);
  }

  @Test
  void theDemoHasSomethingToHide() {
    assertThat(twins).hasSize(4);
    assertThat(said).hasSizeGreaterThan(1_400);
    assertThat(secretWords(whole().directory().everybody().channels()))
        .contains("melograno", "grifone", "honeytoken", "stipendi");
  }

  @Test
  void everySecretIsAskedForOfSomeTwin() {
    assertThat(someReadersOfEachTwin().flatMap(reader -> wishes(reader).stream()))
        .extracting(Wish::words)
        .containsAll(Wish.SECRETS);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void tellsWhoMaySeeWhatAsTheExportDoes(Reader reader) {
    var directory = whole().directory();

    var audience =
        reader.person() == null ? directory.everybody() : directory.audienceOf(reader.id());

    assertThat(audience.channels()).isEqualTo(reader.opens());
    assertThat(directory.channels(audience))
        .extracting(Channel::id)
        .containsExactlyInAnyOrderElementsOf(reader.opens());
  }

  @ParameterizedTest
  @MethodSource("someReaders")
  void saysNothingThatComesFromAChannelTheReaderMayNotOpen(Reader reader) {
    var wishes = wishes(reader);
    var granted = answers(reader);

    for (var i = 0; i < wishes.size(); i++) {
      var wish = wishes.get(i);
      assertShowsOnly(reader.opens(), granted.get(i).reply(), wish, said(reader, wish, wishes));
      for (var other : granted.get(i).others()) {
        assertShowsOnly(openTo(other), other.reply(), wish, wish.words());
      }
    }
  }

  /**
   * The words of the reader's own that may come back: in an export all that they said, put below
   * what others said, or chose, in channels that they have left as well.
   */
  private String said(Reader reader, Wish wish, List<Wish> all) {
    return wish instanceof Wish.Done(Command.ExportMyData _)
        ? Stream.concat(
                    all.stream().map(Wish::words),
                    said.stream().map(Filed::message).flatMap(reader::own))
                .collect(Collectors.joining(" "))
            + Arrays.toString(Command.Unfit.values())
        : wish.words();
  }

  @ParameterizedTest
  @MethodSource("someReadersOfEachTwin")
  void answersAsIfWhatIsHiddenDidNotExist(Reader reader) {
    var twin = twinOf(reader);
    var wishes = wishes(reader);
    var granted = answers(reader);

    try {
      for (var i = 0; i < wishes.size(); i++) {
        var answer = wishes.get(i).granted(twin.bot(), reader.asker(), reader + " " + i);
        assertThat(withoutNamesByChance(granted.get(i), whole(), reader))
            .as("%s", wishes.get(i))
            .isEqualTo(withoutNamesByChance(answer, twin, reader));
      }
    } finally {
      forgetWhatWasDone(twin);
    }
  }

  /** The audit gives each person a name of its own on each twin. */
  private static String withoutNamesByChance(Answer answer, Replica ponte, Reader reader) {
    var said = answer.toString();
    if (reader.person() != null) {
      for (var line : ponte.ponte().audit().of(reader.id())) {
        said = said.replace(line.who(), "NAME");
      }
    }
    return said;
  }

  /**
   * So that who asks next finds the same people to have been asked, and the same digests to have
   * been posted, on whichever twin.
   */
  private void forgetWhatWasDone(Replica ponte) {
    var requests = new Requests(ponte.records());
    people.forEach(person -> requests.forget(person.id()));
    var posted = new PostedDigests(ponte.records());
    people.stream().map(person -> person.id().workspace()).distinct().forEach(posted::forget);
  }

  @ParameterizedTest
  @MethodSource("readers")
  void takesAnObjectionWithoutTellingWhatIsHidden(Reader reader) {
    var turn = reader.turn();
    var wish =
        new Wish.Done(
            new Command.NotRight(
                people.get(turn * 5 % people.size()).id(),
                Wish.SECRETS.get(turn % Wish.SECRETS.size()),
                turn % 2 == 0 ? null : Command.Unfit.MOVED_ON));

    // All twins hear all objections, so that they differ in nothing but their channels.
    var said = new HashMap<Replica, Answer>();
    twins
        .values()
        .forEach(
            ponte ->
                said.put(ponte, wish.granted(ponte.bot(), reader.asker(), "objection " + reader)));

    var answer = Objects.requireNonNull(said.get(whole()));
    assertThat(answer).isEqualTo(said.get(twinOf(reader)));
    assertShowsOnly(reader.opens(), answer.reply(), wish, wish.words());
  }

  @ParameterizedTest
  @MethodSource("readers")
  void treatsAHiddenChannelAsOneThatDoesNotExist(Reader reader) {
    var hidden = channels.stream().filter(each -> !reader.opens().contains(each.id())).toList();

    for (var channel : hidden) {
      for (var period : Wish.PERIODS) {
        assertThat(digest(reader, channel.name(), period))
            .isEqualTo(digest(reader, NO_CHANNEL, period));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("readers")
  void opensNoPageOfAHiddenChannel(Reader reader) {
    var archive = whole().archive();
    var audience = reader.asker().audience();

    for (var channel : channels) {
      var seen = reader.opens().contains(channel.id());
      assertThat(archive.read(channel.id(), ALWAYS, 5, audience).isEmpty()).isEqualTo(!seen);
      assertThat(archive.before(channel.id(), Instant.MAX, 5, audience).isEmpty()).isEqualTo(!seen);
    }
    for (var filed : privatelySaid()) {
      var seen = reader.opens().contains(filed.message().id().channel());
      assertThat(archive.find(filed.message().id(), audience).isPresent()).isEqualTo(seen);
      assertThat(archive.conversation(filed.conversation(), audience).isEmpty()).isEqualTo(!seen);
    }
  }

  @ParameterizedTest
  @MethodSource("readersOfLess")
  void searchesAndCountsAsIfWhatIsHiddenDidNotExist(Reader reader) {
    var twin = twinOf(reader).archive();
    var archive = whole().archive();
    var audience = reader.asker().audience();

    assertThat(archive.extent(audience)).isEqualTo(twin.extent(audience));
    for (var topic : Wish.SECRETS) {
      assertThat(archive.search(topic, audience, 50)).isEqualTo(twin.search(topic, audience, 50));
    }
    for (var topic : Wish.OPEN_TOPICS) {
      assertThat(archive.search(topic, audience, 50))
          .isEqualTo(twin.search(topic, audience, 50))
          .allMatch(found -> reader.opens().contains(found.channel()));
    }
  }

  private List<Wish> wishes(Reader reader) {
    var conversations =
        said.stream()
            .collect(
                Collectors.toMap(
                    filed -> filed.message().id().channel(),
                    Filed::conversation,
                    (first, _) -> first,
                    TreeMap::new));
    return Wish.of(reader.turn(), channels, people, List.copyOf(conversations.values()));
  }

  private Stream<Reader> readers() {
    var readers = new ArrayList<Reader>();
    for (var person : people) {
      readers.add(
          new Reader(
              readers.size(),
              person,
              channels.stream()
                  .filter(channel -> mayOpen(person, channel))
                  .map(Channel::id)
                  .collect(Collectors.toSet())));
    }
    readers.add(
        new Reader(
            readers.size(), null, ids(channels.stream().filter(Channel::isPublic).toList())));
    return readers.stream();
  }

  /** Those from whom something is hidden. */
  private Stream<Reader> readersOfLess() {
    return readers().filter(reader -> !hiddenPrivateOnes(reader).isEmpty());
  }

  private Stream<Reader> someReadersOfEachTwin() {
    return someReaders().filter(reader -> !hiddenPrivateOnes(reader).isEmpty());
  }

  /** Of those who may open the same the first few, who ask for one thing after the other. */
  private Stream<Reader> someReaders() {
    return readers()
        .collect(Collectors.groupingBy(Reader::alike, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(readers -> readers.stream().limit(READERS_ALIKE));
  }

  private List<Filed> privatelySaid() {
    var open = ids(channels.stream().filter(Channel::isPublic).toList());
    return said.stream().filter(filed -> !open.contains(filed.message().id().channel())).toList();
  }

  private boolean mayOpen(Person person, Channel channel) {
    return person.isActive()
        && (channel.isPublic()
            || members.getOrDefault(channel.id(), Set.of()).contains(person.id()));
  }

  private Set<ChannelId> hiddenPrivateOnes(Reader reader) {
    return ids(
        channels.stream()
            .filter(channel -> !channel.isPublic() && !reader.opens().contains(channel.id()))
            .toList());
  }

  private static Set<ChannelId> ids(List<Channel> channels) {
    return channels.stream().map(Channel::id).collect(Collectors.toSet());
  }

  private Replica whole() {
    return Objects.requireNonNull(twins.get(Set.of()));
  }

  private Replica twinOf(Reader reader) {
    return Objects.requireNonNull(twins.get(hiddenPrivateOnes(reader)));
  }

  private List<Answer> answers(Reader reader) {
    return answers.computeIfAbsent(
        reader,
        _ -> {
          var wishes = wishes(reader);
          var granted = new ArrayList<Answer>();
          for (var i = 0; i < wishes.size(); i++) {
            granted.add(wishes.get(i).granted(whole().bot(), asker(reader), reader + " " + i));
          }
          forgetWhatWasDone(whole());
          return granted;
        });
  }

  /** The asker as the bot makes one of a request. */
  private Asker asker(Reader reader) {
    var asker = reader.asker();
    var directory = whole().directory();
    return new Asker(
        asker.person(),
        asker.person() == null ? directory.everybody() : directory.audienceOf(asker.person()),
        asker.language(),
        asker.zone());
  }

  private String digest(Reader reader, String channel, Command.Period period) {
    var answer =
        whole().bot().reply(asker(reader), new Command.Digest(channel, period), "a digest");
    return answer.toString().replace(channel, "CHANNEL");
  }

  /** What all may open who will read it. */
  private Set<ChannelId> openTo(Outgoing outgoing) {
    return openTo(outgoing.to());
  }

  private Set<ChannelId> openTo(Destination to) {
    return switch (to) {
      case Destination.Answer answer -> openTo(Set.of(answer.person()));
      case Destination.Together(var together) -> openTo(together);
      case Destination.Home(var person) -> openTo(Set.of(person));
      case Destination.InThread(var opening) -> openTo(opening.channel());
      case Destination.InChannel(var channel) -> openTo(channel);
      case Destination.Under(var channel, _) -> openTo(channel);
      case Destination.InPlaceOf place -> openTo(place.place());
    };
  }

  private Set<ChannelId> openTo(ChannelId channel) {
    return openTo(
        channels.stream().anyMatch(each -> each.id().equals(channel) && each.isPublic())
            ? people.stream().filter(Person::isActive).map(Person::id).collect(Collectors.toSet())
            : members.getOrDefault(channel, Set.of()));
  }

  private Set<ChannelId> openTo(Set<PersonId> recipients) {
    var open = new HashSet<>(ids(channels));
    readers()
        .filter(reader -> reader.person() != null && recipients.contains(reader.id()))
        .forEach(reader -> open.retainAll(reader.opens()));
    return open;
  }

  private void assertShowsOnly(Set<ChannelId> open, Reply reply, Wish wish, String own) {
    var reading = Reading.of(reply);

    assertThat(reading.messages())
        .as("links in the reply to %s", wish)
        .extracting(MessageId::channel)
        .allMatch(open::contains);
    assertThat(reading.channels()).as("channels in the reply to %s", wish).allMatch(open::contains);
    var unsaid = lower(reading.words().replace(wish.words(), ""));
    for (var channel : channels) {
      if (!open.contains(channel.id())
          && !channel.isPublic()
          && !wish.words().contains(channel.name())) {
        assertThat(unsaid).as("reply to %s", wish).doesNotContain(channel.name());
      }
    }
    var known = words(own).collect(Collectors.toSet());
    var secrets = new TreeSet<>(secretWords(open));
    secrets.retainAll(words(unsaid).collect(Collectors.toSet()));
    secrets.removeAll(known);
    assertThat(secrets).as("private words in the reply to %s", wish).isEmpty();
  }

  private final Map<Set<ChannelId>, Set<String>> secretWords = new HashMap<>();

  /** The words that occur only in channels other than these, and that Ponte has no use for. */
  private Set<String> secretWords(Set<ChannelId> open) {
    return secretWords.computeIfAbsent(
        open,
        _ -> {
          var secret = new HashSet<String>();
          var common = new HashSet<String>();
          for (var filed : said) {
            var isOpen = open.contains(filed.message().id().channel());
            words(filed.message().text().searchable()).forEach((isOpen ? common : secret)::add);
          }
          for (var locale : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
            // Not those of the machine's language, which tests beside this one change.
            var texts =
                ResourceBundle.getBundle(
                    "ponte.reply.texts",
                    locale,
                    ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
            texts.keySet().forEach(key -> words(texts.getString(key)).forEach(common::add));
          }
          people.forEach(person -> words(profile(person)).forEach(common::add));
          people.stream()
              .map(Person::zone)
              .flatMap(
                  zone ->
                      Stream.of(Locale.ENGLISH, Locale.ITALIAN)
                          .map(locale -> zone.getDisplayName(TextStyle.FULL, locale)))
              .forEach(name -> words(name).forEach(common::add));
          for (var month : Month.values()) {
            for (var locale : List.of(Locale.ENGLISH, Locale.ITALIAN)) {
              common.add(lower(month.getDisplayName(TextStyle.FULL, locale)));
            }
          }
          secret.removeAll(common);
          return secret;
        });
  }

  private static String profile(Person person) {
    return String.join(
        " ",
        person.name(),
        person.handle(),
        person.id().toString(),
        person.standing().name(),
        person.title(),
        Objects.requireNonNullElse(person.email(), ""),
        person.zone().getId());
  }

  private static Stream<String> words(String text) {
    return WORD.matcher(lower(text)).results().map(MatchResult::group);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
