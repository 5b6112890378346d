package ponte.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Acquaintance.Role;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.follow.Follows;
import ponte.nlp.Language;
import ponte.nudge.Countries;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Gate;
import ponte.nudge.Holidays;
import ponte.nudge.QuietChannels;
import ponte.nudge.Ration;
import ponte.reply.Block;

/** Those who are introduced, where they have accounts on several platforms. */
class SeveralAccountsTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  private final Workspace acme = new Workspace().open("dev");
  private final Participations participations =
      new Participations(acme.records, acme.directory, acme.clock);
  private int change;

  private static PersonId teams(String name) {
    return new PersonId(new WorkspaceId("tenant"), name);
  }

  private Person person(PersonId id, @Nullable String email) {
    return person(id, email, Person.Standing.ACTIVE);
  }

  private Person person(PersonId id, @Nullable String email, Person.Standing standing) {
    var person = new Person(id, id.value(), id.value(), "", email, ROME, null, standing);
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId("person " + change), person, Chat.START.plusMillis(change++))));
    return person;
  }

  @Test
  void meetNobodyWhomTheyDoNotWantToMeetByAnyOfTheirAccounts() {
    var ada = person(Chat.person("ada"), "ada@acme.org").id();
    var other = person(teams("ada"), "elsewhere@acme.org").id();
    var bob = Chat.person("bob");
    participations.change(ada, old -> old.without(Set.of(bob)));
    participations.change(other, old -> old.without(Set.of(teams("kim"))));
    assertThat(participations.of(other).orElseThrow().notWith()).containsExactly(teams("kim"));

    person(other, "ada@acme.org");

    for (var account : List.of(ada, other)) {
      assertThat(participations.of(account).orElseThrow().notWith())
          .containsExactlyInAnyOrder(bob, teams("kim"));
    }
    assertThat(participations.all())
        .singleElement()
        .satisfies(all -> assertThat(all.notWith()).containsExactlyInAnyOrder(bob, teams("kim")));
    participations.change(other, old -> old.with(Set.of(bob)));
    assertThat(participations.of(ada).orElseThrow().notWith()).containsExactly(teams("kim"));
    assertThat(participations.of(other).orElseThrow().notWith()).containsExactly(teams("kim"));
  }

  @Test
  void meetNobodyWhomTheyDoNotWantToMeetThoughTheFirstAccountOfThatOneEnded() {
    var bob = person(Chat.person("bob"), "bob@acme.org").id();
    var anna = person(Chat.person("anna"), "anna@acme.org").id();
    participations.change(bob, old -> old.without(acme.directory.accounts(anna)));
    var other = person(teams("anna"), "anna@acme.org").id();

    person(anna, "anna@acme.org", Person.Standing.LEFT);

    assertThat(barredOf(bob)).contains(other);
    participations.change(bob, old -> old.with(acme.directory.accountsEver(other)));
    assertThat(barredOf(bob)).isEmpty();
  }

  private Set<PersonId> barredOf(PersonId person) {
    return participations.barred(
        participations.of(person).orElseGet(() -> Participation.none(person, Chat.START)));
  }

  @Test
  void keepWhatTheyWantWhereTheAccountEndsThatTheySaidItWith() {
    var bob = person(Chat.person("bob"), "bob@acme.org").id();
    var anna = Chat.person("anna");
    participations.change(bob, old -> old.joining().without(Set.of(anna)).learning("kafka"));
    var other = person(teams("bob"), "bob@acme.org").id();
    participations.settle(other);

    person(bob, "bob@acme.org", Person.Standing.LEFT);

    var kept = participations.of(other).orElseThrow();
    assertThat(kept.person()).isEqualTo(other);
    assertThat(kept.company()).isTrue();
    assertThat(kept.learns()).containsExactly("kafka");
    assertThat(barredOf(other)).contains(anna);
  }

  @Test
  void meetNobodyTheyDidNotWantToMeetWithAnAccountThatEndedBeforeThisOneCame() {
    var bob = person(Chat.person("bob"), "bob@acme.org").id();
    var anna = Chat.person("anna");
    participations.change(bob, old -> old.joining().without(Set.of(anna)));
    person(bob, "bob@acme.org", Person.Standing.LEFT);
    var later = person(teams("bob"), "bob@acme.org").id();
    participations.settle(later);
    assertThat(participations.of(later)).isEmpty();

    participations.change(later, Participation::joining);

    assertThat(participations.of(later).orElseThrow().notWith()).isEmpty();
    assertThat(barredOf(later)).contains(anna);
    participations.change(later, old -> old.with(Set.of(anna)));
    assertThat(barredOf(later)).isEmpty();
  }

  @Test
  void areGivenAllThatTheyWantedWithEachAccount() {
    var ada = person(Chat.person("ada"), "ada@acme.org").id();
    var other = person(teams("ada"), "elsewhere@acme.org").id();
    participations.change(ada, old -> old.joining().learning("kubernetes"));
    participations.change(other, old -> old.volunteering(Role.MENTOR));
    person(other, "ada@acme.org");
    assertThat(participations.each(other)).hasSize(2);
    assertThat(participations.each(other).getLast().learns()).containsExactly("kubernetes");

    participations.change(other, Participation::leaving);

    assertThat(participations.each(other)).allMatch(each -> !each.isIn());
    participations.forget(ada);
    assertThat(participations.each(other)).hasSize(1);
  }

  @Test
  void pauseWithWhicheverAccountTheySaySo() {
    var ada = person(Chat.person("ada"), "ada@acme.org").id();
    var other = person(teams("ada"), "elsewhere@acme.org").id();
    participations.change(ada, Participation::joining);
    participations.change(other, Participation::joining);
    person(other, "ada@acme.org");
    var day = LocalDate.of(2026, 5, 4);

    participations.change(other, old -> old.pausing(day));

    assertThat(participations.of(ada).orElseThrow().until()).isEqualTo(day);
    assertThat(participations.all()).allSatisfy(all -> assertThat(all.until()).isEqualTo(day));
    participations.change(ada, old -> old.pausing(null));
    assertThat(participations.of(other).orElseThrow().until()).isNull();
  }

  @Test
  void areNotIntroducedAgainToWhomTheyMetWithAnAccountThatEnded() {
    var bob = person(Chat.person("bob"), "bob@acme.org").id();
    var anna = person(Chat.person("anna"), "anna@acme.org").id();
    var meetings = new Meetings(acme.records, acme.directory, Duration.ofDays(180));
    meetings.begin(
        "i",
        new Round.Group(List.of(anna, bob), new Round.Kind.Company(), Language.ENGLISH, List.of()),
        acme.clock.instant());
    person(bob, "bob@acme.org", Person.Standing.LEFT);
    var later = person(teams("bob"), "bob@acme.org").id();

    assertThat(meetings.of(later)).isEmpty();
    assertThat(meetings.ever(later)).hasSize(1);
  }

  @Test
  void readOfEachOtherWhereTheyReachThemThoughThreeShareNoWorkspace() {
    var ada = person(Chat.person("ada"), "ada@acme.org");
    var bob = person(Chat.person("bob"), null);
    var kim = person(teams("kim"), "kim@acme.org");
    var naming = new Naming(List.of(ada, bob, kim), false, acme.directory.accounts());

    var toAda = opening(naming, ada.id());
    var toKim = opening(naming, kim.id());

    assertThat(toAda.getFirst()).contains("The three of you share no workspace");
    assertThat(toAda.get(1))
        .contains("bob, @bob", "kim, mailto:kim@acme.org")
        .doesNotContain("ada");
    assertThat(toKim.get(1)).contains("ada, mailto:ada@acme.org").endsWith("\nbob");
    assertThat(String.join(" ", toAda)).doesNotContain("both");
    var two = new Naming(List.of(ada, kim), false, acme.directory.accounts());
    assertThat(opening(two, ada.id()).getFirst()).contains("This one has no account here");
  }

  private List<String> opening(Naming naming, PersonId reader) {
    var group =
        new Round.Group(
            naming.ids(),
            new Round.Kind.InChannel(Chat.in("dev").channel()),
            Language.ENGLISH,
            List.of());
    return letters().opening("i", group, naming, reader, acme.clock.instant()).blocks().stream()
        .map(SeveralAccountsTest::words)
        .toList();
  }

  private Letters letters() {
    var gate =
        new Gate(
            acme.directory,
            acme.preferences,
            new Ration(acme.records, 1, 3, acme.clock),
            new Effects(acme.records, EffectRules.DEFAULT, acme.clock),
            Countries.BY_ZONE,
            Holidays.NONE,
            QuietChannels.NONE,
            acme.clock);
    return new Letters(
        acme.directory,
        new Beginnings(
            acme.archive,
            acme.directory,
            acme.experts,
            new Follows(acme.records, acme.directory),
            participations),
        new Slots(acme.preferences, gate));
  }

  private static String words(Block block) {
    return switch (block) {
      case Block.Paragraph(var text) -> words(text.spans());
      case Block.Listing(_, var items) ->
          String.join(
              "\n", items.stream().map(item -> words(item.lines().getFirst().spans())).toList());
      default -> "";
    };
  }

  private static String words(List<Span> spans) {
    var words = new StringBuilder();
    for (var span : spans) {
      words.append(
          switch (span) {
            case Span.Plain(var text) -> text;
            case Span.Mention(var person) -> "@" + person.value();
            case Span.Link(var url, _) -> url;
            default -> "";
          });
    }
    return words.toString();
  }
}
