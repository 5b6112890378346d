package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.digest.Room.words;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.digest.Digest.Answered;
import ponte.digest.Digest.Celebrated;
import ponte.digest.Digest.Commitment;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Newcomer;
import ponte.digest.Digest.Rising;
import ponte.digest.Digest.WentQuiet;

/** What a line must have to be read without the talk around it. */
class StandingAloneTest {

  private static final double DAY = 24 * 60;
  private static final String QUESTION = "Does anyone know how to rotate the signing keys?";

  private final Room room = new Room();
  private final Chat dev = room.dev;

  private <T extends Digest.Item> List<T> all(Class<T> kind) {
    return room.digest().whole().items(kind);
  }

  private Digest.Discussion discussion() {
    var whole = room.digest().whole();
    return whole.items(Answered.class).stream()
        .map(Answered::about)
        .findFirst()
        .orElseGet(() -> whole.items(Digest.Discussion.class).getFirst());
  }

  private String headline() {
    return words(discussion().headline().opening());
  }

  private String outcome() {
    return words(Objects.requireNonNull(discussion().outcome()));
  }

  @ParameterizedTest
  @CsvSource({
    "The billing service lost its database connection last night. Does it need a larger pool?",
    "Il servizio di fatturazione perde la connessione al database. Qualcuno sa come sistemarlo?"
  })
  void aQuestionWithAPronounCarriesTheSentenceBefore(String said) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", said),
            dev.replies(3, 0, "bruno", "The database connection needs a larger pool."),
            dev.replies(4, 0, "carla", "The pool of the database is too small indeed."));

    assertThat(headline()).isEqualTo(said);
  }

  @Test
  void aTopicThatADiscussionTellsOrAnOpinionIsNotToldAgain() {
    for (int i = 0; i < 60; i++) {
      var who = List.of("ada", "bruno", "zoe", "yan", "xia").get(i % 5);
      room.with(dev.says(-27 * DAY + i * 9 * 60, who, "The pipeline ran well " + i));
    }
    room.withSmallTalk();
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          dev.says(minute, "ada", "I kind of like the invoice template of shop " + i),
          dev.replies(minute + 1, minute, "bruno", "I have never used the invoice template"),
          dev.replies(minute + 2, minute, "carla", "I prefer the invoice template of the shop"));
    }

    assertThat(all(Rising.class)).isEmpty();
  }

  @Test
  void aHeadlineIsTheOpenersAndNoCounterQuestion() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", "Which version of the vault server do the keys live in?"),
            dev.replies(3, 0, "ada", "Version twelve of the vault server"),
            dev.replies(4, 0, "bruno", "The vault server can rotate the signing keys by itself."));

    assertThat(headline()).isEqualTo(QUESTION);
  }

  @Test
  void anAnswerIsWhatTheAskerAcceptedAndNotTheNearestReply() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", "The signing keys rotate with the old admin console."),
            dev.replies(3, 0, "ada", "The console shows nothing of the sort"),
            dev.replies(5, 0, "carla", "You have to rotate the keys with the vault command."),
            dev.replies(6, 0, "ada", "That worked, thank you"));

    assertThat(outcome()).isEqualTo("You have to rotate the keys with the vault command.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I guess the signing keys rotate with the vault command.",
        "I'm not sure the signing keys rotate with the vault command.",
        "@zoe the signing keys rotate with the vault command.",
        "The signing keys rotate by themselves, just kidding.",
        "Non sono sicuro che le chiavi di firma ruotino da sole."
      })
  void noAnswerIsADoubtAJokeOrWhatIsSaidToAnother(String said) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", said),
            dev.replies(3, 0, "carla", "lol"),
            dev.replies(4, 0, "dario", "lol"));

    assertThat(discussion().outcome()).isNull();
  }

  @Test
  void anAnswerGoesOnWhereItsNextSentenceSpeaksOfTheQuestion() {
    var answer =
        "The vault command can rotate the signing keys. You have to be an admin of the vault server.";
    room.withSmallTalk().with(dev.says(0, "ada", QUESTION), dev.replies(2, 0, "bruno", answer));

    assertThat(outcome()).isEqualTo(answer);
  }

  @Test
  void nothingIsSettledWhileTheAskerStillAsks() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(3, 0, "ada", "That worked. How do I rotate the backup keys then?"));

    assertThat(discussion().solved()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "errr console",
    "*console",
    "'sorry, *console'",
    "'scusate, *console'",
    "'actually, no'",
    "'anzi, no'",
    "errata corrige"
  })
  void aCorrectionVoidsTheLineBeforeIt(String correction) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", "The signing keys rotate with the vault command."),
            dev.replies(3, 0, "bruno", correction),
            dev.replies(9, 0, "carla", "lol"));

    assertThat(discussion().outcome()).isNull();
  }

  @Test
  void whatIsSaidLaterCorrectsNothing() {
    var answer = "The signing keys rotate with the vault command.";
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", QUESTION),
            dev.replies(2, 0, "bruno", answer),
            dev.replies(30, 0, "bruno", "actually, no"),
            dev.replies(39, 0, "carla", "lol"));

    assertThat(outcome()).isEqualTo(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll push a fix for the login page soon.",
        "I'll take a look at the login page by Friday and get back to you.",
        "I'll look into it by Friday.",
        "I'll send the contract draft to the customer.",
        "I'll review the contract draft by Friday, but I imagine I'll change little.",
        "Manderò la bozza del contratto al cliente appena posso."
      })
  void noPromiseIsVagueOrWithoutADay(String said) {
    room.withSmallTalk().with(dev.says(0, "ada", said));

    assertThat(all(Commitment.class)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We decided to keep the old billing database back then.",
        "Two years ago we decided to keep the old billing database.",
        "Avevamo deciso di tenere il vecchio database della fatturazione.",
        "We have decided that."
      })
  void noDecisionIsOneOfLongAgoOrWithoutAnObject(String said) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Which billing database should the new service use?"),
            dev.replies(2, 0, "bruno", said));

    assertThat(all(Decision.class)).isEmpty();
  }

  @Test
  void nothingIsCelebratedThatNamesNoNews() {
    var news = dev.says(0, "ada", "It works now for me!");
    room.withSmallTalk()
        .with(news)
        .with(
            Chat.reacted(news.id(), 1, "bruno", "tada"),
            Chat.reacted(news.id(), 2, "carla", "tada"),
            Chat.reacted(news.id(), 3, "dario", "tada"));

    assertThat(all(Celebrated.class)).isEmpty();
  }

  @Test
  void nobodyIsNewWhoWroteLongAgoOrOnlyLaughs() {
    room.with(dev.says(-90 * DAY, "nora", "The old pipeline is broken."));
    weeksOf("The pipeline ran well");
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "The pipeline is green again this morning."),
            dev.says(100, "bruno", "The pipeline was red on Sunday night."),
            dev.says(300, "nora", "Hello everybody, glad to be part of the team."),
            dev.says(400, "otto", "lol"));

    assertThat(all(Newcomer.class)).isEmpty();
  }

  @Test
  void aGeneralWordNeitherRisesNorGoesQuiet() {
    weeksOf("They looked at tests and nothing about them changed, tests");
    room.withSmallTalk();
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          dev.says(minute, "ada", "My editor was slow and an " + i + " errors came up"),
          dev.replies(minute + 1, minute, "bruno", "Such errors are everywhere lately"),
          dev.replies(minute + 2, minute, "carla", "There were errors on my side"));
    }

    assertThat(all(Rising.class)).isEmpty();
    assertThat(all(WentQuiet.class)).isEmpty();
  }

  /** Four weeks in which the same is said again and again. */
  private void weeksOf(String words) {
    for (int i = 0; i < 60; i++) {
      var who = List.of("ada", "bruno", "zoe", "yan", "xia").get(i % 5);
      room.with(dev.says(-27 * DAY + i * 9 * 60, who, words + " " + i));
    }
  }
}
