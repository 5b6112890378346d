package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.HouseRules;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preference.Standing;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.ChannelRules;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.Codec;

/** Where everything is for those alone who opt in. */
class WorksCouncilTest {

  private static final List<String> PEOPLE =
      List.of("ada", "bob", "kim", "eve", "joe", "lea", "max", "zoe");

  private final Workspace acme =
      new Workspace().people(PEOPLE.toArray(String[]::new)).open("dev", "random");
  private final House house = new House(acme, ChannelRules.ALL, House.optIn());

  WorksCouncilTest() {
    var now = Duration.ofDays(100).toMinutes();
    for (var hour = 30; hour > 0; hour -= 3) {
      var asker = PEOPLE.get(hour % 8);
      var first = PEOPLE.get((hour + 3) % 8);
      var second = PEOPLE.get((hour + 5) % 8);
      acme.thread(
          hour % 2 == 0 ? "dev" : "random",
          now - hour * 60,
          asker + ": who knows how the kafka broker is restarted after the upgrade?",
          first + ": I restart the kafka broker by hand with the script of the upgrade",
          second + ": we decided that the kafka broker restarts at six in the evening",
          first + ": thanks, the runbook of the kafka upgrade is in the wiki");
    }
  }

  private static String somebody(List<String> people, Random chance) {
    return people.get(chance.nextInt(people.size()));
  }

  @Test
  void namesNobodyBeforeTheySayThatTheyWantTo() {
    var usual = house.under(ChannelRules.ALL, HouseRules.DEFAULT);
    assertThat(usual.says("eve", "who knows about kafka broker?").blocks())
        .anyMatch(Block.PersonCard.class::isInstance);

    assertThat(house.says("eve", "who knows about kafka broker?").blocks())
        .noneMatch(Block.PersonCard.class::isInstance);

    PEOPLE.forEach(name -> house.says(name, "opt in"));
    assertThat(house.says("eve", "who knows about kafka broker?").blocks())
        .anyMatch(Block.PersonCard.class::isInstance);
  }

  @Test
  void tellsWhoeverHasAnAddressOfSomebodyWhoWasOutThatNobodyTakesPartUnasked() {
    is("kim", Person.Standing.ACTIVE, 1);
    house.says("kim", "opt out");
    is("kim", Person.Standing.LEFT, 2);
    is("lea", Person.Standing.ACTIVE, 3);
    house.ponte.preferences().settle(Chat.person("lea"));
    assertThat(house.ponte.preferences().of(Chat.person("lea")).standing()).isEqualTo(Standing.OUT);

    assertThat(isTold("lea")).isTrue();
    assertThat(isTold("lea")).isFalse();
    house.says("max", "opt out");
    assertThat(isTold("max")).isFalse();
  }

  private boolean isTold(String name) {
    return house.says(name, "who knows about kafka broker?").blocks().stream()
        .filter(Block.Buttons.class::isInstance)
        .anyMatch(block -> block.toString().contains("OptIn"));
  }

  private void is(String name, Person.Standing standing, int change) {
    acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId(name + change),
                new Person(
                    Chat.person(name),
                    name,
                    name,
                    "",
                    "office@acme.example",
                    ZoneOffset.UTC,
                    null,
                    standing),
                acme.clock.instant().plusMillis(change))));
  }

  /** Whom replies name. */
  private static Set<String> namedIn(List<Outgoing> outgoing) {
    var named = new HashSet<String>();
    for (var each : outgoing) {
      for (var block : each.reply().blocks()) {
        PEOPLE.stream().filter(name -> mentions(block, name)).forEach(named::add);
      }
    }
    return named;
  }

  /** Whether a reply leads to somebody, or has their name in plain words. */
  private static boolean mentions(Block block, String name) {
    var mention = new RichText.Span.Mention(Chat.person(name)).toString();
    var words = Team.words(new Reply(Language.ENGLISH, List.of(block)));
    return block.toString().contains(mention)
        || Pattern.compile("(?i)\\b" + name + "\\b").matcher(words).find()
        || block instanceof Block.PersonCard card && card.person().id().equals(Chat.person(name));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void whateverIsAskedOnlyThoseAreNamedWhoOptedIn(int seed) {
    var chance = new Random(seed);
    var in = new HashSet<String>();
    for (var name : PEOPLE) {
      switch (chance.nextInt(4)) {
        case 0 -> {
          house.says(name, "opt in");
          in.add(name);
        }
        case 1 -> {
          house.says(name, "opt in");
          house.says(name, "opt out");
        }
        case 2 -> house.says(name, "add topic kafka");
        default -> house.says(name, "quiet hours 19:00-08:00");
      }
    }
    var asked =
        List.of(
            "who knows about kafka broker?",
            "chi sa di kafka upgrade?",
            "digest #dev last 7 days",
            "digest #random last 7 days",
            "my digest",
            "why not bob about kafka?",
            "introduce me to ada",
            "follow kafka",
            "my topics",
            "home",
            "help");
    var all = new HashSet<String>();
    for (var text : asked) {
      var asker = somebody(PEOPLE, chance);
      var place = chance.nextBoolean() ? Place.DIRECT : place();

      var named = namedIn(house.all(asker, text, place));

      named.remove(asker);
      // Whom the asker names themselves they read in the answer.
      named.removeIf(text::contains);
      all.addAll(named);
      assertThat(in).as(asker + ": " + text).containsAll(named);
    }
    assertThat(all).isNotEmpty();
  }

  private static Place place() {
    return new Place(Chat.in("dev").channel(), null, null);
  }

  @Test
  void quotesNobodyInADigestWhoDidNotOptIn() {
    PEOPLE.subList(0, 4).forEach(name -> house.says(name, "opt in"));

    var digest = house.all("eve", "digest #dev last 7 days", Place.DIRECT);

    assertThat(PEOPLE.subList(0, 4)).containsAll(namedIn(digest));
  }

  @Test
  void tellsInADigestHowMuchCameFromOthersOnlyWhereTheyAreMany() {
    PEOPLE.subList(0, 3).forEach(name -> house.says(name, "opt in"));
    assertThat(Team.words(house.says("eve", "digest #dev last 7 days")))
        .contains("from colleagues who do not take part");

    PEOPLE.subList(3, 5).forEach(name -> house.says(name, "opt in"));
    assertThat(Team.words(house.says("eve", "digest #dev last 7 days")))
        .doesNotContain("from colleagues who do not take part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "follow kafka",
        "follow kafka at once",
        "alert me about trends every week",
        "my digest every day at 8:30",
        "join introductions",
        "I want to learn kafka",
        "invite me again",
        "offer help again",
        "ask whether it helped again",
        "add topic kafka"
      })
  void promisesNothingThatWouldNotComeBeforeTheyOptIn(String wish) {
    house.says("eve", "help");

    assertThat(Team.words(house.says("eve", wish))).contains(": opt in");

    house.says("eve", "opt in");
    assertThat(Team.words(house.says("eve", wish))).doesNotContain("opt in");
  }

  @Test
  void tellsWhoFollowsATopicThatNothingComesToThemAnyMore() {
    house.says("eve", "opt in");
    house.says("eve", "follow kafka");
    house.says("eve", "alert me about trends every week");
    house.says("eve", "opt out");

    assertThat(Team.words(house.says("eve", "my follows"))).contains("kafka", "tell me: opt in");
    assertThat(Team.words(house.says("eve", "my alerts"))).contains("tell me: opt in");
    assertThat(Team.words(house.says("eve", "unfollow kafka"))).doesNotContain("opt in");
  }

  @Test
  void explainsItOnceToWhoeverSpeaksToIt() {
    assertThat(Team.words(house.says("eve", "help"))).contains("nobody takes part unasked");
    assertThat(Team.words(house.says("eve", "help"))).doesNotContain("nobody takes part unasked");
    assertThat(Team.words(house.says("joe", "opt in"))).doesNotContain("nobody takes part");
    assertThat(Team.words(house.says("joe", "help"))).doesNotContain("nobody takes part");
  }

  @Test
  void explainsItAgainWithAnAnswerThatIsGivenTwice() {
    var request =
        new Event.Request.Pressed(
            new EventId("once"),
            Chat.person("eve"),
            Place.DIRECT,
            Codec.write(new Command.Help()),
            acme.clock.instant());

    var first = house.ponte.bot().answer(request);

    assertThat(house.ponte.bot().answer(request)).isEqualTo(first);
  }

  @Test
  void offersNothingThatWasNotAskedFor() {
    house.says("bob", "opt in");
    var preferences = house.ponte.preferences();
    PersonId bob = Chat.person("bob");

    for (var offer : Offer.values()) {
      assertThat(preferences.of(bob).takes(offer)).isFalse();
      preferences.change(bob, old -> old.choosing(offer, Choice.WELCOME));
      assertThat(preferences.of(bob).takes(offer)).isTrue();
    }
  }

  @Test
  void whoWroteAndIsNotKnownTakesNoPartEither() {
    assertThat(house.ponte.preferences().out(Chat.WORKSPACE).contains(Chat.person("stranger")))
        .isTrue();
  }

  @Test
  void whoNeverSaidSoIsOutOnceTheRuleIsMade() {
    var usual = house.under(ChannelRules.ALL, HouseRules.DEFAULT);
    usual.says("bob", "quiet hours 19:00-08:00");
    assertThat(usual.ponte.preferences().isOut(Chat.person("bob"))).isFalse();

    assertThat(house.ponte.preferences().isOut(Chat.person("bob"))).isTrue();
    assertThat(house.ponte.preferences().of(Chat.person("bob")).isOut()).isTrue();
  }
}
