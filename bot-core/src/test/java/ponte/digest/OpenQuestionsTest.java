package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.command.Command.Period;
import ponte.conversation.Away;
import ponte.conversation.RichText;

class OpenQuestionsTest {

  private static final String QUESTION = "Which region hosts the backup bucket of the archive?";

  private final Room room = new Room();
  private final Chat dev = room.dev;

  @ParameterizedTest
  @ValueSource(
      strings = {
        QUESTION,
        "Hi everyone, has anyone restored the archive from the backup bucket?",
        "Qualcuno ha mai ripristinato l'archivio dal bucket dei backup?",
        "Dove si trova il bucket dei backup dell'archivio?"
      })
  void showsAQuestionThatNobodyAnswered(String question) {
    room.withSmallTalk().with(dev.says(0, "ada", question));

    assertThat(room.digest().items(Digest.Unanswered.class))
        .singleElement()
        .satisfies(open -> assertThat(open.source()).isEqualTo(dev.id(0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Can I suggest that we move all talk about the backup bucket of the archive to a channel of its own.",
        "Posso proporre di spostare i discorsi sul bucket del backup in un canale apposta."
      })
  void whatIsOnlySuggestedIsNoQuestion(String suggested) {
    room.withSmallTalk().with(dev.says(0, "ada", suggested));

    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Never mind, found it in the console.",
        "nvm",
        "It turns out to be Frankfurt.",
        "Trovato, è Francoforte.",
        "Come non detto"
      })
  void whatItsAskerFoundAloneIsNotOpen(String found) {
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION + " " + found));
    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();

    room.with(dev.says(200, "bruno", QUESTION), dev.says(260, "bruno", found));
    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Note to self and all: Frankfurt for what is old, Dublin for the rest.",
        "For the record: Dublin.",
        "Answer: Dublin.",
        "I called the hoster: they say Dublin.",
        "The backup bucket of last year is in Frankfurt, the new one in Dublin.",
        "Nota per tutti: Francoforte per il vecchio, Dublino per il resto.",
        "Per chi se lo chiedesse: Dublino.",
        "Ho chiesto al fornitore: dicono Dublino."
      })
  void whatItsAskerAnswersAWhileLaterIsNotOpen(String answer) {
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION), dev.says(7, "ada", answer));

    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I tried the archive console and no bucket with a backup is listed there",
        "The backup bucket of the archive gives an error in the console.",
        "It is for the yearly report",
        "Right, silence speaks. I'll tell them that the one on the list is not in.",
        "Ho provato la console dell'archivio e non trovo il bucket"
      })
  void whatItsAskerSaysMoreOfTheTroubleLeavesItOpen(String more) {
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION), dev.says(7, "ada", more));

    assertThat(room.digest().items(Digest.Unanswered.class)).hasSize(1);
  }

  @Test
  void proposesForItNobodyWhoIsAway() {
    for (var start : List.of(-5000, -6500)) {
      room.with(
          dev.says(start, "carla", QUESTION),
          dev.replies(start + 5, start, "bruno", "The backup bucket of the archive: Frankfurt."));
    }
    room.withColleague("bruno", null).withSmallTalk().with(dev.says(0, "ada", QUESTION));
    assertThat(room.digest().items(Digest.Unanswered.class))
        .extracting(open -> open.proposed())
        .containsExactly(new Digest.Proposed(Chat.person("bruno"), "bruno"));

    room.clock.advance(Duration.ofMinutes(1));
    room.withColleague("bruno", Away.until(null));

    assertThat(room.digest().items(Digest.Unanswered.class))
        .singleElement()
        .returns(null, Digest.Unanswered::proposed);
  }

  @Test
  void waitsForADay() {
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION)).after(Duration.ofHours(23));

    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();

    room.after(Duration.ofHours(24));

    assertThat(room.digest().items(Digest.Unanswered.class)).hasSize(1);
  }

  @Test
  void seesAReplyInItsThread() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.replies(3000, 0, "bruno", "Frankfurt"));

    assertThat(shown()).isEmpty();
  }

  @Test
  void seesAReplyThatCameAfterTheSpan() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.says(60 * 48, "bruno", "lol"))
        .with(dev.replies(60 * 49, 0, "bruno", "Frankfurt"));

    var monday = Chat.START.atZone(Room.ZONE).toLocalDate();

    assertThat(room.digest(new Period.Dates(monday, monday)).items(Digest.Unanswered.class))
        .isEmpty();
  }

  @Test
  void believesThatWhoNamesTheAskerAnswers() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.says(60 * 20, "bruno", "@ada Frankfurt"));

    assertThat(shown()).isEmpty();
  }

  @Test
  void believesThatWhoWritesSoonAnswers() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.says(10, "bruno", "Frankfurt, I guess"));

    assertThat(shown()).isEmpty();
  }

  @Test
  void believesThatWhoWritesWithinAWeekAnswersWherePeopleUseNoThreads() {
    for (int i = 0; i < 30; i++) {
      room.with(dev.says(1500 + i, "zoe", "lol"));
    }
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.says(1200, "bruno", "Frankfurt, I guess"));

    assertThat(shown()).isEmpty();
  }

  @Test
  void takesWhatOthersSayToEachOtherForNoAnswerWherePeopleUseNoThreads() {
    for (int i = 0; i < 30; i++) {
      room.with(dev.says(1500 + i, i % 2 == 0 ? "zoe" : "carla", "the menu of the canteen again"));
    }
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION));

    assertThat(shown()).containsExactly(QUESTION);
  }

  @Test
  void believesThatTheNextToWriteOfTheSameAnswersThoughAnotherGoesOnWherePeopleUseNoThreads() {
    for (int i = 0; i < 30; i++) {
      room.with(dev.says(3000 + i, i % 2 == 0 ? "zoe" : "carla", "the menu of the canteen again"));
    }
    room.withSmallTalk(dev, 2500)
        .with(
            dev.says(0, "ada", QUESTION),
            dev.says(1200, "bruno", "We moved every bucket to Frankfurt in May"),
            dev.says(1202, "carla", "@bruno and closed the other one, right?"));

    assertThat(shown()).isEmpty();
  }

  @Test
  void takesTheNextToWriteForSomebodyElseWherePeopleAnswerInThreads() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION), dev.says(200, "bruno", "Lunch is ready"));

    assertThat(shown()).containsExactly(QUESTION);
  }

  @Test
  void doesNotTakeWordsToAnotherForAnAnswer() {
    room.withSmallTalk()
        .with(
            dev.says(-400, "carla", "Lunch is at one"),
            dev.says(0, "ada", QUESTION),
            dev.says(10, "bruno", "@carla lunch is ready"));

    assertThat(shown()).containsExactly(QUESTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"found it", "never mind, works now", "trovato", "grazie!"})
  void believesTheAskerWhoIsDone(String done) {
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION), dev.says(90, "ada", done));

    assertThat(shown()).isEmpty();
  }

  @Test
  void believesACheckMarkOnTheQuestion() {
    room.withSmallTalk()
        .with(dev.says(0, "ada", QUESTION))
        .with(Chat.reacted(dev.id(0), 5, "bruno", "white_check_mark"));

    assertThat(shown()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bruno where is the backup bucket of the archive?",
        "Did you mean the backup bucket of the archive?",
        "Intendi il bucket dei backup dell'archivio, hai controllato?"
      })
  void showsNoQuestionThatIsPutToOnePerson(String question) {
    room.withSmallTalk().with(dev.says(0, "ada", question));

    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Is it cached?", "Can I ask a quick question about deployments here?"})
  void showsNoQuestionThatSaysNothingByItself(String question) {
    room.withSmallTalk().with(dev.says(0, "ada", question));

    assertThat(room.digest().items(Digest.Unanswered.class)).isEmpty();
  }

  @Test
  void showsNoQuestionThatIsOnlyCode() {
    var code = RichText.of(new RichText.Span.Code("special? archive? backup? bucket?"));

    assertThat(new Cleaner(Room.NLP).sentences(code, ponte.nlp.Language.ENGLISH))
        .allSatisfy(sentence -> assertThat(sentence.letters()).isFalse());
  }

  private List<String> shown() {
    return room.digest().items(Digest.Unanswered.class).stream()
        .map(Digest.Unanswered::question)
        .map(Room::words)
        .toList();
  }
}
