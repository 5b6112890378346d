package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.reply.Offered.commands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preference;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Reply;

/** Two of one organisation who have no workspace in common, one in Slack and one in Teams, say. */
class ApartTest {

  private static final WorkspaceId TENANT = new WorkspaceId("tenant");
  private static final PersonId ZOE = new PersonId(TENANT, "zoe");
  private static final PersonId TOM = Chat.person("tom");
  private static final Command.Introduce TO_TOM = new Command.Introduce(TOM, "kafka offsets");

  private final Workspace acme = new Workspace().open("dev");
  private final Brought brought = new Brought(acme);
  private final Introductions introductions = brought.introductions();

  @BeforeEach
  void zoeIsInOneAndTomInTheOther() {
    acme.clock.advance(Duration.ofHours(2));
    person(ZOE, "Zoe Neri", "Designer", "zoe@acme.org", Language.ENGLISH, Standing.ACTIVE);
    person(TOM, "Tom Rossi", "Engineer", "tom@acme.org", Language.ITALIAN, Standing.ACTIVE);
  }

  private void person(
      PersonId id,
      String name,
      String title,
      @Nullable String email,
      Language language,
      Standing standing) {
    acme.clock.advance(Duration.ofMillis(1));
    acme.directory.apply(
        List.of(
            new Roster.PersonChanged(
                new EventId(id + name + title + email + standing),
                new Person(id, name, id.value(), title, email, ZoneOffset.UTC, language, standing),
                acme.clock.instant())));
  }

  private Asker asker(PersonId person) {
    return new Asker(person, acme.directory.audienceOf(person), Language.ENGLISH, ZoneOffset.UTC);
  }

  private static Destination alone(PersonId person) {
    return new Destination.Together(Set.of(person));
  }

  @Test
  void areEachWrittenToWhereTheyAreInTheirOwnLanguage() {
    var outcome = introductions.introduce(TO_TOM, asker(ZOE), "e1");

    var written = brought.written();
    assertThat(written).extracting(Outgoing::to).containsExactly(alone(TOM), alone(ZOE));
    var toTom = written.getFirst().reply();
    assertThat(toTom.language()).isEqualTo(Language.ITALIAN);
    assertThat(words(toTom))
        .contains("Zoe Neri (Designer)", "kafka offsets", "zoe@acme.org", "non porto parole")
        .doesNotContain("tom@acme.org");
    var toZoe = written.getLast().reply();
    assertThat(toZoe.language()).isEqualTo(Language.ENGLISH);
    assertThat(words(toZoe))
        .contains("Tom Rossi (Engineer)", "kafka offsets", "now has your address", "zoe@acme.org");
    assertThat(words(outcome.reply())).contains("another workspace", "your chat with me");
  }

  @Test
  void areWrittenToInTheLanguageTheyChose() {
    acme.preferences.change(TOM, each -> each.with(Language.ENGLISH));

    introductions.introduce(TO_TOM, asker(ZOE), "e1");

    assertThat(brought.written().getFirst().reply().language()).isEqualTo(Language.ENGLISH);
  }

  @Test
  void areToldTheAddressOfWhoeverAsksAndNotThatOfWhoeverIsAsked() {
    var outcome = introductions.introduce(TO_TOM, asker(ZOE), "e1");

    var written = brought.written();
    assertThat(links(written.getFirst().reply())).containsExactly("mailto:zoe@acme.org");
    assertThat(written.toString() + outcome).doesNotContain("tom@acme.org");
  }

  @Test
  void reachTheAskerOnceTheColleagueGivesTheirAddress() {
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    var give = commands(brought.written().getFirst().reply());
    assertThat(give).containsExactly(new Command.GiveAddress(ZOE, "kafka offsets"));

    var given = gives((Command.GiveAddress) give.getFirst(), "e2");
    assertThat(words(given)).contains("Zoe Neri gets your address");
    var written = brought.written();
    assertThat(written).extracting(Outgoing::to).containsExactly(alone(ZOE));
    assertThat(words(written.getFirst().reply()))
        .contains("Tom Rossi (Engineer) is willing", "tom@acme.org", "kafka offsets");

    var again = gives((Command.GiveAddress) give.getFirst(), "e3");
    assertThat(words(again)).contains("already");
    assertThat(brought.written()).isEmpty();
  }

  private Reply gives(Command.GiveAddress command, String request) {
    return brought.addresses.give(command, asker(TOM), request);
  }

  @Test
  void reachTheAskerWhenTheyMayBeDisturbed() {
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    brought.written();
    acme.clock.set(Instant.parse("2026-06-15T23:00:00Z"));

    gives(new Command.GiveAddress(ZOE, "kafka offsets"), "e2");
    assertThat(brought.written()).isEmpty();

    acme.clock.set(Instant.parse("2026-06-16T09:00:00Z"));
    assertThat(brought.written()).extracting(Outgoing::to).containsExactly(alone(ZOE));
  }

  @Test
  void giveNoAddressOfWhoOptsOutWhileItWaits() {
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    brought.written();
    gives(new Command.GiveAddress(ZOE, "kafka offsets"), "e2");

    acme.preferences.change(TOM, each -> each.with(Preference.Standing.OUT));

    assertThat(brought.written()).isEmpty();
  }

  @Test
  void areBroughtTogetherOnceForATopic() {
    var first = introductions.introduce(TO_TOM, asker(ZOE), "e1");

    assertThat(introductions.introduce(TO_TOM, asker(ZOE), "e1")).isEqualTo(first);
    var second = introductions.introduce(TO_TOM, asker(ZOE), "e2");
    assertThat(words(second.reply())).contains("already");
    assertThat(brought.written()).hasSize(2);
  }

  @Test
  void areReachedByTheColleagueWhereTheAskerHasNoAddress() {
    person(ZOE, "Zoe Neri", "Designer", null, Language.ENGLISH, Standing.ACTIVE);

    var outcome = introductions.introduce(TO_TOM, asker(ZOE), "e1");

    var written = brought.written();
    var toTom = written.getFirst().reply();
    assertThat(words(toTom)).contains("non conosco un suo indirizzo");
    assertThat(commands(toTom)).containsExactly(new Command.GiveAddress(ZOE, "kafka offsets"));
    assertThat(words(written.getLast().reply())).contains("whether to let you have");
  }

  @Test
  void areNotBroughtTogetherWhereNeitherCouldReachTheOther() {
    person(ZOE, "Zoe Neri", "", null, Language.ENGLISH, Standing.ACTIVE);
    person(TOM, "Tom Rossi", "", null, Language.ITALIAN, Standing.ACTIVE);

    var outcome = introductions.introduce(TO_TOM, asker(ZOE), "e1");

    assertThat(brought.written()).isEmpty();
    assertThat(words(outcome.reply())).contains("no address");
  }

  @Test
  void giveNoAddressToGuestsNorOfThem() {
    person(ZOE, "Zoe Neri", "", "zoe@else.org", Language.ENGLISH, Standing.GUEST);

    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    introductions.introduce(new Command.Introduce(ZOE, "kafka"), asker(TOM), "e2");
    gives(new Command.GiveAddress(ZOE, "kafka"), "e3");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void writeToNobodyWhoDidNotSeekThem() {
    var given = gives(new Command.GiveAddress(ZOE, "kafka"), "e1");

    assertThat(words(given)).contains("no address");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void writeToNobodyWhoOptedOutSince() {
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    var give = (Command.GiveAddress) commands(brought.written().getFirst().reply()).getFirst();

    optsOut(ZOE, "o1");

    assertThat(words(gives(give, "e2"))).contains("no address");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void giveNoAddressToWhoOptsOutAgainWhileItWaits() {
    optsOut(ZOE, "o1");
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    var give = (Command.GiveAddress) commands(brought.written().getFirst().reply()).getFirst();
    assertThat(words(gives(give, "e2"))).contains("Zoe Neri gets your address");

    optsOut(ZOE, "o2");

    assertThat(brought.written()).isEmpty();
  }

  @Test
  void reachTheAskerThoughTheyTookNoPartWhenTheyWished() {
    optsOut(ZOE, "o1");
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    var give = (Command.GiveAddress) commands(brought.written().getFirst().reply()).getFirst();

    assertThat(words(gives(give, "e2"))).contains("Zoe Neri gets your address");

    var written = brought.written();
    assertThat(written).extracting(Outgoing::to).containsExactly(alone(ZOE));
    assertThat(words(written.getFirst().reply())).contains("tom@acme.org");
  }

  @Test
  void tellWhoTakesNoPartThatTheirAddressIsNotGiven() {
    introductions.introduce(TO_TOM, asker(ZOE), "e1");
    var give = (Command.GiveAddress) commands(brought.written().getFirst().reply()).getFirst();
    acme.preferences.change(TOM, each -> each.with(Preference.Standing.OUT));

    assertThat(words(gives(give, "e2"))).contains("You are out").contains("opt in");
    assertThat(brought.written()).isEmpty();

    acme.preferences.change(TOM, each -> each.with(Preference.Standing.IN));
    assertThat(words(gives(give, "e3"))).contains("Zoe Neri gets your address");
    assertThat(brought.written()).hasSize(1);
  }

  private void optsOut(PersonId person, String request) {
    acme.clock.advance(Duration.ofMinutes(1));
    acme.preferences.change(person, each -> each.with(Preference.Standing.OUT));
    introductions.withdraw(asker(person), request);
    acme.clock.advance(Duration.ofMinutes(1));
  }

  @Test
  void areToldThatItWasDoneThoughTheyTakePartInNothingElse() {
    acme.preferences.change(ZOE, each -> each.with(Preference.Standing.OUT));

    introductions.introduce(TO_TOM, asker(ZOE), "e1");

    assertThat(brought.written()).extracting(Outgoing::to).containsExactly(alone(TOM), alone(ZOE));
  }

  @Test
  void areNotBroughtTogetherWithWhoOptedOut() {
    acme.preferences.change(TOM, each -> each.with(Preference.Standing.OUT));

    introductions.introduce(TO_TOM, asker(ZOE), "e1");

    assertThat(brought.written()).isEmpty();
  }

  private static String words(Reply reply) {
    return reply.blocks().toString();
  }

  private static List<String> links(Reply reply) {
    return reply.blocks().stream()
        .filter(Block.Paragraph.class::isInstance)
        .flatMap(block -> ((Block.Paragraph) block).text().spans().stream())
        .filter(Span.Link.class::isInstance)
        .map(span -> ((Span.Link) span).url())
        .toList();
  }
}
