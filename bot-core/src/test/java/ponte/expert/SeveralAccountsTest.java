package ponte.expert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preference;
import ponte.conversation.Audience;
import ponte.conversation.Away;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.introduction.Brought;
import ponte.introduction.Introductions;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;

/** Colleagues who have an account in each of two workspaces of one organisation. */
class SeveralAccountsTest {

  private static final WorkspaceId OTHER = new WorkspaceId("tenant");
  private static final ChannelId HALL = new ChannelId(OTHER, "hall");

  private final Workspace acme = new Workspace().open("dev");
  private final Brought brought = new Brought(acme);
  private final Introductions introductions = brought.introductions();

  @BeforeEach
  void adaAndBobAreInBothAndKimAndZoeInOne() {
    acme.clock.advance(Duration.ofHours(2));
    both("ada", Person.Standing.ACTIVE);
    both("bob", Person.Standing.ACTIVE);
    acme.people("kim");
    person(there("zoe"), "zoe@acme.org", Person.Standing.ACTIVE);
    acme.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("hall"),
                new Channel(HALL, "hall", Visibility.PUBLIC, "", "", false),
                Chat.START)));
    acme.thread("dev", 1, "kim: reset kafka offsets?", "bob: kafka offsets are in the console");
    acme.thread("dev", 3000, "kim: lost kafka offsets", "bob: kafka offsets come back, wait");
  }

  private static PersonId there(String name) {
    return new PersonId(OTHER, name);
  }

  private void both(String name, Person.Standing there) {
    person(Chat.person(name), name + "@acme.org", Person.Standing.ACTIVE);
    person(there(name), name.toUpperCase(Locale.ROOT) + "@Acme.org", there);
  }

  private void person(PersonId id, String email, Person.Standing standing) {
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + email + standing),
                new Person(id, id.value(), id.value(), "", email, ZoneOffset.UTC, null, standing),
                acme.clock.instant().plusMillis(standing.ordinal()))));
  }

  @Test
  void areAwayWithAllAccountsWhereTheyAreWithOne() {
    var bob = acme.directory.person(there("bob")).orElseThrow();
    var away = bob.with(Away.until(null));
    assertThat(acme.experts.isAway(Chat.person("bob"))).isFalse();

    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("away"), away, acme.clock.instant().plusSeconds(1))));

    assertThat(acme.experts.isAway(Chat.person("bob"))).isTrue();
    assertThat(acme.experts.isAway(Chat.person("ada"))).isFalse();
  }

  private Asker asker(PersonId person) {
    return new Asker(person, acme.directory.audienceOf(person), Language.ENGLISH, ZoneOffset.UTC);
  }

  private List<PersonId> named(PersonId by) {
    return acme.experts.on("kafka offsets", asker(by)).experts().stream()
        .map(expert -> expert.person().id())
        .toList();
  }

  @Test
  void seeWithEachWhatTheyMayOpenWithAny() {
    var dev = Chat.in("dev").channel();

    assertThat(acme.directory.audienceOf(there("ada")))
        .isEqualTo(new Audience(Set.of(dev, HALL)))
        .isEqualTo(acme.directory.audienceOf(Chat.person("ada")));
    assertThat(acme.directory.audienceOf(there("zoe"))).isEqualTo(Audience.of(HALL));
    assertThat(acme.directory.audienceOf(Chat.person("kim"))).isEqualTo(Audience.of(dev));
  }

  @Test
  void seeNothingByAnAccountThatIsNoMoreInUse() {
    person(there("ada"), "ada@acme.org", Person.Standing.LEFT);

    assertThat(acme.directory.audienceOf(Chat.person("ada")))
        .isEqualTo(Audience.of(Chat.in("dev").channel()));
    assertThat(acme.directory.audienceOf(there("ada"))).isEqualTo(Audience.NOBODY);
    assertThat(acme.directory.accounts(there("ada"))).containsExactly(there("ada"));
  }

  @Test
  void areNamedByTheAccountAtWhichTheAskerMeetsThem() {
    assertThat(named(Chat.person("kim"))).containsExactly(Chat.person("bob"));
    assertThat(named(there("ada"))).containsExactly(there("bob"));
    assertThat(named(there("zoe"))).isEmpty();
  }

  @Test
  void areShownToWhoMayOpenWhatTheySaidWithTheEvidence() {
    var found = acme.experts.on("kafka offsets", asker(there("ada"))).experts().getFirst();

    assertThat(found.evidence())
        .extracting(evidence -> evidence.channel().id())
        .containsOnly(Chat.in("dev").channel());
  }

  @Test
  void areNeverNamedToThemselves() {
    assertThat(named(there("bob"))).isEmpty();
    assertThat(named(Chat.person("bob"))).isEmpty();
  }

  @Test
  void areOutOnAllAccountsOnceTheySaidSoOnOne() {
    acme.preferences.change(there("bob"), each -> each.with(Preference.Standing.OUT));

    assertThat(named(Chat.person("kim"))).isEmpty();
    assertThat(acme.preferences.isOut(Chat.person("bob"))).isTrue();
    assertThat(acme.preferences.out(Chat.WORKSPACE).out()).containsExactly(Chat.person("bob"));

    acme.preferences.change(Chat.person("bob"), each -> each.with(Preference.Standing.IN));

    assertThat(acme.preferences.isOut(there("bob"))).isFalse();
    assertThat(named(there("ada"))).containsExactly(there("bob"));
  }

  @Test
  void areOutWithAnAccountThatCameLater() {
    acme.preferences.change(Chat.person("kim"), each -> each.with(Preference.Standing.OUT));
    both("kim", Person.Standing.ACTIVE);

    assertThat(acme.preferences.isOut(there("kim"))).isTrue();
    assertThat(acme.preferences.out(OTHER).out()).containsExactly(there("kim"));
    assertThat(acme.preferences.of(there("kim")).isOut()).isTrue();
  }

  @Test
  void areOutWithAnAccountOnWhichTheySaidSomethingElse() {
    var kim = there("kim");
    acme.preferences.change(kim, each -> each.hiding("billing"));
    acme.preferences.change(Chat.person("kim"), each -> each.with(Preference.Standing.OUT));
    both("kim", Person.Standing.ACTIVE);

    assertThat(acme.preferences.of(kim).isOut()).isTrue();
    assertThat(acme.preferences.of(kim).hidden()).containsExactly("billing");
  }

  @Test
  void areNotProposedAgainToWhoeverObjectedWithAnyAccount() {
    acme.opinions.notRight(Chat.person("ada"), Chat.person("bob"), "kafka offsets", null);

    assertThat(named(there("ada"))).isEmpty();
    assertThat(named(Chat.person("kim"))).containsExactly(Chat.person("bob"));
  }

  @Test
  void meetWhereTheAskerIsOrElseWhereBothAreOrElseEachWhereTheyAre() {
    var here = introduced(there("ada"), there("bob"));
    assertThat(here).containsExactly(together(there("ada"), there("bob")));

    acme.people("tom");
    acme.thread("dev", 6000, "kim: kafka offsets on disk?", "tom: kafka offsets in a topic");
    assertThat(introduced(there("ada"), Chat.person("tom")))
        .containsExactly(together(Chat.person("ada"), Chat.person("tom")));
    // Tom hears of one thing a day that he did not ask for.
    acme.clock.advance(Duration.ofDays(1));
    assertThat(introduced(there("zoe"), Chat.person("tom")))
        .containsExactly(together(Chat.person("tom")), together(there("zoe")));
    assertThat(introduced(Chat.person("ada"), there("ada"))).isEmpty();
  }

  @Test
  void areToldOfWhoeverSaysElsewhereWhatTheyKnow() {
    acme.people("tom");
    acme.preferences.change(Chat.person("tom"), each -> each.knowing("ceramics"));
    person(there("gia"), "gia@acme.org", Person.Standing.GUEST);

    assertThat(acme.experts.on("ceramics", asker(there("zoe"))).declared())
        .extracting(Person::id)
        .containsExactly(Chat.person("tom"));
    assertThat(acme.experts.on("ceramics", asker(there("gia"))).declared()).isEmpty();
  }

  private List<Destination> introduced(PersonId by, PersonId to) {
    introductions.introduce(new Command.Introduce(to, "kafka offsets"), asker(by), by + " " + to);
    return brought.written().stream().map(Outgoing::to).toList();
  }

  private static Destination together(PersonId... people) {
    return new Destination.Together(Set.of(people));
  }
}
