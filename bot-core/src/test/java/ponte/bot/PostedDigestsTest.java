package ponte.bot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.schedule.DigestPost;
import ponte.schedule.DigestPosts;
import ponte.schedule.Schedules;
import ponte.store.Codec;

/** What becomes of digests that were posted. */
class PostedDigestsTest {

  private final Team team = new Team("2026-03-23T09:00:00Z");
  private @Nullable DigestPost first;

  @Test
  void loseWhatWasTakenBackAndKeepTheRestToTheLetter() {
    var posted = postsADigest();
    var before = kept();
    var gone = before.digest().items().getFirst();

    team.takesBack(gone.source());

    assertThat(kept().digest().items())
        .isNotEmpty()
        .isEqualTo(before.digest().items().stream().filter(item -> item != gone).toList());
    assertThat(links(posted)).doesNotContain(gone.source());
    assertThat(Team.words(team.standing(posted))).contains("This digest comes every day");
  }

  @Test
  void quoteWhatWasEditedAsItReadsNow() {
    var posted = postsADigest();
    var decided = kept().digest().items(Digest.Decision.class).getFirst().source();

    team.edits(decided, "we decided to roll out the Kafka upgrade after seven in the evening");

    assertThat(Team.words(team.standing(posted)))
        .contains("after seven in the evening")
        .doesNotContain("after six in the evening");
    assertThat(kept().digest().items()).hasSameSizeAs(first().digest().items());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "have we decided to roll out the Kafka upgrade after six in the evening?",
        "we have not decided to roll out the Kafka upgrade after six in the evening",
        "if all agree we decided to roll out the Kafka upgrade after six in the evening, I am not sure"
      })
  void tellNoDecisionAnyMoreThatWasEditedIntoNone(String edited) {
    var posted = postsADigest();
    var decided = kept().digest().items(Digest.Decision.class).getFirst().source();

    team.edits(decided, edited);

    assertThat(kept().digest().items(Digest.Decision.class)).isEmpty();
    assertThat(links(posted)).doesNotContain(decided);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How do we rotate the certificates of the payment gateway before they expire?"
            + " EDIT: solved, the nightly job does it",
        "Solved: how we rotate the certificates of the payment gateway before they expire:"
            + " the nightly job does it"
      })
  void tellNoQuestionAsOpenThatItsAskerCalledSolvedInIt(String edited) {
    confirms("digest #dev every thursday at 14:00");
    team.acme.clock.set(Instant.parse("2026-03-26T10:00:00Z"));
    var asked =
        team.posted(
            "bob",
            Team.DEV,
            "How do we rotate the certificates of the payment gateway before they expire?",
            Instant.parse("2026-03-23T10:30:00Z"));
    team.speaksOfTheParkingLot();
    team.at("2026-03-26T13:00:00Z");
    team.passes(Duration.ofMinutes(45));
    var posted = team.posted(Team.DEV).getLast();
    assertThat(Team.words(posted.reply())).contains("rotate the certificates");

    team.edits(asked, edited);
    team.passes(Duration.ofMinutes(45));

    assertThat(kept().digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @Test
  void tellWhatWasNotEditedInTheOtherWordsTheyHad() {
    var posted = postsRephrased();
    var told = team.ponte.postedDigests().in(Team.DEV).getFirst().words();
    assertThat(told).hasSizeGreaterThan(1);
    var edited = kept().digest().items(Digest.Decision.class).getFirst().decided();

    team.edits(edited.message(), "we decided to roll out the Kafka upgrade after seven");
    team.passes(Duration.ofMinutes(45));

    var now = Team.words(team.standing(posted));
    assertThat(now).contains("after seven");
    assertThat(kept().words()).isNotEmpty();
    assertThat(told).containsAllEntriesOf(kept().words()).hasSizeGreaterThan(kept().words().size());
    assertThat(kept().words().values())
        .filteredOn(words -> Team.words(posted.reply()).contains(words))
        .isNotEmpty()
        .allSatisfy(words -> assertThat(now).contains(words));
  }

  /** A digest whose quotes were rephrased by a replica that is gone since. */
  private Outgoing postsRephrased() {
    team.talks("dev");
    team.talksOfSomethingElse("dev");
    var gone =
        team.acme.ponte(
            team.queue,
            sentences ->
                sentences.stream()
                    .collect(
                        Collectors.toMap(
                            each -> each, each -> each.replaceAll("(?i)\\bthe ", ""))));
    var now = team.acme.clock.instant();
    var reader = team.acme.asker("ada");
    var made = gone.digests().on(new Command.Digest("dev", new Command.Period.Usual()), reader);
    var posted =
        gone.digestPosts()
            .post(
                DigestPost.of(
                    "rephrased",
                    Team.DEV,
                    now,
                    reader,
                    new DigestPost.Origin.SharedBy(Team.person("ada")),
                    ((DigestOutcome.Written) made).digest()));
    posted.forEach(each -> team.platform.deliver(each, () -> {}));
    return posted.getFirst();
  }

  @Test
  void sayNothingAnyMoreOfAMessageThatNowSaysSomethingElse() {
    var posted = postsADigest();
    var decided = kept().digest().items(Digest.Decision.class).getFirst().source();

    team.edits(decided, "lunch is in the garden today");

    assertThat(links(posted)).doesNotContain(decided);
    assertThat(Team.words(team.standing(posted))).doesNotContain("garden");
  }

  @Test
  void stayAsTheyAreWhereAnythingElseHappens() {
    var posted = postsADigest();
    var other = team.posts("bob", Team.DEV, "the coffee machine is broken");

    team.edits(other, "the coffee machine works");
    team.takesBack(other);
    team.passes(Duration.ofHours(3));

    assertThat(corrections()).isEmpty();
    assertThat(team.standing(posted)).isEqualTo(posted.reply());
  }

  @Test
  void sayInOneSentenceThatAllOfItWasTakenBack() {
    var posted = postsADigest();

    for (var item : kept().digest().items()) {
      team.takesBack(item.source());
    }

    assertThat(Team.words(team.standing(posted)))
        .contains("All that this told of was taken back since.")
        .doesNotContain("Kafka consumers");
  }

  @Test
  void nameNobodyAnyMoreWhoOptedOut() {
    var posted = postsADigest();
    assertThat(Team.words(posted.reply())).contains("@ada");

    team.presses("ada", new Command.OptOut());

    assertThat(Team.words(team.standing(posted))).doesNotContain("@ada");
    assertThat(quoted(Team.person("ada"))).isFalse();
  }

  @Test
  void keepNothingOfWhoeverIsForgotten() {
    var posted = postsADigest();

    team.presses("ada", new Command.ConfirmForget());

    assertThat(quoted(Team.person("ada"))).isFalse();
    assertThat(Team.words(team.standing(posted))).doesNotContain("@ada");
  }

  @Test
  void areCorrectedWhereSomebodySharedThem() {
    team.talks("dev");
    var answer = team.says("ada", "digest #dev", Team.DEV);
    team.presses("ada", Team.button(answer, Command.Share.class));
    team.passes(Duration.ofMinutes(45));
    var posted = team.posted(Team.DEV).getLast();
    var gone = team.ponte.postedDigests().in(Team.DEV).getFirst().digest().items().getFirst();

    team.takesBack(gone.source());

    assertThat(links(posted)).doesNotContain(gone.source());
    assertThat(Team.words(team.standing(posted))).contains("@ada shares what I answered:");
  }

  @ParameterizedTest
  @MethodSource
  void doNotSayAnyMoreWhoSharedThem(Command wish) {
    var random = Chat.in("random").channel();
    team.talks("random");
    var answer = team.says("eve", "digest #random", random);
    team.presses("eve", Team.button(answer, Command.Share.class));
    team.passes(Duration.ofMinutes(45));
    var posted = team.posted(random).getLast();
    assertThat(Team.words(team.standing(posted))).contains("@eve shares what I answered:");

    team.presses("eve", wish);

    var kept = team.ponte.postedDigests().in(random).getFirst();
    assertThat(Codec.write(kept)).doesNotContain(Team.person("eve").toString());
    assertThat(Team.words(team.standing(posted))).contains("Kafka").doesNotContain("@eve");
  }

  static List<Command> doNotSayAnyMoreWhoSharedThem() {
    return List.of(new Command.OptOut(), new Command.ConfirmForget());
  }

  @Test
  void areCorrectedOnceThoughAReplicaDiesInBetween() {
    var posted = postsADigest();
    var gone = kept().digest().items().getFirst().source();
    team.hearsItTakenBack(gone);
    var lost = team.queue.lease(DigestPosts.TOPIC, 1, Duration.ofMinutes(2));
    assertThat(lost).hasSize(1);
    team.correcting(team.acme.ponte(team.queue)).handle(lost);

    team.passes(Duration.ofHours(1));

    assertThat(corrections()).hasSize(1);
    assertThat(links(posted)).doesNotContain(gone);
  }

  @Test
  void areCorrectedAfterADeathBetweenWhatIsKeptAndWhatIsSaid() {
    var posted = postsADigest();
    var gone = kept().digest().items().getFirst().source();
    team.hearsItTakenBack(gone);
    var lost = team.queue.lease(DigestPosts.TOPIC, 1, Duration.ofMinutes(2)).getFirst();
    // What is kept was changed, and nothing was said of it.
    team.ponte
        .digestPosts()
        .correct(Codec.read(lost.entry().payload(), DigestPosts.Correction.class), team.platform);
    assertThat(corrections()).isEmpty();

    team.passes(Duration.ofHours(1));

    assertThat(corrections()).hasSize(1);
    assertThat(links(posted)).doesNotContain(gone);
  }

  @Test
  void areReadOnceMoreForWhatHappenedWhileTheyWereMade() {
    confirms();
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");
    var due = team.queue.lease(Schedules.DUE, 1, Duration.ofMinutes(2));
    team.timer(team.ponte).handle(due);
    team.queue.done(due);
    var gone = kept().digest().items().getFirst().source();
    // Taken back when nobody knew yet that it stands in a digest.
    team.acme.archive.apply(
        List.of(new Event.Talk.Deleted(new EventId("silent"), gone, team.acme.clock.instant())));

    team.passes(Duration.ofMinutes(45));

    assertThat(links(team.posted(Team.DEV).getFirst())).doesNotContain(gone);
  }

  @Test
  void areKeptForFiveWeeksAndNotLonger() {
    postsADigest();

    team.acme.clock.advance(Duration.ofDays(36));

    assertThat(team.ponte.postedDigests().in(Team.DEV)).isEmpty();
    assertThat(team.ponte.postedDigests().in(Team.DEV.workspace())).isEmpty();
  }

  private void confirms() {
    confirms("digest #dev every day at 9:00");
  }

  private void confirms(String wish) {
    team.presses("ada", Team.button(team.says("ada", wish), Command.ConfirmDigest.class));
  }

  /** A digest of dev that is posted and checked. */
  private Outgoing postsADigest() {
    confirms();
    team.acme.clock.set(Instant.parse("2026-03-24T08:00:00Z"));
    team.talks("dev");
    team.talksOfSomethingElse("dev");
    // It is looked at once more when it is there.
    team.passes(Duration.ofMinutes(45));
    first = kept();
    return team.posted(Team.DEV).getFirst();
  }

  private DigestPost first() {
    return Objects.requireNonNull(first);
  }

  private DigestPost kept() {
    return team.ponte.postedDigests().in(Team.DEV).getFirst();
  }

  private List<MessageId> links(Outgoing posted) {
    return ScheduledDigestsTest.links(team.standing(posted).blocks());
  }

  private List<Outgoing> corrections() {
    return team.shown.values().stream()
        .filter(each -> each.to() instanceof Destination.InPlaceOf)
        .toList();
  }

  private boolean quoted(PersonId person) {
    return Codec.write(kept().digest()).contains(person.toString());
  }
}
