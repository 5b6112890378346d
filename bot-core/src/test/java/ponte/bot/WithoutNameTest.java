package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;
import ponte.command.Nameless;
import ponte.consent.Offer;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.NudgeRules;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.unnamed.UnnamedRules;

/** A question that colleagues are asked without learning whose it is. */
class WithoutNameTest {

  static final String QUESTION =
      "How do we reset the Kafka offsets of the billing consumers after an outage?";

  private static final String TYPED = "ask without my name: " + QUESTION;
  static final ChannelId OPS = Chat.in("ops").channel();
  static final List<String> EXPERTS = Unanswered.EXPERTS;

  /** Names that occur nowhere else, in the account, the profile and the address. */
  static final String ASKER = "u7q9xz";

  private static final Set<String> TELLS =
      Set.of("u7q9xz", "zebedea", "quuxley", "zquux", "zeb@acme.example");

  private final Team team = team(UnnamedRules.of(Set.of("true")));

  /** A Monday, at ten where they live; eve takes care of the community. */
  static Team team(UnnamedRules unnamed) {
    return new Team("2026-03-23T09:00:00Z", rules(unnamed));
  }

  static Ponte.Rules rules(UnnamedRules unnamed) {
    var usual = NudgeRules.DEFAULT;
    return Ponte.Rules.DEFAULT
        .with(new Roles(Set.of("T1/eve"), Set.of()))
        .with(new NudgeRules(usual.after(), usual.next(), usual.groups(), usual.listed(), unnamed));
  }

  @BeforeEach
  void fiveColleaguesAnsweredAboutKafka() {
    settle(team);
  }

  static void settle(Team team) {
    team.acme.people("lea", "max", "noa", ASKER).open("ops");
    Unanswered.knowOfKafka(team);
    reads(team, Language.ENGLISH);
  }

  private static void reads(Team team, Language language) {
    team.acme.directory.apply(
        List.of(
            new Event.Roster.PersonChanged(
                new EventId("asker reads " + language),
                new Person(
                    Team.person(ASKER),
                    "Zebedea Quuxley",
                    "zquux",
                    "Keeper of the archive",
                    "zeb@acme.example",
                    ZoneId.of("Europe/Rome"),
                    language,
                    Person.Standing.ACTIVE),
                team.acme.clock.instant().plusMillis(language.ordinal() + 1L))));
  }

  @Test
  void showsWordForWordWhatColleaguesWouldReadAndAsksNobodyYet() {
    var preview = team.says(ASKER, TYPED);

    assertThat(asked()).isEmpty();
    assertThat(Team.words(preview)).contains("Up to 3 colleagues", "the machine on which I work");
    asks(preview);
    assertThat(asked()).hasSize(3);
    for (var name : asked()) {
      var read = Team.words(theOnly(name)).lines().limit(3).toList();
      assertThat(read).hasSize(3).contains(QUESTION);
      assertThat(Team.words(preview)).contains(read);
    }
  }

  @Test
  void offersItBesideAQuestionThatNobodyAnswersAndAsksSoInsteadOfOpenly() {
    var question = team.posts(ASKER, OPS, QUESTION);
    team.at("2026-03-23T13:00:00Z");
    assertThat(Team.commands(theOnly(ASKER)))
        .contains(new Command.OnMyQuestion(question, Deed.SHOW_UNNAMED));

    var preview = team.presses(ASKER, new Command.OnMyQuestion(question, Deed.SHOW_UNNAMED));
    assertThat(Team.words(preview))
        .contains(QUESTION, "This question stands in #ops with your name, though");
    assertThat(asked()).isEmpty();
    team.presses(ASKER, new Command.OnMyQuestion(question, Deed.ASK_UNNAMED));
    assertThat(asked()).hasSize(3);
    var again = team.presses(ASKER, new Command.OnMyQuestion(question, Deed.ASK_UNNAMED));

    assertThat(Team.words(again)).contains("asked about it already");
    team.at("2026-03-24T13:00:00Z");
    team.at("2026-03-27T13:00:00Z");
    assertThat(asked()).hasSize(3);
    assertThat(Team.words(team.says("eve", "open questions")))
        .contains("no question that nobody answered");
  }

  @Test
  void asksNobodyOnceItsQuestionWasAnsweredInTheChannel() {
    team.acme.clock.set(Instant.parse("2026-03-23T13:00:00Z"));
    var question = team.posts(ASKER, OPS, QUESTION);
    team.at("2026-03-24T08:00:00Z");
    team.at("2026-03-24T13:00:00Z");
    team.acme.clock.set(Instant.parse("2026-03-24T17:30:00Z"));
    team.presses(ASKER, new Command.OnMyQuestion(question, Deed.ASK_UNNAMED));
    team.replies("bob", question, "you reset them with the shell");

    team.at("2026-03-25T08:30:00Z");

    assertThat(asked()).isEmpty();
  }

  @Test
  void keepsNoWordsOfAQuestionInAChannelAndEndsWithIt() {
    var question = asksBeside(QUESTION);
    var asked = asked();
    assertThat(asked).hasSize(3);
    var answer = new Command.WithoutName(new Nameless.Answer(put(asked.get(0)), "with the shell"));
    var never = say(asked.get(1), Rsvp.NEVER);
    assertThat(Team.words(team.says(asked.get(0), "export my data"))).contains("billing consumers");
    assertThat(team.acme.records.everything("unnamed"))
        .isNotEmpty()
        .noneMatch(each -> each.content().contains("billing"));

    team.takesBack(question);

    assertThat(Team.words(team.presses(asked.get(0), answer)))
        .contains("nothing to answer any more");
    assertThat(Team.words(team.says(asked.get(0), "answer a colleague")))
        .contains("waits for your answer");
    assertThat(Team.words(team.says(ASKER, "export my data"))).doesNotContain("billing consumers");
    team.presses(asked.get(1), never);
    assertThat(team.ponte.preferences().of(Team.person(asked.get(1))).takes(Offer.INVITATIONS))
        .isFalse();
    assertThat(team.written(ASKER)).hasSize(1);
  }

  @Test
  void putsNoQuestionToAnybodyThatIsMarkedConfidentialFarBehind() {
    var question = asksBeside(QUESTION);
    var asked = asked();
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    team.edits(question, QUESTION + " We tried the shell again.".repeat(20) + " [confidential]");

    team.at("2026-03-24T13:01:00Z");

    assertThat(team.written(asked.get(0))).hasSize(1);
  }

  @Test
  void putsAnEditedQuestionInItsNewWordsToThoseWhoAreYetToBeAsked() {
    var question = asksBeside(QUESTION);
    var asked = asked();
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    team.edits(question, "How do we reset the Kafka offsets of the consumers, if at all?");

    team.at("2026-03-24T13:01:00Z");

    assertThat(Team.words(team.written(asked.get(0)).getLast().reply()))
        .contains("consumers, if at all?")
        .doesNotContain("after an outage");
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    team.edits(question, "It is Zebedea: how do we reset the Kafka offsets of the consumers?");
    team.at("2026-03-25T13:02:00Z");
    assertThat(team.written(asked.get(0))).hasSize(2);
  }

  @Test
  void showsAQuestionToAColleagueOnlyOnceTheyWereTold() {
    team.acme.clock.set(Instant.parse("2026-03-23T17:30:00Z"));
    asks(team.says(ASKER, TYPED));
    assertThat(team.acme.records.everything("unnamed-put")).hasSize(3);

    for (var name : EXPERTS) {
      assertThat(Team.words(team.says(name, "answer a colleague")))
          .contains("waits for your answer");
      assertThat(Team.words(team.says(name, "export my data"))).doesNotContain("billing");
    }
    team.at("2026-03-24T09:00:00Z");

    assertThat(asked()).hasSize(3);
    assertThat(Team.words(team.says(asked().getFirst(), "export my data"))).contains("billing");
  }

  @Test
  void asksNobodyForWhoOptedOutMeanwhileAndPassesNothingOnToThem() {
    asks(team.says(ASKER, TYPED));
    var asked = asked();
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    var answer = new Command.WithoutName(new Nameless.Answer(put(asked.get(1)), "with the shell"));
    team.presses(ASKER, new Command.OptOut());

    var told = team.presses(asked.get(1), answer);
    team.at("2026-03-24T13:01:00Z");

    assertThat(Team.words(told)).contains("nothing to answer any more");
    assertThat(team.written(asked.get(0))).hasSize(1);
    assertThat(team.written(ASKER)).isEmpty();
  }

  @Test
  void asksForWhoTakesNoPartAndBringsThemTheAnswers() {
    team.presses(ASKER, new Command.OptOut());

    asks(team.says(ASKER, TYPED));
    var asked = asked();
    assertThat(asked).hasSize(3);
    team.presses(asked.getFirst(), say(asked.getFirst(), Rsvp.LATER));
    team.at("2026-03-24T13:01:00Z");
    assertThat(team.written(asked.getFirst())).hasSize(2);
    team.presses(
        asked.get(1),
        new Command.WithoutName(new Nameless.Answer(put(asked.get(1)), "with the shell")));

    assertThat(Team.words(theOnly(ASKER))).contains("with the shell");
  }

  @Test
  void invitesNobodyByNameToTheQuestionThatTheyAreAskedWithoutIt() {
    var question = asksBeside(QUESTION);
    var asked = asked();
    var other = EXPERTS.stream().filter(name -> !asked.contains(name)).findFirst().orElseThrow();

    var told = new ArrayList<String>();
    for (var name : List.of(asked.get(0), other)) {
      var invite = new Command.Invite(question, Team.person(name));
      told.add(Team.words(team.presses(ASKER, invite)).replace(name, "somebody"));
    }

    assertThat(told.get(0)).isEqualTo(told.get(1));
    assertThat(team.written(asked.get(0))).hasSize(1);
    assertThat(Team.words(theOnly(other))).contains("@" + ASKER);
  }

  /** Asks a channel, and then colleagues without a name, when they have time. */
  private MessageId asksBeside(String words) {
    var question = team.posts(ASKER, OPS, words);
    team.at("2026-03-23T13:00:00Z");
    team.presses(ASKER, new Command.OnMyQuestion(question, Deed.ASK_UNNAMED));
    return question;
  }

  @Test
  void passesAnAnswerOnWithItsNameOnceAndThenAsksNobodyElse() {
    asks(team.says(ASKER, TYPED));
    var asked = asked();
    team.presses(asked.get(1), say(asked.get(1), Rsvp.LATER));
    var form = fill(asked.get(0), "with the shell, group by group");

    var told = team.fillsIn(asked.get(0), "answer", form);

    assertThat(Team.words(told)).contains("passed your answer on");
    assertThat(Team.words(theOnly(ASKER)))
        .contains("@" + asked.get(0), "with the shell, group by group", QUESTION)
        .contains("does not know that it was you");
    team.at("2026-03-24T13:01:00Z");
    assertThat(team.written(asked.get(1))).hasSize(1);
    team.fillsIn(asked.get(2), "answer", fill(asked.get(2), "or delete the group"));
    assertThat(team.written(ASKER)).hasSize(2);
    assertThat(Team.commands(theFirst(ASKER))).isEmpty();
    var effects = new Effects(team.acme.records, EffectRules.DEFAULT, team.acme.clock);
    assertThat(effects.of(Team.person(asked.get(0))))
        .singleElement()
        .satisfies(each -> assertThat(each.said()).containsOnly(Said.ACCEPTED, Said.ANSWERED));
  }

  @Test
  void takesAnAnswerOnlyFromThoseWhomItWasPutTo() {
    asks(team.says(ASKER, TYPED));
    var question = put(asked().getFirst());
    var other = EXPERTS.stream().filter(name -> !asked().contains(name)).findFirst().orElseThrow();

    team.presses(other, new Command.WithoutName(new Nameless.Answer(question, "easy")));
    team.presses(other, new Command.WithoutName(new Nameless.Say(question, Rsvp.NEVER)));
    team.fillsIn(other, "answer", Map.of("question", List.of(question), "answer", List.of("easy")));

    assertThat(team.written(ASKER)).isEmpty();
    assertThat(Team.words(team.says(other, "answer a colleague")))
        .contains("waits for your answer");
  }

  @Test
  void asksAgainTomorrowWhoSaysSoAndNeverWhoWantsNoInvitations() {
    asks(team.says(ASKER, TYPED));
    var asked = asked();
    team.presses(asked.get(0), say(asked.get(0), Rsvp.LATER));
    team.presses(asked.get(1), say(asked.get(1), Rsvp.NEVER));
    team.presses(asked.get(2), say(asked.get(2), Rsvp.NOT_MY_TOPIC));

    team.at("2026-03-24T09:01:00Z");

    assertThat(team.written(asked.get(0))).hasSize(2);
    assertThat(team.written(asked.get(1))).hasSize(1);
    assertThat(team.ponte.preferences().of(Team.person(asked.get(2))).hidden()).isNotEmpty();
    assertThat(team.written(ASKER)).isEmpty();
  }

  @Test
  void doesNothingWhereItIsNotAllowed() {
    var elsewhere = team(UnnamedRules.of(Set.of("T2")));
    settle(elsewhere);

    for (var wish :
        List.of(new Nameless.Ask(QUESTION), new Nameless.Send(QUESTION), new Nameless.How())) {
      var told = elsewhere.presses(ASKER, new Command.WithoutName(wish));
      assertThat(Team.words(told)).contains("only asked with the name of who asks");
    }
    assertThat(Team.words(elsewhere.says(ASKER, "help"))).doesNotContain("without my name");
    assertThat(Team.words(team.says(ASKER, "help"))).contains("ask without my name");
    EXPERTS.forEach(name -> assertThat(elsewhere.written(name)).isEmpty());
  }

  @Test
  void asksNobodyInWordsThatNameTheAsker() {
    for (var words :
        List.of(
            "I am Zebedea, how do we reset the Kafka offsets of consumers?",
            "Mail me at zeb@acme.example how to reset the Kafka offsets of consumers",
            "How do we reset the Kafka offsets of consumers? QUUXLEY.",
            "For u7q9xz: how do we reset the Kafka offsets of consumers?")) {
      var told = team.presses(ASKER, new Command.WithoutName(new Nameless.Send(words)));
      assertThat(Team.words(told)).as(words).contains("stands in these words");
    }

    assertThat(asked()).isEmpty();
  }

  @Test
  void asksNobodyFromAChannelNorWhatIsMarkedNorMoreThanThreeInAWeek() {
    assertThat(Team.words(team.says(ASKER, TYPED, OPS))).contains("Not from a channel");
    assertThat(Team.words(team.says(ASKER, "ask without my name: CONFIDENTIAL: " + QUESTION)))
        .contains("not to be passed on");
    for (var more : List.of("", " Now.", " Today.", " This week.")) {
      var command = new Command.WithoutName(new Nameless.Send(QUESTION + more));
      var told = Team.words(team.presses(ASKER, command));
      assertThat(told.contains("more I do not")).isEqualTo(more.equals(" This week."));
    }
    team.acme.clock.advance(Duration.ofDays(8));
    var later = new Command.WithoutName(new Nameless.Send(QUESTION + " This week."));
    assertThat(Team.words(team.presses(ASKER, later))).contains("I ask up to 3 colleagues");
  }

  @Test
  void asksTheSameColleaguesOnceHoweverOftenItIsPressed() {
    var send = new Command.WithoutName(new Nameless.Send(QUESTION));

    var first = team.presses(ASKER, send);
    var second = team.presses(ASKER, send);

    assertThat(Team.words(second)).isEqualTo(Team.words(first));
    asked().forEach(this::theOnly);
    assertThat(asked()).hasSize(3);
  }

  @Test
  void passesNothingOnOnceTheAskerTookItBackOrIsForgotten() {
    for (Command end : List.of(new Command.Dismiss(), new Command.ConfirmForget())) {
      var other = team(UnnamedRules.of(Set.of("T1")));
      settle(other);
      var told = other.presses(ASKER, new Command.WithoutName(new Nameless.Send(QUESTION)));
      var asked = EXPERTS.stream().filter(name -> !other.written(name).isEmpty()).toList();
      var question =
          Team.commands(other.written(asked.getFirst()).getFirst().reply()).stream()
              .filter(Command.FillIn.class::isInstance)
              .map(each -> ((Command.FillIn) each).about())
              .findFirst()
              .orElseThrow();

      other.presses(
          ASKER,
          end instanceof Command.Dismiss ? Team.button(told, Command.WithoutName.class) : end);
      var answered =
          other.presses(
              asked.getFirst(), new Command.WithoutName(new Nameless.Answer(question, "easy")));

      assertThat(Team.words(answered)).contains("nothing to answer any more");
      assertThat(other.written(ASKER)).isEmpty();
    }
  }

  @Test
  void keepsNothingOfWhoIsForgotten() {
    asks(team.says(ASKER, TYPED));
    var asked = asked().getFirst();
    assertThat(Team.words(team.says(ASKER, "export my data")))
        .contains("asked without your name", "\"asked\":3")
        .doesNotContain("T1/" + asked);

    team.presses(ASKER, new Command.ConfirmForget());
    asked().forEach(name -> team.presses(name, new Command.ConfirmForget()));

    assertThat(team.acme.records.everything("unnamed", "unnamed-asked", "unnamed-put")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENGLISH", "ITALIAN"})
  void tellsNothingOfTheAskerToAnybodyElse(Language language) {
    reads(team, language);
    team.acme.clock.set(Instant.parse("2026-03-23T17:30:00Z"));
    var open = team.posts(ASKER, OPS, QUESTION + " We tried twice.");
    var send =
        Team.button(
            team.says(
                ASKER,
                language == Language.ITALIAN
                    ? "chiedi senza il mio nome: " + QUESTION
                    : "ask anonymously: " + QUESTION),
            Command.WithoutName.class);
    assertThat(Team.words(team.presses(ASKER, send))).contains("3 col");
    var waiting = new ArrayList<String>();
    team.acme.clock.set(Instant.parse("2026-03-24T09:00:00Z"));
    team.queue
        .lease(Prompts.TOPIC, 50, Duration.ofMinutes(1))
        .forEach(lease -> waiting.add(told(lease.entry())));
    team.at("2026-03-24T09:30:00Z");
    var asked = asked();
    team.presses(asked.get(0), say(asked.get(0), Rsvp.PASS));
    team.presses(asked.get(1), say(asked.get(1), Rsvp.LATER));
    team.fillsIn(asked.get(2), "answer", fill(asked.get(2), "with the shell"));
    team.at("2026-03-25T09:30:00Z");

    assertThat(asked).hasSize(3);
    assertThat(waiting).filteredOn(each -> each.contains("Unnamed")).hasSize(3);
    var readable =
        new ArrayList<>(waiting.stream().filter(each -> each.contains("Unnamed")).toList());
    for (var name : EXPERTS) {
      team.written(name).forEach(each -> readable.add(Codec.write(each)));
      readable.add(Team.words(team.says(name, "export my data")));
      readable.add(Team.words(team.says(name, "my data")));
    }
    // All that is kept but the question itself and what is the asker's own.
    for (var kind :
        List.of("unnamed-put", "requests", "ration", "effects", "invitations", "news", "deeds")) {
      team.acme
          .records
          .everything(kind)
          .forEach(
              document -> {
                if (!document.key().partition().owner().contains(ASKER)) {
                  readable.add(document.key() + " " + document.content());
                }
              });
    }
    team.acme.records.everything("audit").forEach(line -> readable.add(line.content()));
    assertThat(readable)
        .allSatisfy(
            each ->
                assertThat(each.toLowerCase(java.util.Locale.ROOT))
                    .doesNotContain(TELLS)
                    .doesNotContain(open.value()));
    assertThat(String.join("\n", readable)).contains(QUESTION, "Unnamed");
    assertThat(underAnotherName(asked)).isTrue();
  }

  /** No key of what went to the asker has anything of what went to the others. */
  private boolean underAnotherName(List<String> asked) {
    var seen = new HashSet<String>();
    for (var name : asked) {
      team.written(name).forEach(each -> seen.addAll(List.of(each.key().split("/"))));
    }
    seen.removeAll(Set.of("answer", "T1"));
    return team.written(ASKER).stream()
        .map(Outgoing::key)
        .noneMatch(key -> Stream.of(key.split("/")).anyMatch(seen::contains));
  }

  private static String told(Entry entry) {
    return entry.key() + " " + Codec.read(entry.payload(), Prompt.class) + " " + entry.payload();
  }

  private void asks(Reply preview) {
    team.presses(ASKER, Team.button(preview, Command.WithoutName.class));
  }

  private List<String> asked() {
    return EXPERTS.stream().filter(name -> !team.written(name).isEmpty()).toList();
  }

  private Reply theOnly(String name) {
    assertThat(team.written(name)).as(name).hasSize(1);
    return theFirst(name);
  }

  private Reply theFirst(String name) {
    return team.written(name).getFirst().reply();
  }

  private String put(String name) {
    var about = Team.button(theFirst(name), Command.FillIn.class).about();
    assertThat(about).isNotNull();
    return about == null ? "" : about;
  }

  private Command say(String name, Rsvp rsvp) {
    return new Command.WithoutName(new Nameless.Say(put(name), rsvp));
  }

  private Map<String, List<String>> fill(String name, String answer) {
    return Map.of("question", List.of(put(name)), "answer", List.of(answer));
  }
}
