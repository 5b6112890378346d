package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Kind;

/** What is counted of nudges, by whatever account people react to them. */
class WhatCameOfNudgesTest {

  private static final ChannelId RANDOM = Chat.in("random").channel();
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
    return new Effects(team.acme.records, EffectRules.DEFAULT, team.acme.clock)
        .of(account).stream()
            .filter(shown -> shown.kind() == kind)
            .flatMap(shown -> shown.said().stream())
            .collect(Collectors.toSet());
  }
}
