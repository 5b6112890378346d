package ponte.bench.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import ponte.bench.company.Watch.Promise;
import ponte.command.Command;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.nudge.Kind;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.store.Codec;

/** Three colleagues in Rome: 0 asks and seeks, 1 and 2 know. */
class WatchTest {

  private static final WorkspaceId WORK = new WorkspaceId("T1");
  private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T11:00:00Z");
  private static final Asked QUESTION =
      new Asked(7, 0, 1, new ChannelId(WORK, "C1"), TUESDAY_NOON, "How?", null);
  private static final Seeking SEEKING = new Seeking(3, 0, 1, TUESDAY_NOON, null);

  private final Watch watch = new Watch(List.of(colleague(0), colleague(1), colleague(2)));

  @Test
  void anInvitationNeedsTheAskersYes() {
    watch.shown(invitation(1, "one"));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_WITHOUT_CONSENT);
  }

  @Test
  void theAskersYesToOneColleagueIsNoneToAnother() {
    watch.consents().agreed(QUESTION, 1);

    watch.shown(invitation(1, "one"));
    watch.shown(invitation(2, "two"));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_WITHOUT_CONSENT);
    assertThat(watch.broken().get(Promise.NOT_WITHOUT_CONSENT)).hasSize(1);
  }

  @Test
  void whoAgreedToHaveColleaguesAskedAgreedToAll() {
    watch.consents().agreed(QUESTION);

    watch.shown(invitation(1, "one"));
    watch.shown(invitation(2, "two"));

    assertThat(watch.broken()).isEmpty();
  }

  @Test
  void nothingIsAskedAboutAQuestionThatIsToBeLeft() {
    watch.consents().refused(QUESTION);

    watch.shown(shown(0, Kind.HELP, "help", QUESTION, null, TUESDAY_NOON));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_AFTER_A_REFUSAL);
  }

  @Test
  void whoWantsNobodySuggestedMayStillBeOfferedHelp() {
    watch.consents().alone(QUESTION);

    watch.shown(shown(0, Kind.HELP, "help", QUESTION, null, TUESDAY_NOON));
    assertThat(watch.broken()).isEmpty();

    watch.shown(
        shown(
            0,
            Kind.HELP,
            "suggested",
            QUESTION,
            null,
            TUESDAY_NOON.plus(Duration.ofDays(1)),
            new Command.Invite(QUESTION.id(), account(1))));
    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_AFTER_A_REFUSAL);
  }

  @Test
  void whoIsSoughtIsWrittenToWithinAWeekOfThePromise() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);

    watch.shown(letter("in time", TUESDAY_NOON.plus(Duration.ofDays(7))));

    assertThat(watch.broken()).isEmpty();
  }

  @Test
  void aLetterThatComesLaterWasNotWished() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);

    watch.shown(letter("late", TUESDAY_NOON.plus(Duration.ofDays(7)).plusSeconds(1)));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_WITHOUT_CONSENT);
  }

  @Test
  void nobodyIsWrittenToForWhoWasToldThatItCannotBe() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, false);

    watch.shown(letter("refused", TUESDAY_NOON));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_WITHOUT_CONSENT);
  }

  @Test
  void nobodyIsWrittenToForWhoOptedOutMeanwhile() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);
    watch.out(0);

    watch.shown(letter("out", TUESDAY_NOON));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_WITHOUT_CONSENT);
  }

  @Test
  void whoWantsToBeAskedNothingIsNotSoughtEither() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);
    watch.stops(1, Kind.INVITATION);

    watch.shown(letter("stopped", TUESDAY_NOON));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_OF_A_KIND_THEY_STOPPED);
  }

  @Test
  void whoSeeksIsToBeAnswered() {
    watch.consents().seeks(SEEKING);

    watch.ends(TUESDAY_NOON.plus(Duration.ofDays(8)));

    assertThat(watch.broken()).containsOnlyKeys(Promise.WHO_SEEKS_IS_TOLD);
  }

  @Test
  void whoSeeksIsToHearOfTheLetter() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);
    watch.shown(letter("told to nobody", TUESDAY_NOON));

    watch.ends(TUESDAY_NOON.plus(Duration.ofDays(8)));

    assertThat(watch.broken()).containsOnlyKeys(Promise.WHO_SEEKS_IS_TOLD);
  }

  @Test
  void whoHeardOfTheLetterIsTold() {
    watch.consents().seeks(SEEKING);
    watch.consents().replied(SEEKING, true);
    watch.shown(letter("told", TUESDAY_NOON));
    watch.consents().heard(SEEKING);

    watch.ends(TUESDAY_NOON.plus(Duration.ofDays(8)));

    assertThat(watch.broken()).isEmpty();
  }

  @Test
  void theSameIsNotSaidAgain() {
    watch.consents().agreed(QUESTION);

    watch.shown(invitation(1, "same"));
    watch.shown(
        shown(1, Kind.INVITATION, "same", QUESTION, null, TUESDAY_NOON.plus(Duration.ofDays(1))));

    assertThat(watch.broken()).containsOnlyKeys(Promise.NOT_TWICE);
  }

  @Test
  void whatPeopleWantedToKnowIsNotCounted() {
    for (var day = 0; day < 3; day++) {
      watch.shown(shown(1, Kind.PREVIEW, "preview " + day, null, null, TUESDAY_NOON));
    }

    assertThat(watch.broken()).isEmpty();
    assertThat(watch.mostADay()).isZero();
  }

  @Test
  void whoOptedOutIsReadOfByNobodyElse() {
    watch.out(2);

    watch.read("to themselves", reply("Colleague 2"), Set.of(2), Set.of());
    watch.read("at their wish", reply("Colleague 2"), Set.of(1), Set.of(2));
    assertThat(watch.broken()).isEmpty();

    watch.read("by name", reply("Colleague 2"), Set.of(1), Set.of());
    watch.read("by address", reply("colleague2@company.example"), Set.of(1), Set.of());
    watch.read("on a button", button("Invite Colleague 2"), Set.of(), Set.of());
    watch.read("as mentioned", mention(2), Set.of(), Set.of());
    watch.read("somebody else", reply("Colleague 21"), Set.of(1), Set.of());
    assertThat(watch.broken())
        .hasEntrySatisfying(Promise.NOBODY_OUT_IS_NAMED, broken -> assertThat(broken).hasSize(4));
  }

  @Test
  void knowsWhomAWishNames() {
    assertThat(Named.by("introduce me to Colleague 14 about the payroll label")).containsOnly(14);
    assertThat(Named.by(Codec.write(new Command.Invite(QUESTION.id(), account(2)))))
        .containsOnly(2);
  }

  private static Reply reply(String words) {
    return reply(Block.Paragraph.plain(words));
  }

  private static Reply button(String label) {
    return reply(new Block.Buttons(List.of(Button.of(label, new Command.Help()))));
  }

  private static Reply mention(int who) {
    return reply(new Block.Paragraph(RichText.of(new Span.Mention(account(who)))));
  }

  private static Reply reply(Block block) {
    return new Reply(Language.ENGLISH, List.of(block));
  }

  private static Colleague colleague(int number) {
    return new Colleague(number, Site.ROME, 0, List.of(account(number)), Map.of(1, 0.5), 1);
  }

  private static PersonId account(int number) {
    return new PersonId(WORK, "U" + number);
  }

  private static Shown invitation(int to, String key) {
    return shown(to, Kind.INVITATION, key, QUESTION, null, TUESDAY_NOON);
  }

  private static Shown letter(String key, Instant at) {
    return shown(1, Kind.SOUGHT, key, null, SEEKING, at);
  }

  private static Shown shown(
      int to,
      Kind kind,
      String key,
      @Nullable Asked about,
      @Nullable Seeking sought,
      Instant at,
      Command... buttons) {
    return new Shown(to, account(to), kind, key, about, sought, at, List.of(buttons));
  }
}
