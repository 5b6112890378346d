package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Sowing;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.store.Codec;

/** What somebody gets who wants all that is kept of them. */
class ExportTest {

  /** Of each kind of record in which somebody may stand, where it is in the data of their file. */
  private static final Map<String, List<String>> SHOWN =
      Map.ofEntries(
          Map.entry("directory-people", List.of("profiles")),
          Map.entry("directory-members", List.of("channels")),
          Map.entry("preferences", List.of("preferences")),
          Map.entry("schedules", List.of("schedules")),
          Map.entry("private-schedules", List.of("own", "privateDigests")),
          Map.entry("sent-digests", List.of("own", "sentDigests")),
          Map.entry("sent-digests-cite", List.of("own", "sentDigests")),
          Map.entry("objections", List.of("opinionsOfOthers")),
          Map.entry("requests", List.of("askedForHelp")),
          Map.entry("follows", List.of("own", "follows")),
          Map.entry("news", List.of("own", "news")),
          Map.entry("matters", List.of("own", "matters")),
          Map.entry("matters-in", List.of("own", "matters")),
          Map.entry("posed", List.of("own", "posed")),
          Map.entry("posed-by", List.of("own", "posed")),
          Map.entry("invitations", List.of("own", "invitations")),
          Map.entry("questions", List.of("own", "questions")),
          Map.entry("questions-listed", List.of("own", "questions")),
          Map.entry("nudge-effects", List.of("own", "nudges")),
          Map.entry("ration", List.of("own", "nudges")),
          Map.entry("digest-feeds", List.of("own", "feeds")),
          Map.entry("audit-names", List.of("own", "audit")),
          Map.entry("introductions", List.of("own", "introductions", "wishes")),
          Map.entry("introduced", List.of("own", "introductions", "meetings")),
          Map.entry("introduction-rounds", List.of("own", "introductions", "meetings")),
          Map.entry("introduction-programmes", List.of("own", "introductions", "programmes")),
          Map.entry("first-seen", List.of("own", "introductions", "seen")),
          Map.entry("seeds", List.of("own", "seeds", "begun")),
          Map.entry("trend-alerts", List.of("own", "alerts")),
          Map.entry("deeds", List.of("own", "deeds")));

  @Test
  void holdsWhateverRecordTheyStandIn() {
    var team = lived();
    var kinds = team.acme.records.kindsWith("bob");

    var data = data(file(team, "bob"));

    assertThat(kinds).containsExactlyInAnyOrderElementsOf(SHOWN.keySet());
    SHOWN.forEach(
        (kind, path) -> assertThat(at(data, path)).as(kind).isNotIn(null, List.of(), Map.of()));
  }

  /** Bob was here for some weeks, and did all that leaves something. */
  private static Team lived() {
    var ops = new Unanswered();
    var team = ops.team;
    team.ponte.planAhead();
    confirms(team, "digest #dev every day at 9:00", Command.ConfirmDigest.class);
    confirms(team, "my digest every day at 8:30", Command.ConfirmDigest.class);
    confirms(team, "start introductions in #dev every week", Command.Meet.class);
    posted(team, "bob", "rally #dev: who can look at the red build?");
    team.ponte.feeds().open(Chat.in("random").channel(), Team.person("bob"));
    List.of(
            "add topic zorbing",
            "hide topic wombats",
            "follow kafka at once",
            "opt in",
            "introduce me to colleagues",
            "alert me about trends every week",
            "kim helped me with kafka offsets")
        .forEach(wish -> team.says("bob", wish));
    team.says("kim", "introduce me to colleagues");
    team.presses("bob", new Command.Post(Chat.in("random").channel(), "zebra stripes"));
    team.presses("bob", new Command.Introduce(Team.person("kim"), "kafka offsets"));
    team.presses("eve", new Command.Introduce(Team.person("bob"), "kafka offsets"));
    ops.asksColleagues(ops.offered());
    team.posts("eve", Chat.in("random").channel(), "how do I restart the Kafka consumers?");
    team.posts("bob", Unanswered.OPS, "How do we rotate the certificates of the gateway?");
    for (var day = 24; day <= 31; day++) {
      team.at("2026-03-" + day + "T08:00:00Z");
      team.at("2026-03-" + day + "T20:00:00Z");
    }
    return team;
  }

  private static void confirms(Team team, String wish, Class<? extends Command> with) {
    team.presses("bob", Team.button(team.says("bob", wish), with));
  }

  private static Map<?, ?> data(String file) {
    return Codec.read(
        file.substring(file.indexOf("id=\"data\">") + 10, file.lastIndexOf("</script>")),
        Map.class);
  }

  private static @Nullable Object at(Map<?, ?> data, List<String> path) {
    Object found = data;
    for (var name : path) {
      found = ((Map<?, ?>) Objects.requireNonNull(found)).get(name);
    }
    return found;
  }

  @Test
  void holdsWhatTheyWroteInAChannelThatTheyLeftAndNotItsName() {
    var team = new Team("2026-03-23T09:00:00Z");
    team.acme.thread("board", 1, "bob: the merger is signed", "kim: good");
    team.reacts("kim", team.posts("bob", Team.BOARD, "we meet on Friday"), "sob");
    team.acme.directory.apply(
        List.of(
            new Event.Roster.MembersListed(
                new EventId("without bob"),
                Team.BOARD,
                Set.of(Chat.person("ada"), Chat.person("kim")),
                team.acme.clock.instant())));

    var file = file(team, "bob");

    assertThat(file)
        .contains("the merger is signed", "a channel that you can no longer open")
        .doesNotContain("good", "#board", "sob");
  }

  @Test
  void saysWhatTheyVotedForAndWhereTheyOfferedHelp() {
    var team = new Team("2026-03-23T09:00:00Z", SeedingTest.managedBy("T1/ada"));
    var poll = posted(team, "ada", "poll #dev: Which day? Monday / Tuesday");
    var rally = posted(team, "ada", "rally #dev: who can look at the red build?");
    team.presses("bob", new Command.Seed(new Sowing.Choose(poll, 1)));
    team.presses("bob", new Command.Seed(new Sowing.Choose(rally, 0)));

    assertThat(file(team, "bob"))
        .contains(
            "I chose “Tuesday” at “Which day?”",
            "I offered my help for “who can look at the red build?”");
  }

  private static Sowing.Of posted(Team team, String who, String wish) {
    var seed = SeedingTest.seedOf(team.says(who, wish));
    team.presses(who, new Command.Seed(new Sowing.Post(seed, true)));
    return seed;
  }

  @Test
  void holdsTheirReactionsToWhatOthersWroteWithoutTheWords() {
    var team = new Team("2026-03-23T09:00:00Z");
    var said = team.posts("kim", Chat.in("random").channel(), "the lift is broken");
    team.reacts("bob", said, "tada");
    team.reacts("eve", said, "sob");

    assertThat(file(team, "bob"))
        .contains(":tada: once", "\"emoji\":\"tada\"")
        .doesNotContain("lift", "sob");
  }

  @Test
  void holdsTheirMessagesWithThoseTheySpeakTo() {
    var team = new Team("2026-03-23T09:00:00Z");
    team.posts("bob", Chat.in("random").channel(), "the lift is broken :(");

    assertThat(file(team, "bob")).contains("<q>the lift is broken :(</q>");
  }

  @Test
  void holdsWhatTheyBeganWithAnotherAccountAndSinceWhenEachIsThere() {
    var team = new Team("2026-03-23T09:00:00Z");
    team.ponte.planAhead();
    var elsewhere = new PersonId(new WorkspaceId("T2"), "bob");
    confirms(team, "start introductions in #dev every month", Command.Meet.class);
    team.hasAnAddress(Chat.person("bob"), null);
    team.hasAnAddress(elsewhere, Language.ENGLISH);
    team.at("2026-03-24T20:00:00Z");
    team.at("2026-03-31T20:00:00Z");

    var answer =
        team.answer(
            new Event.Request.Asked(
                new EventId("of the other"),
                elsewhere,
                Event.Place.DIRECT,
                "export my data",
                team.acme.clock.instant()));

    assertThat(fileIn(answer.blocks()))
        .contains("You began the introductions in #dev", "\"seen\":[{", "Your account was there");
  }

  @ParameterizedTest
  @CsvSource({
    "stop offering help, You do not want: offers to ask colleagues",
    "stop asking me, You do not want: invitations to a colleague",
    "stop asking whether it helped, You do not want: the question whether it helped"
  })
  void saysWhichKindsOfMessagesTheyWant(String wish, String said) {
    var team = new Team("2026-03-23T09:00:00Z");
    team.says("bob", wish);

    assertThat(file(team, "bob")).contains(said);
  }

  private static String file(Team team, String name) {
    return fileIn(team.says(name, "export my data").blocks());
  }

  private static String fileIn(List<Block> blocks) {
    return blocks.stream()
        .flatMap(
            block ->
                block instanceof Block.File file ? Stream.of(file.content()) : Stream.<String>of())
        .findFirst()
        .orElseThrow();
  }
}
