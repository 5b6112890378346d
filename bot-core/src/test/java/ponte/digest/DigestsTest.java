package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.digest.Room.words;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Message;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Headline;
import ponte.digest.Digest.Remark;
import ponte.store.Codec;

class DigestsTest {

  private final Room room = new Room();
  private final Chat dev = room.dev;

  @Test
  void showsTheQuestionWithItsAskerAndTheAnswerWithItsAuthor() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Hi all! Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(12, 0, "ada", "Thank you, that worked"));

    var discussion = room.digest().items(Digest.Answered.class).getFirst().about();

    assertThat(discussion.headline()).isInstanceOf(Headline.Asked.class);
    assertThat(words(discussion.headline().opening()))
        .isEqualTo("Does anyone know how to rotate the signing keys?");
    assertThat(discussion.headline().opening().author()).isEqualTo(Chat.person("ada"));
    assertThat(words(outcome(discussion)))
        .isEqualTo("You can rotate the keys with the vault command.");
    assertThat(outcome(discussion).author()).isEqualTo(Chat.person("bruno"));
    assertThat(outcome(discussion).message()).isEqualTo(dev.id(9));
    assertThat(discussion.solved()).isTrue();
    assertThat(discussion.people()).hasSize(2);
    assertThat(discussion.messages()).isEqualTo(3);
  }

  @Test
  void showsItalianQuestionsAndAnswers() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Ciao a tutti, qualcuno sa come si ruotano le chiavi di firma?"),
            dev.replies(9, 0, "bruno", "Per ruotare le chiavi basta il comando del vault."),
            dev.replies(12, 0, "ada", "grazie mille, ora funziona"));

    var discussion = room.digest().items(Digest.Answered.class).getFirst().about();

    assertThat(words(discussion.headline().opening()))
        .isEqualTo("Qualcuno sa come si ruotano le chiavi di firma?");
    assertThat(words(outcome(discussion)))
        .isEqualTo("Per ruotare le chiavi basta il comando del vault.");
    assertThat(discussion.solved()).isTrue();
  }

  @Test
  void quotesWhatADiscussionWithoutAQuestionBeganWith() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "The billing export was rewritten in the new reporting service."),
            dev.replies(9, 0, "bruno", "The reporting service reads the billing export at night."),
            dev.replies(12, 0, "carla", "Customers asked for the billing export for years."));

    var headline = room.digest().items(Digest.Discussion.class).getFirst().headline();

    assertThat(headline).isInstanceOf(Headline.About.class);
    assertThat(words(headline.opening()))
        .isEqualTo("The billing export was rewritten in the new reporting service.");
  }

  @Test
  void asksTheQuestionOfAMessageWhateverElseTheChannelTalksAbout() {
    var asked = "Are we ready for the launch traffic?";
    for (int i = 1; i <= 6; i++) {
      room.with(
          dev.says(-100 * i, "bruno", "The launch traffic was ready for the test " + i),
          dev.replies(-100 * i + 1, -100 * i, "carla", "Launch traffic, ready, noted"));
    }
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", asked + " Valentina expects a huge spot on regional television."),
            dev.replies(9, 0, "bruno", "Regional television reaches Valentina and her huge aunt."),
            dev.replies(12, 0, "carla", "Television is regional, but its traffic is huge."));

    assertThat(room.digest().items(Digest.Discussion.class))
        .extracting(each -> words(each.headline().opening()))
        .contains(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks, but it still doesn't work",
        "Yes, that's how it works, and I rotate them anyway",
        "That works, although it rotates all of them",
        "Sì, è così che funziona",
        "Funziona, anche se li ruota tutti"
      })
  void callsNothingSolvedForAThankYouAlone(String said) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(12, 0, "ada", said));

    assertThat(room.digest().items(Digest.Discussion.class).getFirst().solved()).isFalse();
  }

  @Test
  void callsNothingSolvedByTheWordsOfAnother() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(12, 0, "carla", "That worked for me"));

    assertThat(room.digest().items(Digest.Discussion.class).getFirst().solved()).isFalse();
  }

  @Test
  void showsAQuestionOpenOrAnsweredButNeverBoth() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.says(100, "bruno", "Which region hosts the backup bucket of the archive?"));

    var digest = room.digest();

    assertThat(digest.items(Digest.Unanswered.class))
        .extracting(open -> words(open.question()))
        .containsExactly("Which region hosts the backup bucket of the archive?");
    assertThat(digest.items(Digest.Discussion.class))
        .extracting(each -> words(each.headline().opening()))
        .containsExactly("Does anyone know how to rotate the signing keys?");
  }

  @Test
  void showsADecisionWithWhatItWasAboutAndNotAgainAsADiscussion() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Should we use native partitions or the extension for the log?"),
            dev.replies(9, 0, "bruno", "Our provider has no licence for the extension."),
            dev.replies(12, 0, "carla", "Let's go with native partitions for the log."));

    var digest = room.digest();

    assertThat(digest.items(Digest.Decision.class)).hasSize(1);
    var decision = digest.items(Digest.Decision.class).getFirst();
    assertThat(words(decision.decided())).isEqualTo("Let's go with native partitions for the log.");
    assertThat(decision.decided().author()).isEqualTo(Chat.person("carla"));
    assertThat(words(decision.about().headline().opening()))
        .isEqualTo("Should we use native partitions or the extension for the log?");
    assertThat(digest.items(Digest.Discussion.class)).isEmpty();
  }

  @Test
  void takesAnItalianDecisionThatOnePersonAnnounces() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", "Abbiamo deciso di spostare il rilascio a giovedì mattina."));

    assertThat(room.digest().items(Digest.Decision.class))
        .extracting(decision -> words(decision.decided()))
        .containsExactly("Abbiamo deciso di spostare il rilascio a giovedì mattina.");
  }

  @Test
  void takesNoWishOrConditionForADecision() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "If we decided to move the release, who would tell customers?"),
            dev.replies(9, 0, "bruno", "We haven't decided to move the release to Thursday."),
            dev.replies(12, 0, "carla", "Non abbiamo deciso di spostare il rilascio a giovedì."));

    assertThat(room.digest().items(Digest.Decision.class)).isEmpty();
  }

  @Test
  void saysTenLinesAtMostAndSixDiscussions() {
    var said = Stream.<Message>builder();
    for (int i = 0; i < 12; i++) {
      var topic = List.of("invoices", "backups", "tokens", "queues").get(i % 4) + " of team " + i;
      said.add(dev.says(i, "ada", "Does anyone know where the " + topic + " are kept?"));
      said.add(dev.replies(i + 0.2, i, "bruno", "You can find the " + topic + " in the vault."));
      said.add(dev.says(20 + i, "carla" + i, "Where can I read about the old " + topic + "?"));
      said.add(
          dev.says(40 + i, "dino" + i, "We decided to move the " + topic + " to the archive."));
      said.add(dev.replies(60 + i, 40 + i, "eve", "ok"));
    }
    var digest = room.withSmallTalk().with(said.build().toArray(Message[]::new)).digest();

    assertThat(digest.items(Digest.Discussion.class)).hasSize(6);
    assertThat(digest.items(Digest.Decision.class)).hasSize(3);
    assertThat(digest.items().size()).isLessThanOrEqualTo(10);
  }

  @Test
  void provesEveryLineWithAMessageOfTheChannel() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.says(100, "ada", "We decided to move the release to Thursday morning."),
            dev.replies(101, 100, "bruno", "ok"),
            dev.says(2000, "bruno", "Which region hosts the backup bucket of the archive?"));

    var digest = room.digest();

    var quotes =
        Stream.of(
                digest.items(Digest.Discussion.class).stream().flatMap(DigestsTest::quotes),
                digest.items(Digest.Decision.class).stream().map(Digest.Decision::decided),
                digest.items(Digest.Unanswered.class).stream().map(Digest.Unanswered::question))
            .flatMap(each -> each)
            .toList();
    assertThat(quotes).hasSize(4);
    assertThat(quotes)
        .allSatisfy(
            quote -> {
              var message =
                  room.archive.find(quote.message(), dev.audience()).orElseThrow().message();
              assertThat(message.author()).isEqualTo(quote.author());
              assertThat(message.at()).isEqualTo(quote.at());
            });
  }

  private static Digest.Quote outcome(Discussion discussion) {
    return Objects.requireNonNull(discussion.outcome());
  }

  private static Stream<Digest.Quote> quotes(Discussion discussion) {
    return Stream.of(discussion.headline().opening(), outcome(discussion));
  }

  @Test
  void canBeWrittenAsJsonAndReadBack() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.says(100, "ada", "We decided to move the release to Thursday morning."));

    var outcome = room.outcome(new Period.Usual());

    assertThat(Codec.read(Codec.write(outcome), DigestOutcome.class)).isEqualTo(outcome);
  }

  @Test
  void ranksWhatMorePeopleTalkAboutHigher() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(1, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.says(10, "ada", "Does anyone know how to resize the search nodes?"),
            dev.replies(11, 10, "bruno", "You can resize the nodes with the cluster command."),
            dev.replies(12, 10, "carla", "The cluster command needs the nodes to be drained."),
            dev.replies(13, 10, "dino", "The nodes are drained every night at three."));

    assertThat(room.digest().items(Digest.Discussion.class))
        .extracting(each -> words(each.headline().opening()))
        .containsExactly(
            "Does anyone know how to resize the search nodes?",
            "Does anyone know how to rotate the signing keys?");
  }

  @Test
  void leavesProgramsOut() {
    room.withSmallTalk()
        .with(
            dev.message(0, "ci", Message.Kind.BOT, null, "Does anyone know why the build is red?"),
            dev.replies(1, 0, "bruno", "lol"));

    var digest = room.digest();

    assertThat(digest.messages()).isEqualTo(11);
    assertThat(digest.people()).isEqualTo(4);
    assertThat(digest.items(Digest.Discussion.class)).isEmpty();
  }

  @Test
  void opensWithTheSentenceThatAQuestionLeansOn() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "The nightly backup fills the search bucket. How do I stop this?"),
            dev.replies(1, 0, "bruno", "The retention of the bucket can stop the nightly backup."),
            dev.replies(2, 0, "carla", "The retention is a setting of the bucket."));

    assertThat(room.digest().items(Digest.Discussion.class))
        .extracting(discussion -> words(discussion.headline().opening()))
        .containsExactly("The nightly backup fills the search bucket. How do I stop this?");
  }

  @Test
  void showsNoDiscussionOfWhichNoSentenceStandsAlone() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Puoi provare a farlo con quello della settimana scorsa."),
            dev.replies(1, 0, "bruno", "Gliel'ho chiesto ieri e non lo sapeva nemmeno lui."),
            dev.replies(2, 0, "carla", "In questo caso il tuo esempio del bucket funziona."));

    assertThat(room.digest().items(Digest.Discussion.class)).isEmpty();
  }

  @Test
  void forgetsTheOpeningOfAThreadThatGoesOnForWeeks() {
    int later = 60 * 24 * 20;
    room.withSmallTalk(dev, later)
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(later + 20, 0, "bruno", "Which region hosts the backup bucket?"),
            dev.replies(later + 21, 0, "carla", "The backup bucket is hosted in Milan."),
            dev.replies(later + 22, 0, "bruno", "The region of the bucket was Rome before."))
        .after(Duration.ofDays(21));

    assertThat(room.digest().items(Digest.Discussion.class))
        .extracting(discussion -> words(discussion.headline().opening()))
        .containsExactly("Which region hosts the backup bucket?");
  }

  @Test
  void showsWhatAThreadFromBeforeTheSpanIsAbout() {
    room.withSmallTalk(dev, 60 * 24 * 8)
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(
                60 * 24 * 8 + 20, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(60 * 24 * 8 + 21, 0, "carla", "The vault command asks for an admin."),
            dev.replies(60 * 24 * 8 + 22, 0, "bruno", "Every admin of the vault can do it."))
        .after(Duration.ofDays(9));

    var discussion = room.digest().items(Digest.Discussion.class).getFirst();

    assertThat(discussion.headline().opening().message()).isEqualTo(dev.id(0));
    assertThat(discussion.messages()).isEqualTo(3);
    assertThat(discussion.people()).hasSize(2);
  }

  @Test
  void saysWithNumbersThatThereIsTooLittleAndOffersMore() {
    room.withSmallTalk()
        .after(Duration.ofDays(9))
        .with(dev.says(60 * 24 * 8, "ada", "Does anyone know how to rotate the keys?"));

    var outcome = room.outcome(new Period.Usual());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            DigestOutcome.TooLittle.class,
            little -> {
              assertThat(little.messages()).isEqualTo(1);
              assertThat(little.people()).isEqualTo(1);
              assertThat(little.longer()).isEqualTo(new Period.LastDays(14));
            });
    assertThat(room.outcome(new Period.LastDays(14))).isInstanceOf(DigestOutcome.Written.class);
  }

  @Test
  void offersNothingWhereNothingLongerWouldDo() {
    room.with(dev.says(0, "ada", "Does anyone know how to rotate the keys?"));

    assertThat(room.outcome(new Period.Usual()))
        .isInstanceOfSatisfying(
            DigestOutcome.TooLittle.class, little -> assertThat(little.longer()).isNull());
  }

  @Test
  void endsWithTheLastWordOfAChannelThatWentQuiet() {
    room.withSmallTalk().after(Duration.ofDays(100));

    var digest = room.digest();

    assertThat(digest.remarks()).containsExactly(new Remark.Quiet(Chat.minute(609)));
    assertThat(digest.span().contains(Chat.minute(609))).isTrue();
    assertThat(digest.span().length()).isEqualTo(Duration.ofDays(7));
    assertThat(digest.messages()).isEqualTo(10);
  }

  @Test
  void offersTheLastLivelyDaysWhereANamedPeriodIsEmpty() {
    room.withSmallTalk().after(Duration.ofDays(100));

    var outcome = room.outcome(new Period.LastDays(3));

    var day = LocalDate.parse("2026-03-02");
    assertThat(outcome)
        .isInstanceOfSatisfying(
            DigestOutcome.TooLittle.class,
            little ->
                assertThat(little.longer()).isEqualTo(new Period.Dates(day.minusDays(6), day)));
  }

  @Test
  void coversTheEndOfTooLongAPeriodAndSaysSo() {
    room.withSmallTalk();

    var digest = room.digest(new Period.LastDays(90));

    assertThat(digest.span().length()).isEqualTo(Duration.ofDays(30));
    assertThat(digest.remarks()).containsExactly(new Remark.Shortened(30));
  }

  @Test
  void coversWholeDaysByTheAskersClock() {
    room.withSmallTalk();

    var day = LocalDate.parse("2026-03-02");

    assertThat(room.digest(new Period.Dates(day, day)).messages()).isEqualTo(10);
    assertThat(room.outcome(new Period.Dates(day.minusDays(1), day.minusDays(1))))
        .isInstanceOf(DigestOutcome.TooLittle.class);
  }

  @Test
  void hidesAPrivateChannelLikeOneThatDoesNotExist() {
    room.withSmallTalk(room.board, 0);

    var hidden = room.outcome("direzione", new Period.Usual(), room.everybody());
    var missing = room.outcome("direzioni", new Period.Usual(), room.everybody());

    assertThat(hidden).isEqualTo(new DigestOutcome.NoSuchChannel("direzione", List.of()));
    assertThat(missing).isEqualTo(new DigestOutcome.NoSuchChannel("direzioni", List.of()));
    assertThat(room.outcome("direzione", new Period.Usual(), room.memberOfBoard()))
        .isInstanceOf(DigestOutcome.Written.class);
  }

  @Test
  void usesNothingButTheChannelEvenForWhoSeesMore() {
    room.withSmallTalk()
        .with(
            room.board.says(0, "carla", "Does anyone know who leaves the company in May?"),
            room.board.replies(1, 0, "ada", "You can read who leaves in the plan."));

    var outcome = room.outcome("dev-backend", new Period.Usual(), room.memberOfBoard());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            DigestOutcome.Written.class,
            written -> {
              assertThat(written.digest().messages()).isEqualTo(10);
              assertThat(written.digest().items()).isEmpty();
            });
  }

  @Test
  void asksWhatChannelAMistypedNameMeans() {
    var outcome = room.outcome("dev-bakcend", new Period.LastDays(3), room.everybody());

    assertThat(outcome)
        .isEqualTo(
            new DigestOutcome.NoSuchChannel(
                "dev-bakcend", List.of(new Command.Digest("dev-backend", new Period.LastDays(3)))));
  }
}
