package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.archive.Filed;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;

/** Which sentence tells what a talk is about. */
class OpeningsTest {

  private static final Chat DEV = Chat.in("C1");

  /** More than is told with what it stands between. */
  private static final String LONG =
      "It does so in the morning, at noon and in the evening, whoever looks at it and whatever they"
          + " do about it, and that is how it went on for all of the last year, as far as I know.";

  private static final String LUNGO =
      "Lo fa di mattina, a mezzogiorno e di sera, chiunque lo guardi e qualsiasi cosa faccia, e così"
          + " è andato avanti per tutto lo scorso anno, per quanto ne so io e per quanto ne sanno"
          + " gli altri che lo usano.";

  private static final String MATTER =
      "Does anyone know how to rotate the signing keys of the vault?";
  private static final String QUESTIONE =
      "Qualcuno sa come si ruotano le chiavi di firma del vault?";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should the vault rotate signing keys?",
        "Il vault ruota le chiavi di firma?",
        "What was odd is that the vault rotated the signing keys at noon"
      })
  void aShortQuestionInTheMiddleOfATalkIsNoHeadline(String question) {
    assertThat(headline(false, question)).isEqualTo(question);
    assertThat(headline(true, question)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is there a way to rotate the signing keys of the vault?",
        "Qualcuno sa come si ruotano le chiavi di firma del vault?"
      })
  void whatWhoeverKnowsMayAnswerIsOne(String question) {
    assertThat(headline(true, question)).isEqualTo(question);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I see nothing in it. Should the keys of the vault rotate with the debug flag on?"
      })
  void whatIsAskedBackIsNoHeadline(String question) {
    assertThat(later(question)).endsWith(question.substring(question.indexOf(". ") + 2));
    assertThat(later("@bruno " + question)).isNull();
  }

  /** The headline where somebody asks after another told them something. */
  private static @Nullable String later(String question) {
    var first = DEV.says(0, "ada", "hm, it hangs");
    return opening(
            new Talk(
                first.id(),
                List.of(
                    first,
                    DEV.says(1, "bruno", "the vault has a log"),
                    DEV.says(2, "ada", question))))
        .map(opening -> opening.line().plain())
        .orElse(null);
  }

  @ParameterizedTest
  @CsvSource({
    "The vault expires its signing keys on Friday. Is there a third option for rotating keys?",
    "Il vault fa scadere le chiavi di firma di venerdì. C'è un'altra via per ruotare le chiavi?"
  })
  void aQuestionIsToldWithWhatItsAuthorSaidRightBefore(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I'm moving the vault of the branch to the new server. "
            + LONG
            + " It says why. Should I rotate the keys?"
            + "|I'm moving the vault of the branch to the new server. … Should I rotate the keys?",
        "Sto spostando il vault della filiale sul server. "
            + LUNGO
            + " Lo dice. Qualcuno sa come ruotare le chiavi?"
            + "|Sto spostando il vault della filiale sul server. … Qualcuno sa come ruotare le"
            + " chiavi?"
      })
  void theQuestionAtTheEndOfALongMessageIsToldWithWhatTheMessageIsAbout(
      String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The vault of the branch expires its keys on Friday. "
            + LONG
            + " It says why. Should I rotate the keys?",
        "I'm moving the vault of the branch to the new server. "
            + LONG
            + " It says why. Or is there another key?",
        "Il vault della filiale fa scadere le chiavi. "
            + LUNGO
            + " Lo dice. Oppure c'è un'altra chiave?"
      })
  void whatElseAMessageBeginsWithIsNotToldOverDots(String said) {
    assertThat(String.valueOf(headline(false, said))).doesNotContain("…");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The branch expires its keys on Friday. The vault says nothing of that. I asked the office"
            + " of the branch. Should I rotate the signing keys of the vault?",
        "La filiale fa scadere le chiavi di venerdì. Il vault non ne dice niente. Ho chiesto in"
            + " ufficio. Qualcuno sa come ruotare le chiavi del vault?"
      })
  void aQuestionIsToldFromTheBeginningOfItsMessageWhereThatIsShort(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
    assertThat(headline(false, "Thanks for the cake, bruno! " + said)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The branch looks for a keeper of its vault. The best of the keepers gets a golden key. The"
            + " keeper of last year takes care of the signing keys.",
        "La filiale cerca un custode del vault. Il migliore dei custodi riceve una chiave d'oro. Il"
            + " custode dello scorso anno conserva le chiavi di firma."
      })
  void newsAreToldFromTheirBeginningAsFarAsTheyGo(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(strings = {LONG, LUNGO})
  void newsOfWhichTheBeginningIsTooLongAreNotToldFromTheirMiddle(String before) {
    assertThat(headline(false, before + " The vault of the branch keeps the keys of last year."))
        .isNull();
  }

  @Test
  void whoSaysYouToNobodyAsksTheRoomWhereTheyBegin() {
    var said = "How can you rotate the signing keys of the vault in the branch?";

    assertThat(asked(said)).isTrue();
    assertThat(opening(true, said).filter(Openings.Opening::question)).isEmpty();
    assertThat(asked("Does another key in your vault of the branch solve the problem?")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "Has anyone here rotated the signing keys of the vault?,Is anyone here?",
    "C'è qualcuno che ha ruotato le chiavi di firma del vault?,C'è qualcuno in ascolto?"
  })
  void whoAsksForSomebodyWhoDidSomethingAsksMoreThanForAttention(String question, String call) {
    assertThat(asked(question)).isTrue();
    assertThat(asked(call)).isFalse();
  }

  @Test
  void aStatementOpensOnlyWhatItIsTheFirstMessageOf() {
    var first = DEV.says(0, "ada", "Who moved it?");
    var news = "The vault of the branch keeps the signing keys of last year.";
    var later = DEV.replies(5, 0, "ada", news);

    assertThat(opening(new Talk(first.id(), List.of(first, later)))).isEmpty();
    assertThat(opening(new Talk(later.id(), List.of(later)))).isPresent();
  }

  @Test
  void inFlatTalkAStatementOpensNothingWhilePeopleTalk() {
    var news =
        DEV.says(
            0,
            "ada",
            "The vault of the branch keeps the signing keys of last year. See"
                + " https://vault.example/keys");

    assertThat(opening(new Talk(news.id(), List.of(news)))).isPresent();
    assertThat(opening(new Talk(news.id(), List.of(news), false, Set.of(), Set.of(news.id()))))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Hey slack, is there a way to rotate the signing keys of the vault?"
            + "|Is there a way to rotate the signing keys of the vault?",
        "Ciao ragazzuoli, qualcuno sa come si ruotano le chiavi di firma del vault?"
            + "|Qualcuno sa come si ruotano le chiavi di firma del vault?"
      })
  void whoIsGreetedIsNotTold(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Any vault experts in the room?|I've set up the vault of the branch and want to rotate its"
            + " keys every night.",
        "C'è qualche esperto di vault in ascolto?|Ho configurato il vault della filiale e vorrei"
            + " ruotare le chiavi ogni notte."
      })
  void aCallForWhoeverKnowsOnlyLeadsToTheMatter(String call, String matter) {
    assertThat(headline(false, call)).isNull();
    assertThat(headline(false, call + " " + matter)).isEqualTo(matter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The vault of the branch is new since Friday. But the keys of the vault are the old ones of"
            + " last year.",
        "Il vault della filiale è nuovo da venerdì. Però le chiavi del vault sono ancora quelle"
            + " dell'anno scorso."
      })
  void aSettingIsToldWithTheTroubleThatIsSetAgainstIt(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
    assertThat(headline(false, said + " The branch and the vault were told about it."))
        .isEqualTo(said);
    assertThat(headline(false, said.replaceFirst("\\. (But|Però) .*", ". $1 the log says:")))
        .isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "But is there a way to rotate the signing keys of the vault?"
            + "|Is there a way to rotate the signing keys of the vault?",
        "Però qualcuno sa come si ruotano le chiavi di firma del vault?"
            + "|Qualcuno sa come si ruotano le chiavi di firma del vault?"
      })
  void aQuestionAsksTheSameWithoutItsBut(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The signing keys of the vault have to be hard to rotate for everybody, right?",
        "The vault of the branch keeps the signing keys. Does that make sense?",
        "Should I rotate the vault thing?",
        "Problem: why does the vault of the branch keep the signing keys?",
        "Le chiavi di firma del vault devono essere difficili da ruotare, vero?",
        "Svantaggio: perché il vault della filiale conserva le chiavi di firma?"
      })
  void whatAsksForANodOrStandsInAListIsNoHeadline(String said) {
    assertThat(asked(said)).isFalse();
  }

  @Test
  void whatIsAskedOfCodeThatWasAnnouncedNeedsTheCode() {
    var code = new Span.CodeBlock("struct Vault { Key[] keys; }");
    var asked =
        new Span.Plain("\nShould the keys of the vault be a list of the signing keys or a set?");

    assertThat(
            opening(RichText.of(new Span.Plain("We have these types:\n"), code, asked))
                .filter(Openings.Opening::question))
        .isEmpty();
    assertThat(
            opening(RichText.of(new Span.Plain("The vault is new.\n"), code, asked))
                .filter(Openings.Opening::question))
        .isPresent();
  }

  @Test
  void whatAHandPointsAtIsNotShown() {
    var said = "Is there a way to combine two signing keys of the vault to a pair of keys?";

    assertThat(asked(said)).isTrue();
    assertThat(
            opening(
                    RichText.of(
                        new Span.Plain(said),
                        new Span.Emoji("arrow_down"),
                        new Span.Link("https://vault.example/keys", "https://vault.example/keys")))
                .filter(Openings.Opening::question))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How can I rotate the signing keys of the vault? I tried the console of the branch. Or is"
            + " there a key of the vault and the signing keys?"
            + "|How can I rotate the signing keys of the vault?",
        "Come si ruotano le chiavi di firma del vault? Ho provato la console. Oppure esiste una"
            + " chiave del vault per le chiavi di firma?"
            + "|Come si ruotano le chiavi di firma del vault?"
      })
  void theFirstQuestionOfAMessageWins(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why does the vault of the branch return an empty key here?",
        "Perché il vault della filiale restituisce una chiave vuota qui?",
        "It was like so. From years of vaults I learned to rotate keys by hand. Why? I trust no one."
      })
  void whatPointsAtCodeOrAnswersItselfIsNoHeadline(String said) {
    assertThat(headline(false, said)).isNotEqualTo(said).isNotEqualTo("Why?");
    assertThat(asked(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The vault of the branch keeps the signing keys of last year.",
        "Il vault della filiale conserva le chiavi di firma dello scorso anno."
      })
  void inFlatTalkAStatementOpensOnlyWhatItBeginsAndIsMoreThanARemark(String said) {
    assertThat(headline(false, said)).isNull();
    assertThat(headline(false, said + " Read more at https://vault.example/keys")).isEqualTo(said);
    assertThat(headline(true, said + " Read more at https://vault.example/keys")).isNull();
    assertThat(headline(false, "The console of the vault was slow on Monday. " + said))
        .isNotEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The vault of the branch lost a key today. I wonder why the vault loses its signing keys",
        "Il vault della filiale ha perso una chiave oggi. Mi chiedo perché il vault perda le chiavi"
      })
  void whoMusesInTheMiddleOfATalkAsksNothing(String said) {
    assertThat(headline(true, said)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Should the vault rotate signing keys? I moved the branch last week. The old keys of the"
            + " branch are there as before.",
        "Il vault ruota le chiavi di firma? Ho spostato la filiale la settimana scorsa. Le vecchie"
            + " chiavi della filiale sono ancora lì."
      })
  void aShortQuestionThatItsMessageGoesOnFromIsOneInTheMiddleOfATalk(String said) {
    assertThat(headline(true, said)).isEqualTo(said.substring(0, said.indexOf('?') + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I can't open the vault of the branch. "
            + LONG
            + " It says nothing. Any ideas?|I can't open the vault of the branch. … Any ideas?",
        "Non riesco a ruotare le chiavi della filiale. "
            + LUNGO
            + " Non lo dice. Qualche idea?"
            + "|Non riesco a ruotare le chiavi della filiale. … Qualche idea?"
      })
  void whoAsksForAnyHelpIsToldWithWhatTroublesThem(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Why does the following template of the vault lose its signing keys?",
        "Perché il seguente modello del vault perde le chiavi di firma?"
      })
  void whatFollowsAndIsNotShownMakesNoHeadline(String said) {
    assertThat(asked(said)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "- The vault of the branch keeps the signing keys of last year.",
        "1. Il vault della filiale conserva le chiavi di firma dello scorso anno."
      })
  void anItemOfAListOpensNothing(String said) {
    assertThat(headline(false, said)).isNull();
  }

  @Test
  void wordsBelowAnAnnouncementMayBeAnothers() {
    var words =
        "Everybody has to rotate the signing keys of the vault on Friday. The branch is asked, too.";

    assertThat(headline(false, words))
        .isEqualTo("Everybody has to rotate the signing keys of the vault on Friday.");
    assertThat(headline(false, "From our director of security:\n" + words)).isNull();
  }

  @Test
  void speechThatWasTakenDownHasNoHeadline() {
    var said = "vault of the branch keeps the signing keys of last year\nthe branch says so";

    assertThat(headline(false, "The " + said)).isNotNull();
    assertThat(headline(false, "the " + said)).isNull();
  }

  @Test
  void aTalkIsMidwayWhereItsOpenerWasJustHeard() {
    var before = DEV.says(0, "bruno", "The vault is slow today");
    var near = DEV.says(5, "bruno", "Who moved the keys?");
    var late = DEV.says(30, "bruno", "Who moved the keys?");
    var named = DEV.says(5, "carla", "@bruno who moved the keys?");
    var other = DEV.says(5, "carla", "Who moved the keys?");

    assertThat(second(before, near).midway()).isTrue();
    assertThat(second(before, late).midway()).isFalse();
    assertThat(second(before, named).midway()).isTrue();
    assertThat(second(before, other).midway()).isFalse();
  }

  @Test
  void whatIsSaidWhilePeopleTalkIsAmidOtherThings() {
    var before = DEV.says(0, "bruno", "The vault is slow this morning");
    var greeting = DEV.says(0, "bruno", "Good morning");
    var near = DEV.says(5, "carla", "Who moved the keys?");
    var late = DEV.says(30, "carla", "Who moved the keys?");

    assertThat(second(before, near).amid()).containsExactly(near.id());
    assertThat(second(before, late).amid()).isEmpty();
    assertThat(second(greeting, near).amid()).isEmpty();
  }

  @Test
  void aTitleAsksNobody() {
    assertThat(asked("Can We Rotate Signing Keys Every Week?")).isFalse();
    assertThat(asked("Can we rotate Signing Keys of the Vault?")).isTrue();
  }

  @Test
  void whatIsOuterOrInnerIsNotShown() {
    assertThat(headline(false, "Why does the vault lose the variables of the outer key?")).isNull();
    assertThat(headline(false, "Why does the vault lose the variables of a key?")).isNotNull();
  }

  @Test
  void whatFollowsAnotherTalkCrossesIt() {
    var one = DEV.says(0, "ada", "Who moved the keys?");
    var apart = DEV.says(1, "zoe", "Lunch is ready");
    var reply = DEV.says(2, "bruno", "The vault did");
    var more = DEV.says(3, "bruno", "At noon");

    var talk =
        Talk.of(
                List.of(
                    new Filed(one, one.id()),
                    new Filed(apart, apart.id()),
                    new Filed(reply, one.id()),
                    new Filed(more, one.id())))
            .getFirst();

    assertThat(talk.crossed()).containsExactly(reply.id());
  }

  private static Talk second(Message one, Message other) {
    return Talk.of(List.of(new Filed(one, one.id()), new Filed(other, other.id()))).getLast();
  }

  private static boolean asked(String said) {
    return opening(false, said).filter(Openings.Opening::question).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is anyone here familiar with the signing vault? I'm on version 7 and can't rotate its keys.",
        "Has anybody used the signing vault? We have it on two servers and the keys never match.",
        "Qualcuno conosce il vault delle firme? Non riesco a ruotare le chiavi della filiale.",
        "Chi usa il vault delle firme? Abbiamo due server e le chiavi non coincidono mai."
      })
  void whoLooksForPeopleIsToldWithWhatTheyAreNeededFor(String said) {
    assertThat(headline(false, said)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is anyone here familiar with the signing vault? It is a nice thing.",
        "Is anyone here familiar with the signing vault? I think it is a nice thing.",
        "Qualcuno conosce il vault delle firme? È proprio una bella cosa."
      })
  void butNotWithWhateverTheyGoOnWith(String said) {
    assertThat(headline(false, said)).isEqualTo(said.substring(0, said.indexOf('?') + 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I've been seeing odd keys in the vault since the update. "
            + LONG
            + " I press stop and then the key appears. Is anyone having similar issues?"
            + "|I've been seeing odd keys in the vault since the update. … Is anyone having similar"
            + " issues?",
        "Da ieri il vault della filiale scrive chiavi strane. "
            + LUNGO
            + " Premo stop e poi la chiave compare. Qualcuno ha problemi simili?"
            + "|Da ieri il vault della filiale scrive chiavi strane. … Qualcuno ha problemi simili?"
      })
  void whoAsksForTheLikeIsToldWithWhatItIsLike(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Who knows about vaults and cookies? Joking. But seriously: does the vault of the branch keep"
            + " old keys?|Does the vault of the branch keep old keys?",
        "Chi sa qualcosa di vault e biscotti? Scherzo. Ma seriamente: il vault della filiale tiene"
            + " le chiavi vecchie?|Il vault della filiale tiene le chiavi vecchie?"
      })
  void aJokeIsNoHeadline(String said, String headline) {
    assertThat(headline(false, said)).isEqualTo(headline);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Never mind, found it: the name was fixed.",
        "nvm",
        "EDIT: solved, it was the name of the key.",
        "Ok, figured it out.",
        "Turns out that the name of the key was wrong.",
        "Anzi no, trovato: il nome della chiave era fisso.",
        "Risolto, era il nome della chiave.",
        "Come non detto."
      })
  void whoAnswersThemselvesAsksNothing(String answer) {
    var question = "Does anyone know why the vault of the branch rotates its keys at noon?";
    var asked = DEV.says(0, "ada", question);

    assertThat(headline(false, question + " " + answer)).isNull();
    assertThat(openingOf(asked, DEV.says(1, "ada", answer))).isEmpty();
    assertThat(openingOf(asked, DEV.says(1, "bruno", answer))).isPresent();
  }

  @Test
  void whatIsAskedInSpeechThatWasTakenDownIsNoHeadline() {
    var spoken = new ArrayList<Message>();
    spoken.add(DEV.says(0, "ada", "esiste un vault della filiale tale che le chiavi xxx"));
    for (int i = 1; i < 10; i++) {
      spoken.add(DEV.says(i, "bruno", "allora andiamo avanti con le chiavi del vault"));
    }
    var written = new ArrayList<>(spoken.subList(0, 1));
    for (int i = 1; i < 10; i++) {
      written.add(DEV.says(i, "bruno", "Allora, andiamo avanti con le chiavi del vault."));
    }

    assertThat(openingOf(written.toArray(Message[]::new))).isPresent();
    assertThat(openingOf(spoken.toArray(Message[]::new))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Wait, is the yellow vault on the door the one I painted as a joke?|Anyway…|" + MATTER,
        "Isn't the yellow vault on the door the one I made as a joke?|Back to business:|" + MATTER,
        "Il vault giallo sulla porta è quello dipinto per scherzo?|Comunque…|" + QUESTIONE,
        "Il vault giallo sulla porta è quello che ho dipinto io?|Tornando seri:|" + QUESTIONE
      })
  void whatItsAuthorPutsAsideIsNoHeadline(String aside, String back, String matter) {

    assertThat(
            openingOf(
                    DEV.says(0, "ada", aside), DEV.says(1, "ada", back), DEV.says(2, "ada", matter))
                .map(opening -> opening.line().plain()))
        .hasValue(matter);
    assertThat(headline(false, aside + " " + back.replace('…', ',') + " " + matter))
        .doesNotContain(aside)
        .endsWith(matter);
  }

  private static Optional<Openings.Opening> openingOf(Message... said) {
    return opening(new Talk(said[0].id(), List.of(said)));
  }

  private static @Nullable String headline(boolean midway, String said) {
    return opening(midway, said).map(opening -> opening.line().plain()).orElse(null);
  }

  private static Optional<Openings.Opening> opening(RichText said) {
    var plain = DEV.says(0, "ada", "");
    return opening(
        false,
        new Message(
            plain.id(),
            plain.author(),
            plain.kind(),
            plain.at(),
            null,
            said,
            List.of(),
            List.of(),
            plain.at()));
  }

  private static Optional<Openings.Opening> opening(boolean midway, String said) {
    return opening(midway, DEV.says(0, "ada", said));
  }

  private static Optional<Openings.Opening> opening(boolean midway, Message message) {
    return opening(new Talk(message.id(), List.of(message), midway, Set.of(), Set.of()));
  }

  private static Optional<Openings.Opening> opening(Talk talk) {
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    return new Openings(DigestRules.DEFAULT.opening(), new Fitness(DigestRules.DEFAULT.fit()))
        .best(talk, lines, Set.of("vault", "key"), new double[lines.size()]);
  }
}
