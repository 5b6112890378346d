package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Message;
import ponte.nlp.Language;

/** How far flat talk surely speaks of its headline. */
class ExtentsTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message ASKED =
      DEV.says(0, "ada", "Does anyone know why the signing keys expire on Friday?");
  private static final Message ANSWERED =
      DEV.says(1, "bruno", "@ada A cron job moves the keys into the vault.");
  private static final Message THANKED = DEV.says(2, "ada", "I see, so I look there");

  @ParameterizedTest
  @CsvSource({
    "3, carla, Is there a printer for the labels of the parcels?",
    "3, carla, Is there a way to print labels for all of the keys in the hall?",
    "3, carla, '@dario Did the new printer of the warehouse ever print a label?'",
    "3, bruno, Does anyone know which printer takes the labels of the parcels?",
    "40, bruno, Which printer takes the labels of all those big parcels?",
    "40, bruno, And the printer?",
    "90, carla, The printer in the hall is full of labels again.",
    "600, carla, All who wait for keys: the vault has a new door.",
    "3, carla, C'è una stampante per le etichette dei pacchi?",
    "90, carla, La stampante del corridoio è di nuovo piena di etichette.",
    "40, bruno, E la stampante?"
  })
  void whereSomethingElseMayBeginWhatIsSurelyOfItEnds(int minute, String author, String said) {
    var other = DEV.says(minute, author, said);
    var more = DEV.says(minute + 1, "dario", "Second tray");

    assertThat(extent(ASKED, ANSWERED, THANKED, other, more).messages())
        .isEqualTo(List.of(ASKED, ANSWERED, THANKED));
  }

  @ParameterizedTest
  @CsvSource({
    "3, carla, It does the same at our place since the last release",
    "3, carla, '@ada Which version of the thing do you run at home?'",
    "3, carla, Which of the many boxes in the cellar runs it?",
    "90, carla, Our signing keys are of the same age.",
    "90, carla, '@bruno it does the same at our place'",
    "600, carla, '@ada it does the same at our place'",
    "40, ada, It does the same at home",
    "80, carla, '@ada is there a printer for labels somewhere in the hall?'",
    "3, carla, Anche da noi fa lo stesso dal rilascio scorso",
    "90, carla, Da noi quelle del signing non scadono mai."
  })
  void whoGoesOnOrAsksBackIsCounted(int minute, String author, String said) {
    var on = DEV.says(minute, author, said);
    var last = DEV.says(minute + 1, "ada", "@carla ok");

    assertThat(extent(ASKED, ANSWERED, THANKED, on, last).messages())
        .isEqualTo(List.of(ASKED, ANSWERED, THANKED, on, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@dario the warehouse got its new tray",
        "@dario il magazzino ha il cassetto nuovo"
      })
  void whoSpeaksToAStrangerWhereTheOneWhoBeganIsNotHeardAnyMoreSpeaksOfOtherThings(String said) {
    var other = DEV.says(1, "carla", said);

    assertThat(extent(ASKED, other).messages()).isEqualTo(List.of(ASKED));
    var heard = DEV.says(2, "dario", "@ada by a cron job");
    assertThat(extent(ASKED, other, heard).messages()).isEqualTo(List.of(ASKED, other, heard));
  }

  @ParameterizedTest
  @CsvSource({"6, 9", "7, 3"})
  void whereOthersGoOnForLongInOtherWordsItMayBeOfAnything(int more, int counted) {
    var said = new ArrayList<>(List.of(ASKED, ANSWERED, THANKED));
    for (int i = 0; i < more; i++) {
      said.add(DEV.says(3 + i, i % 2 == 0 ? "carla" : "bruno", "Second tray, I would say"));
    }

    assertThat(extent(said.toArray(Message[]::new)).messages()).hasSize(counted);

    said.add(DEV.says(20, "ada", "I see"));
    assertThat(extent(said.toArray(Message[]::new)).messages()).isEqualTo(said);
  }

  @Test
  void whoAnswersTheOneWhoBeganInTheirWordsIsCountedWhateverWasSaidBetween() {
    var other = DEV.says(50, "ada", "Is there a printer for the labels of the parcels?");
    var printer = DEV.says(55, "dario", "@ada the second tray is full");
    var answer = DEV.says(60, "carla", "@ada the signing keys are a week old");

    assertThat(extent(ASKED, other, printer, answer).messages()).isEqualTo(List.of(ASKED, answer));
  }

  @Test
  void whatIsShownWithTheHeadlineIsCounted() {
    var other = DEV.says(3, "carla", "Is there a printer for the labels of the parcels?");
    var answer = DEV.says(4, "dario", "The signing keys expire by a cron job of the vault.");
    var talk = new Talk(ASKED.id(), List.of(ASKED, other, answer));
    var lines = lines(talk);

    assertThat(extents(talk).of(talk, talk, lines.getFirst(), List.of(lines.getLast())).messages())
        .isEqualTo(List.of(ASKED, answer));
  }

  @Test
  void whatAllBelongsToBeforeTheSpanIsOfNoneOfIt() {
    var other = DEV.says(4000, "carla", "Is there a printer for the labels of the parcels?");
    var talk = new Talk(ASKED.id(), List.of(ASKED, other));
    var within = new Talk(ASKED.id(), List.of(other));

    assertThat(extents(talk).of(talk, within, lines(talk).getFirst(), List.of()).messages())
        .isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "By a cron job I would say, false",
    "Credo per un cron, false",
    "'@ada by a cron job', true",
    "'@ada per un cron', true",
    "The keys of the hall are a week old, false",
    "The signing keys are a week old, true",
    "Anche quelle di signing sono keys, true"
  })
  void ofFlatTalkThoseAreNamedWhoSurelySpokeWithTheOneWhoBegan(String said, boolean named) {
    var other = DEV.says(3, "carla", said);

    assertThat(extent(ASKED, ANSWERED, THANKED, other).people())
        .containsExactlyElementsOf(
            named
                ? List.of(ASKED.author(), ANSWERED.author(), other.author())
                : List.of(ASKED.author(), ANSWERED.author()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"By a cron job I would say", "Credo per un cron"})
  void theNextToSpeakIsNamed(String said) {
    var other = DEV.says(20, "carla", said);

    assertThat(extent(ASKED, other).people()).containsExactly(ASKED.author(), other.author());
  }

  @Test
  void whomTheOneWhoBeganTurnsToIsNamed() {
    var other = DEV.says(3, "carla", "By a cron job I would say");
    var last = DEV.says(4, "ada", "@carla I see");

    assertThat(extent(ASKED, ANSWERED, THANKED, other, last).people())
        .containsExactly(ASKED.author(), ANSWERED.author(), other.author());
  }

  @Test
  void ofAThreadAndWhatWasJoinedToItTheThreadIsSure() {
    var other = DEV.says(3, "carla", "Is there a printer for the labels of the parcels?");
    var reply = DEV.replies(4, 0, "dario", "A cron job moves them.");
    var printer = DEV.says(5, "bruno", "@carla the second tray is full");

    var extent = extent(ASKED, other, reply, printer);

    assertThat(extent.messages()).containsExactly(ASKED, reply);
    assertThat(extent.people()).containsExactly(ASKED.author(), reply.author());
  }

  @Test
  void ofAPartThatNobodySpokeInWhoSpokeWithTheOneWhoBeganThoseAreNamedWhoWroteIt() {
    var first = DEV.says(9, "bruno", "@ada A cron job moves the keys into the vault.");
    var later = DEV.says(12, "dario", "Second tray, I would say");
    var talk = new Talk(ASKED.id(), List.of(ASKED, first, later));

    var extent =
        extents(talk)
            .of(talk, new Talk(ASKED.id(), List.of(later)), lines(talk).getFirst(), List.of());

    assertThat(extent.people()).containsExactly(later.author());
  }

  @Test
  void aThreadIsCountedWhole() {
    var thread = new ArrayList<>(List.of(ASKED));
    thread.add(DEV.replies(90, 0, "carla", "Is there a printer for the labels of the parcels?"));

    assertThat(extent(thread.toArray(Message[]::new)).messages()).isEqualTo(thread);
  }

  @ParameterizedTest
  @CsvSource({
    "5000, The printer of the hall is full of labels again, false",
    "5000, The signing keys are gone since Friday, true",
    "5000, '@ada the printer of the hall is full again', true",
    "900, The printer of the hall is full of labels again, true",
    "5000, La stampante è di nuovo piena di etichette, false"
  })
  void aThreadThatGoesOnDaysLaterIsOfItsOpeningWhereThatIsHeardOf(
      int minute, String said, boolean counted) {
    var later = DEV.replies(minute, 0, "carla", said);
    var talk = new Talk(ASKED.id(), List.of(ASKED, later));
    var within = new Talk(ASKED.id(), List.of(later));

    assertThat(extents(talk).of(talk, within, lines(talk).getFirst(), List.of()).messages())
        .isEqualTo(counted ? List.of(later) : List.of());
  }

  private static Extent extent(Message... said) {
    var talk = new Talk(said[0].id(), Stream.of(said).toList());
    return extents(talk).of(talk, talk, lines(talk).getFirst(), List.of());
  }

  private static Extents extents(Talk talk) {
    var analyses = new Analyses(Room.NLP);
    return new Extents(
        new Reading(analyses, Language.ENGLISH),
        new Topics(List.of(talk), List.of(), analyses, Language.ENGLISH));
  }

  private static List<Line> lines(Talk talk) {
    return new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
  }
}
