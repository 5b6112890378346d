package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.bot.Unanswered.OPS;

import java.time.Duration;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Kind;
import ponte.store.Document;

/** What is counted of nudges, by whatever account people react to them. */
class WhatCameOfNudgesTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();
  private static final PersonId ADA = Team.person("ada");
  private static final PersonId BOB = Team.person("bob");
  private static final String QUESTION = "How do we reset the kafka offsets of the consumers?";

  /** A Monday, at ten where they live. */
  private final Team team = new Team("2026-03-23T09:00:00Z");

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isAnAnswerOfWhoWasInvitedByWhateverAccount(boolean byAnother) {
    var question = team.posts("ada", RANDOM, QUESTION);
    team.presses("ada", new Command.Invite(question, BOB));
    team.theOnly("bob");

    team.replies(byAnother ? another("bob") : BOB, question, "with the shell, group by group");

    assertThat(said(BOB, Kind.INVITATION)).containsExactly(Said.ANSWERED);
  }

  @ParameterizedTest
  @EnumSource(Experience.class)
  void isThatTheyMetOfAnIntroductionByWhateverAccountTheySaySo(Experience experience) {
    team.ponte.planAhead();
    team.says("bob", "introduce me to colleagues");
    team.says("kim", "introduce me to colleagues");
    team.at("2026-03-30T20:00:00Z");
    team.at("2026-03-31T08:00:00Z");
    var there = another("bob");

    team.presses(there, wish(Acquaintance.React.class, on -> on.reaction() == Reaction.ON));
    assertThat(said(BOB, Kind.INTRODUCTION)).containsExactly(Said.ACCEPTED);
    team.at("2026-04-10T08:00:00Z");
    team.presses(there, wish(Acquaintance.Tell.class, tell -> tell.experience() == experience));

    var met = experience != Experience.NOT_MET;
    assertThat(said(BOB, Kind.HELPED)).containsExactly(met ? Said.HELPED : Said.NOT_HELPED);
    assertThat(said(BOB, Kind.INTRODUCTION))
        .isEqualTo(met ? Set.of(Said.ACCEPTED, Said.ANSWERED) : Set.of(Said.ACCEPTED));
    assertThat(said(Team.person("kim"), Kind.INTRODUCTION)).isEmpty();
  }

  @Test
  void isAnAgreementToASuggestionOnlyOfWhoWasAsked() {
    var ops = new Unanswered();
    var question = ops.asks();
    var invite = new Command.Invite(question, Team.person("lea"));
    ops.team.presses("eve", invite);
    assertThat(Team.words(ops.team.theOnly("ada").reply())).contains("suggests inviting lea");
    ops.asksColleagues(question);

    ops.team.presses("eve", invite);
    assertThat(said(ops.team, ADA, Kind.HELP)).isEmpty();

    ops.team.presses("ada", invite);
    assertThat(said(ops.team, ADA, Kind.HELP)).containsExactly(Said.ACCEPTED);
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer("in the thread", (ops, it) -> ops.team.replies("kim", it, "use the shell")),
        answer(
            "in the channel",
            (ops, _) -> ops.team.posts("kim", OPS, "you can reset the offsets in the shell")),
        answer(
            "by somebody invited",
            (ops, it) -> {
              ops.asksColleagues(it);
              ops.team.replies(ops.asked().getFirst(), it, "use the shell");
            }),
        answer(
            "before it is called solved",
            (ops, it) -> {
              ops.team.replies("kim", it, "use the shell");
              ops.team.presses("ada", new Command.OnMyQuestion(it, Deed.SOLVED));
            }));
  }

  private static Arguments answer(String how, BiConsumer<Unanswered, MessageId> deed) {
    return Arguments.of(how, deed);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void isAnAnswerToTheQuestionAfterTheOfferOfHelp(
      String how, BiConsumer<Unanswered, MessageId> deed) {
    var ops = new Unanswered();
    var question = ops.offered();
    ops.team.acme.clock.advance(Duration.ofHours(2));
    deed.accept(ops, question);

    ops.team.at("2026-03-26T16:00:00Z");

    assertThat(said(ops.team, ADA, Kind.HELP)).contains(Said.ANSWERED);
    assertThat(counted(ops.team, Kind.HELP))
        .contains("\"answered\":1", "\"answeredWithin\":[0,0,1,0,0,0]");
  }

  static Stream<Arguments> others() {
    return Stream.of(
        answer("a mark", (ops, it) -> ops.team.reacts("kim", it, "white_check_mark")),
        answer("its asker", (ops, it) -> ops.team.replies("ada", it, "Solved, it was the shell.")),
        answer("a deletion", (ops, it) -> ops.team.takesBack(it)),
        answer(
            "leaving it before it is answered",
            (ops, it) -> {
              ops.team.presses("ada", new Command.OnMyQuestion(it, Deed.LEAVE));
              ops.team.replies("kim", it, "use the shell");
            }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void isNoAnswerThatNobodyGave(String how, BiConsumer<Unanswered, MessageId> deed) {
    var ops = new Unanswered();
    var question = ops.offered();
    deed.accept(ops, question);

    ops.team.at("2026-03-26T16:00:00Z");
    ops.list();

    assertThat(said(ops.team, ADA, Kind.HELP)).doesNotContain(Said.ANSWERED);
  }

  @Test
  void isAnAnswerAfterASuggestionThatTheAskerTookUp() {
    var question = team.posts("ada", RANDOM, QUESTION);
    team.presses("eve", new Command.Invite(question, BOB));
    team.presses("ada", Team.button(team.theOnly("ada").reply(), Command.Invite.class));

    team.replies("bob", question, "with the shell, group by group");

    assertThat(said(ADA, Kind.HELP)).containsExactlyInAnyOrder(Said.ACCEPTED, Said.ANSWERED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void isAnAnswerThoughTheQuestionStoodOnTheManagersListBefore(boolean isAnswered) {
    var ops = new Unanswered();
    var question = ops.offered();
    for (var day : new String[] {"24", "25", "26", "27", "30", "31"}) {
      ops.team.at("2026-03-" + day + "T14:00:00Z");
    }
    assertThat(ops.list()).contains("One question that nobody answered");

    if (isAnswered) {
      ops.team.replies("max", question, "you reset them with the shell, group by group");
    }
    ops.team.at("2026-04-13T14:00:00Z");

    assertThat(said(ops.team, ADA, Kind.HELP))
        .isEqualTo(isAnswered ? Set.of(Said.ANSWERED) : Set.of());
  }

  private <T> Command wish(Class<T> kind, java.util.function.Predicate<T> which) {
    return team.shown.values().stream()
        .flatMap(each -> Team.commands(each.reply()).stream())
        .filter(
            command ->
                command instanceof Command.Meet(var wish)
                    && kind.isInstance(wish)
                    && which.test(kind.cast(wish)))
        .findFirst()
        .orElseThrow();
  }

  /** Another account of somebody, elsewhere. */
  private PersonId another(String name) {
    var account = new PersonId(new WorkspaceId("T2"), name);
    Stream.of(Team.person(name), account).forEach(each -> team.hasAnAddress(each, null));
    return account;
  }

  /** What came of what an account was shown of a kind. */
  private Set<Said> said(PersonId account, Kind kind) {
    return said(team, account, kind);
  }

  private static Set<Said> said(Team team, PersonId account, Kind kind) {
    return new Effects(team.acme.records, EffectRules.DEFAULT, team.acme.clock)
        .of(account).stream()
            .filter(shown -> shown.kind() == kind)
            .flatMap(shown -> shown.said().stream())
            .collect(Collectors.toSet());
  }

  private static String counted(Team team, Kind kind) {
    return team.acme.records.everything("nudge-effects").stream()
        .filter(each -> each.key().id().startsWith("count "))
        .filter(each -> each.key().id().endsWith(" " + kind))
        .map(Document::content)
        .collect(Collectors.joining());
  }
}
