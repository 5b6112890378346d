package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.map.MapRules;
import ponte.community.map.MapSheet;
import ponte.community.map.Maps;
import ponte.community.map.PeopleMap;
import ponte.community.map.PeopleMaps;
import ponte.consent.Preference;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Roles;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.InMemoryQueue;

class MapsTest {

  private static final List<String> DEVELOPERS = List.of("ada", "bob", "cleo", "dan", "eve");
  private static final List<String> SELLERS = List.of("flo", "gus", "hal", "ida", "jon");
  private static final Command.PeopleMap MAP =
      new Command.PeopleMap(null, null, new Period.LastDays(200));

  private final Workspace acme =
      new Workspace()
          .people(Stream.concat(DEVELOPERS.stream(), SELLERS.stream()).toArray(String[]::new))
          .open("dev", "sales")
          .closed("board", "ada", "bob", "cleo", "dan", "eve");

  private Maps maps() {
    var community =
        new Community(
            new Community.Ground(
                acme.archive,
                acme.directory,
                acme.preferences,
                Workspace.NLP,
                Roles.NONE,
                new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
                Runnable::run,
                acme.clock),
            CommunityRules.DEFAULT);
    return Maps.of(
        new PeopleMaps.Ground(
            community.networks(),
            acme.archive,
            acme.directory,
            acme.records,
            Workspace.NLP,
            acme.preferences,
            acme.clock),
        MapRules.DEFAULT,
        new Roles(Set.of("T1/ada"), Set.of("T1/cleo")));
  }

  /** Everybody of a team asks about something, and everybody else of it answers. */
  private void talk(String channel, List<String> team, String about) {
    talk(channel, team, about, 0);
  }

  private void talk(String channel, List<String> team, String about, double start) {
    var minute = start;
    for (var one : team) {
      var said = new ArrayList<String>();
      said.add(one + ": how do I set up the " + about + " again?");
      team.stream()
          .filter(other -> !other.equals(one))
          .forEach(other -> said.add(other + ": the " + about + " page says it, I think"));
      acme.thread(channel, minute += 60, said.toArray(String[]::new));
    }
  }

  private void twoTeamsTalk() {
    talk("dev", DEVELOPERS, "compiler");
    talk("sales", SELLERS, "contract");
  }

  private MapSheet sheet() {
    return maps().people().drawn(MAP, acme.asker("ada")).orElseThrow();
  }

  private static List<PersonId> people(PeopleMap map) {
    return map.nodes().stream().map(PeopleMap.Node::person).toList();
  }

  @Test
  void namesGroupsByWhatTheyTalkAbout() {
    twoTeamsTalk();

    var map = sheet().map();

    assertThat(map.groups()).hasSize(2);
    var developers =
        map.nodes().stream()
            .filter(node -> node.person().equals(Chat.person("ada")))
            .findFirst()
            .orElseThrow()
            .group();
    assertThat(String.join(" ", map.groups().get(developers).words()))
        .contains("compiler")
        .doesNotContain("contract");
    assertThat(String.join(" ", map.groups().get(1 - developers).words())).contains("contract");
  }

  @Test
  void isForThoseWhoLookAfterTheCommunityAlone() {
    twoTeamsTalk();

    var reply = maps().people().show(MAP, acme.asker("bob"));

    assertThat(Team.words(reply)).contains("Only community managers");
    assertThat(maps().people().drawn(MAP, acme.asker("bob"))).isEmpty();
    assertThat(maps().people().drawn(MAP, acme.nobody())).isEmpty();
    assertThat(maps().people().drawn(MAP, acme.asker("ada"))).isPresent();
    assertThat(maps().people().drawn(MAP, acme.asker("cleo"))).isPresent();
  }

  @Test
  void drawsNobodyWhoOptedOutAtOnce() {
    twoTeamsTalk();
    var maps = maps();
    assertThat(people(maps.people().drawn(MAP, acme.asker("ada")).orElseThrow().map()))
        .contains(Chat.person("gus"));

    acme.preferences.change(Chat.person("gus"), each -> each.with(Preference.Standing.OUT));

    var map = maps.people().drawn(MAP, acme.asker("ada")).orElseThrow().map();
    assertThat(people(map)).doesNotContain(Chat.person("gus"));
    // Four are left of the five.
    assertThat(people(map)).doesNotContain(Chat.person("flo"));
    assertThat(map.undrawn()).isEqualTo(4);
    assertThat(acme.records.everything("map-places"))
        .noneMatch(each -> each.content().contains("gus"));
  }

  @Test
  void takesNothingFromPrivateChannelsNotEvenForThoseInThem() {
    twoTeamsTalk();
    talk("board", DEVELOPERS, "merger");

    var sheet = sheet();

    assertThat(sheet.map().groups())
        .noneMatch(group -> String.join(" ", group.words()).contains("merger"))
        .allMatch(group -> group.channels().stream().allMatch(acme.directory.everybody()::maySee));
    assertThat(sheet.svg() + sheet.graphml()).doesNotContain("merger").doesNotContain("board");
    var ofBoard = new Command.PeopleMap("board", null, new Period.LastDays(200));
    assertThat(Team.words(maps().people().show(ofBoard, acme.asker("ada"))))
        .contains("no public channel");
  }

  @Test
  void drawsAChannelAlone() {
    twoTeamsTalk();
    var wish = new Command.PeopleMap("sales", null, new Period.LastDays(200));

    var map = maps().people().drawn(wish, acme.asker("ada")).orElseThrow().map();

    assertThat(people(map))
        .containsExactlyInAnyOrderElementsOf(SELLERS.stream().map(Chat::person).toList());
  }

  @Test
  void drawsThoseAloneWhoTalkAboutATopic() {
    twoTeamsTalk();
    var wish = new Command.PeopleMap(null, "compiler", new Period.LastDays(200));

    var map = maps().people().drawn(wish, acme.asker("ada")).orElseThrow().map();

    assertThat(people(map))
        .containsExactlyInAnyOrderElementsOf(DEVELOPERS.stream().map(Chat::person).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"compiler contract", "compiler zeppelin"})
  void whoTalksAboutAPartOfATopicDoesNotTalkAboutIt(String topic) {
    twoTeamsTalk();
    var wish = new Command.PeopleMap(null, topic, new Period.LastDays(200));

    assertThat(maps().people().drawn(wish, acme.asker("ada"))).isEmpty();
  }

  @Test
  void whoTalkedAboutATopicAfterASpanIsNotOnItsMap() {
    twoTeamsTalk();
    talk("sales", SELLERS, "compiler", Duration.ofDays(40).toMinutes());
    // Those who talked about it in the span go on in the same conversations.
    var later = Duration.ofDays(30).toMinutes();
    for (int begun = 60; begun <= 300; begun += 60) {
      for (var name : DEVELOPERS) {
        acme.archive.apply(
            List.of(
                Chat.posted(Chat.in("dev").replies(later++, begun, name, "the compiler again"))));
      }
    }
    var first =
        new Period.Between(Chat.START, Chat.START.plus(Duration.ofDays(20)), ZoneOffset.UTC);

    var map =
        maps()
            .people()
            .drawn(new Command.PeopleMap(null, "compiler", first), acme.asker("ada"))
            .orElseThrow()
            .map();

    assertThat(people(map))
        .containsExactlyInAnyOrderElementsOf(DEVELOPERS.stream().map(Chat::person).toList());
  }

  @Test
  void ofTwoChannelsOfOneNameEachHasItsMap() {
    twoTeamsTalk();
    var sales = new Channel(Chat.in("sales").channel(), "dev", Visibility.PUBLIC, "", "", false);
    acme.directory.apply(
        List.of(new Roster.ChannelChanged(new EventId("named"), sales, acme.clock.instant())));

    var map =
        maps().people().drawn(sales, null, MAP.period(), acme.asker("ada")).orElseThrow().map();

    assertThat(people(map))
        .containsExactlyInAnyOrderElementsOf(SELLERS.stream().map(Chat::person).toList());
  }

  @Test
  void aMapOfAChannelAndATopicSaysBoth() {
    twoTeamsTalk();
    var wish = new Command.PeopleMap("sales", "contract", new Period.LastDays(200));

    assertThat(Team.words(maps().people().show(wish, acme.asker("ada"))))
        .contains("about contract in #sales");
    assertThat(Team.words(maps().people().show(wish, acme.asker("ada").reading(Language.ITALIAN))))
        .contains("di contract in #sales");
  }

  @Test
  void aWordOfTwoPeopleWithThreeAccountsNamesNoGroup() {
    twoTeamsTalk();
    joined("cleo");
    joined("dora");
    for (int i = 0; i < 9; i++) {
      var name = List.of("ada", "dora", "cleo").get(i % 3);
      acme.thread("dev", 2000 + 60 * i, name + ": the zeppelin is slow");
    }
    assertThat(words()).contains("compiler").doesNotContain("zeppelin");

    acme.thread("dev", 3000, "bob: the zeppelin is slow");
    assertThat(words()).contains("zeppelin");
  }

  private String words() {
    return sheet().map().groups().stream()
        .map(group -> String.join(" ", group.words()))
        .collect(Collectors.joining(" "));
  }

  /** All who are joined are one colleague. */
  private void joined(String name) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("joined " + name),
                new Person(
                    Chat.person(name),
                    name,
                    name,
                    "",
                    "cleo@example.org",
                    ZoneOffset.UTC,
                    null,
                    Person.Standing.ACTIVE),
                acme.clock.instant())));
  }

  @Test
  void showsAPictureThatIsReadOutToo() {
    twoTeamsTalk();

    var reply = maps().people().show(MAP, acme.asker("ada").reading(Language.ITALIAN));

    assertThat(pictures(reply))
        .singleElement()
        .satisfies(
            picture -> {
              assertThat(picture.bytes()).startsWith(0x89, 'P', 'N', 'G').hasSizeLessThan(500_000);
              assertThat(picture.alternative()).contains("10 persone").contains("compiler");
            });
  }

  private static List<Block.Picture> pictures(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.Picture.class::isInstance)
        .map(Block.Picture.class::cast)
        .toList();
  }

  @Test
  void forgetsWhereSomebodyStood() {
    twoTeamsTalk();
    var maps = maps();
    maps.people()
        .drawn(new Command.PeopleMap(null, null, new Period.LastDays(200)), acme.asker("ada"));
    assertThat(maps.made().placeOf(Chat.person("ada"))).isPresent();

    maps.forget(Chat.person("ada"));

    assertThat(maps.made().placeOf(Chat.person("ada"))).isEmpty();
    assertThat(maps.made().placeOf(Chat.person("bob"))).isPresent();
  }

  @Test
  void whoOptsOutStandsNowhereAnyMoreWithoutAMapBeingDrawn() {
    twoTeamsTalk();
    var ponte = acme.ponte(new InMemoryQueue(acme.clock), SeedingTest.managedBy("T1/ada"));
    ponte.maps().people().drawn(MAP, acme.asker("ada"));
    assertThat(acme.records.everything("map-places"))
        .anyMatch(each -> each.content().contains("gus"));

    ponte.bot().reply(acme.asker("gus"), new Command.OptOut(), "1");

    assertThat(acme.records.everything("map-places"))
        .isNotEmpty()
        .noneMatch(each -> each.content().contains("gus"));
    assertThat(ponte.maps().made().placeOf(Chat.person("gus"))).isEmpty();
  }

  @Test
  void tellsWhereATopicLivesInWhatTheAskerMayOpen() {
    twoTeamsTalk();
    talk("board", DEVELOPERS, "merger");

    assertThat(where("contract", "ada")).contains("#sales").doesNotContain("#dev");
    assertThat(where("merger", "ada")).contains("#board");
    assertThat(where("merger", "flo")).contains("In no channel").doesNotContain("board");
  }

  private String where(String topic, String asker) {
    return Team.words(maps().channels().show(new Command.ChannelMap(topic), acme.asker(asker)));
  }

  @Test
  void tellsWhatChannelsAreForAndWhichWouldBeNewToSomebody() {
    twoTeamsTalk();
    talk("board", DEVELOPERS, "merger");
    acme.clock.set(Chat.START.plus(Duration.ofDays(10)));

    var forFlo =
        Team.words(maps().channels().show(new Command.ChannelMap(null), acme.asker("flo")));

    assertThat(forFlo)
        .contains("#sales")
        .contains("contract")
        .doesNotContain("board")
        .doesNotContain("merger");
  }

  private String channelsFor(String person) {
    acme.clock.set(Chat.START.plus(Duration.ofDays(10)));
    return Team.words(maps().channels().show(new Command.ChannelMap(null), acme.asker(person)));
  }

  @Test
  void tellsInWhichChannelsTheSamePeopleWrite() {
    twoTeamsTalk();
    assertThat(channelsFor("flo")).doesNotContain("also write in");

    talk("sales", DEVELOPERS, "contract", 1_000);

    assertThat(channelsFor("flo"))
        .contains("Half or more of those who write here also write in #sales");
  }

  @Test
  void tellsSomebodyWhichOtherChannelSpeaksOfTheirTopics() {
    twoTeamsTalk();
    assertThat(channelsFor("flo")).doesNotContain("These may suit you");

    talk("sales", SELLERS, "compiler", 1_000);

    assertThat(channelsFor("flo")).containsPattern("These may suit you[^#]*#dev[^#]*compiler");
  }
}
