package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
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

/** Which reply answers, in a channel where nobody uses threads. */
class BearingTest {

  private static final Chat DEV = Chat.in("C1");
  private static final Message QUESTION =
      DEV.says(0, "ada", "Does anyone know how to rotate the signing keys?");
  private static final String ONE = "The signing keys rotate with the vault command every week.";
  private static final String OTHER = "The signing keys rotate with the admin console every week.";

  @Test
  void whoIsThankedByNameGaveTheAnswer() {
    assertThat(
            best(
                DEV.says(1, "bruno", ONE),
                DEV.says(2, "carla", OTHER),
                DEV.says(3, "ada", "@carla thanks a lot")))
        .isEqualTo(OTHER);
    assertThat(
            best(
                DEV.says(1, "bruno", ONE),
                DEV.says(2, "carla", OTHER),
                DEV.says(3, "ada", "@bruno thanks a lot")))
        .isEqualTo(ONE);
  }

  @Test
  void theFirstOfManyMessagesIsNotTheAnswer() {
    var more = DEV.says(4, "bruno", "The admin sees the token on the last page of the console.");
    var most = DEV.says(7, "bruno", "A token of the console is good for one hour at most.");

    var first = DEV.says(1, "bruno", "The keys rotate with the vault command every week.");

    assertThat(best(first, more)).isNotNull();
    assertThat(best(first, more, most)).isNull();
  }

  @Test
  void whoNamedSomebodySpeaksToThemStill() {
    assertThat(best(DEV.says(1, "bruno", "@zoe one moment"), DEV.says(2, "bruno", ONE))).isNull();
    assertThat(best(DEV.says(1, "bruno", "@zoe one moment"), DEV.says(40, "bruno", ONE)))
        .isEqualTo(ONE);
    assertThat(best(DEV.says(1, "bruno", "@ada one moment"), DEV.says(2, "bruno", ONE)))
        .isEqualTo(ONE);
  }

  @Test
  void whoQuotesSomethingElseAnswersThat() {
    assertThat(best(quoting("Which backup of the vault did you restore last night?"))).isNull();
    assertThat(best(quoting("Does anyone know how to rotate the signing keys?"))).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"btw ", "By the way: ", "PS: ", "and "})
  void whatIsSaidBesideThePointIsWorthLess(String lead) {
    var said = "the signing keys rotate with the vault command every week.";
    var first = DEV.says(1, "zoe", "lol");
    var last = DEV.says(3, "carla", OTHER);

    assertThat(best(first, DEV.says(2, "bruno", "Well, " + said), last)).isEqualTo(ONE);
    assertThat(best(first, DEV.says(2, "bruno", "Hm. " + lead + said), last)).isEqualTo(OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "That does not help with the signing keys at all",
        "But it is not there",
        "Non funziona ancora"
      })
  void whatTheAskerTakesUpIsWorthMoreThanWhatTheyRefuse(String taken) {
    var first = DEV.says(1, "bruno", ONE);
    var second = DEV.says(5, "carla", OTHER);

    assertThat(best(first, DEV.says(2, "ada", "Thanks, that works"), second)).isEqualTo(ONE);
    assertThat(best(first, DEV.says(2, "ada", taken), second)).isEqualTo(OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sure I can. But that takes all the night",
        "Yes, but it wants a key I lost",
        "@bruno I don't follow at all",
        "That's not true for the new vault",
        "Lo so, ma ci vuole tutta la notte",
        "Certo che posso. Ma ci vuole tutta la notte",
        "@bruno non ti seguo"
      })
  void whatTheAskerHasNoUseForIsNoAnswer(String taken) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "ada", taken))).isNull();
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "ada", "I will try"))).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The signing keys rotate with the vault… no wait, they do not rotate any more.",
        "Le chiavi di firma ruotano con il vault… cioè non è il vault, è la console."
      })
  void whoMendsTheirWordsMidwaySaysNothingToShow(String mended) {
    assertThat(best(DEV.says(1, "bruno", mended))).isNull();
  }

  @Test
  void whereAnAnswerDoesNotHoldIsToldWithIt() {
    var where = "At least not for the keys of the archive.";
    var uno = "Le chiavi di firma ruotano ogni settimana con il comando del vault.";
    var dove = "Almeno non per le chiavi dell'archivio.";

    assertThat(best(DEV.says(1, "bruno", ONE + " " + where))).isEqualTo(ONE + " " + where);
    assertThat(best(DEV.says(1, "bruno", "@ada " + uno + " " + dove))).isEqualTo(uno + " " + dove);
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "bruno", where))).isNull();
  }

  @Test
  void whatNothingTiesToTheQuestionIsNoAnswer() {
    var apart = "Some file descriptors may be left open after a restart of the service.";

    assertThat(best(DEV.says(1, "bruno", apart))).isNull();
    assertThat(best(DEV.says(1, "bruno", "@ada " + apart))).isEqualTo(apart);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thanks. That did not help",
        "OK thanks, still the same error",
        "Grazie, ma non funziona",
        "Grazie. Sempre lo stesso errore"
      })
  void whatTheAskerTriedInVainIsNoAnswer(String tried) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(9, "ada", tried))).isNull();
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(9, "ada", "Thanks a lot"))).isEqualTo(ONE);
  }

  @Test
  void whatIsSaidAfterTheAskersThanksAnswersNothing() {
    assertThat(
            best(
                DEV.says(1, "bruno", "https://vault.example/keys"),
                DEV.says(2, "ada", "Thanks, Bruno"),
                DEV.says(9, "carla", OTHER)))
        .isNull();
  }

  @Test
  void aRemarkBelowARemarkIsOfItsThreadAndAboutTheSame() {
    var remark = DEV.says(0, "ada", "The signing keys of the vault expire every Friday night.");
    var same = "Most signing keys expire because of a cron job.";

    assertThat(below(remark, DEV.replies(1, 0, "bruno", "The vault server is slow after lunch.")))
        .isNull();
    assertThat(below(remark, DEV.replies(1, 0, "bruno", same))).isEqualTo(same);
    assertThat(below(remark, DEV.says(1, "bruno", same))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bruno But the keys of the branch stay as they are",
        "Doesn't the vault keep the keys of the branch?",
        "Ma le chiavi della filiale restano così",
        "Non dovrebbe farlo il vault?"
      })
  void whatTheAskerObjectsToIsNoAnswer(String objection) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "ada", objection))).isNull();
    assertThat(
            best(
                DEV.says(1, "bruno", ONE),
                DEV.says(2, "ada", "thanks!"),
                DEV.says(3, "ada", objection)))
        .isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Does the branch have a console of its own?",
        "La filiale ha una console tutta sua?"
      })
  void whatIsSaidBelowAnotherQuestionOfTheAskerAnswersThatOne(String another) {
    var reply = "@ada You can open the console of the vault and print the list of keys.";

    assertThat(best(DEV.says(2, "bruno", reply))).isNotNull();
    assertThat(best(DEV.says(1, "ada", "One moment"), DEV.says(2, "bruno", reply))).isNotNull();
    assertThat(
            best(
                DEV.says(0.5, "carla", "lol"),
                DEV.says(1, "ada", another),
                DEV.says(2, "bruno", reply)))
        .isNull();
  }

  @Test
  void whatHasMoreWordsOfALaterMessageOfTheAskerAnswersThatOne() {
    var reply = "@ada The vault command can print the list of all signing keys of a branch.";

    assertThat(best(DEV.says(2, "bruno", reply))).isNotNull();
    assertThat(
            best(
                DEV.says(0.2, "ada", "Can the vault command print the list of a branch?"),
                DEV.says(2, "bruno", reply)))
        .isNull();
  }

  @Test
  void whatIsSaidBelowLaterCodeOfTheAskerSpeaksOfThat() {
    var reply = "@ada You can open the console of the vault and print the list of keys.";

    assertThat(best(DEV.says(1, "ada", "Look"), DEV.says(2, "bruno", reply))).isNotNull();
    assertThat(
            best(
                with(
                    DEV.says(1, "ada", "Look"),
                    RichText.of(new Span.Plain("Look "), new Span.CodeBlock("open(vault);"))),
                DEV.says(2, "bruno", reply)))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The signing keys don't rotate with the vault command.",
        "You cannot rotate signing keys with the vault command"
      })
  void whatSomebodyElseDeniesInItsWordsIsNoAnswer(String denial) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "carla", denial))).isEqualTo(denial);
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "carla", "I don't like vaults")))
        .isEqualTo(ONE);
  }

  @Test
  void neitherIsItInItalianWhatSomebodyDenies() {
    var question = DEV.says(0, "ada", "Qualcuno sa come si ruotano le chiavi di firma del vault?");
    var answer = "Le chiavi di firma ruotano ogni notte con il comando del vault.";

    assertThat(
            below(
                question,
                DEV.says(1, "bruno", answer),
                DEV.says(2, "carla", "Le chiavi di firma non ruotano con il comando.")))
        .isNotEqualTo(answer);
    assertThat(below(question, DEV.says(1, "bruno", answer), DEV.says(2, "carla", "Non lo sapevo")))
        .isEqualTo(answer);
  }

  @Test
  void whatComesHoursLaterHasToHaveWordsOfTheQuestion() {
    var reply = "@ada The console of the branch prints all keys on Friday.";

    assertThat(best(DEV.says(2, "bruno", reply))).isNotNull();
    assertThat(best(DEV.says(600, "bruno", reply))).isNull();
    assertThat(best(DEV.says(600, "bruno", "@ada " + ONE))).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"and then the console restarts", "but only on Fridays, as I see"})
  void whatItsAuthorGoesOnFromAtOnceIsWorthLess(String more) {
    var first = DEV.says(1, "bruno", ONE);
    var last = DEV.says(9, "carla", OTHER);

    assertThat(best(first, DEV.says(1.5, "bruno", more), last)).isEqualTo(OTHER);
    assertThat(best(first, DEV.says(5, "bruno", more), last)).isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Not in the vault, but the signing keys rotate in the console of the branch.",
        "Option 3 rotates the signing keys with the console of the branch.",
        "The signing keys do not rotate with the console of the branch, either."
      })
  void whatAnswersAListOrARemarkThatIsNotShownIsNoAnswer(String said) {
    assertThat(best(DEV.says(1, "bruno", said))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "Nel vault le chiavi di firma ruotano con il comando, Non in quel vault",
    "Le chiavi di firma ruotano con la console, L'opzione 2 dice che le chiavi di firma ruotano",
    "Le chiavi di firma ruotano con la console, Le chiavi di firma non ruotano nemmeno"
  })
  void neitherIsItInItalian(String whole, String leaning) {
    var question = DEV.says(0, "ada", "Qualcuno sa come si ruotano le chiavi di firma del vault?");
    var rest = " della filiale ogni settimana.";

    assertThat(below(question, DEV.says(1, "bruno", whole + rest))).isEqualTo(whole + rest);
    assertThat(below(question, DEV.says(1, "bruno", leaning + ", le chiavi" + rest))).isNull();
  }

  @Test
  void whatItsAuthorPutsRightAtOnceIsNoAnswer() {
    var right = "or rather only those of the branch, with the vault command of last week";

    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(1.5, "bruno", right))).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, the old vault was on my mind. ",
        "Oh, sorry, no. ",
        "Scusate, pensavo alla vecchia console. "
      })
  void whatItsAuthorPutsRightLaterGivesWayToThat(String sorry) {
    var right = "The signing keys rotate with the admin command once a month.";

    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(6, "bruno", sorry + right)))
        .isEqualTo(right);
    assertThat(
            best(
                DEV.says(1, "bruno", ONE),
                DEV.says(2, "ada", "ok"),
                DEV.says(6, "bruno", sorry + "The old vault was on my mind.")))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry for the late reply",
        "sorry to hear that",
        "Sorry, which keys?",
        "Scusa per il ritardo",
        "@zoe sorry, the lunch is over"
      })
  void whoIsSorryForSomethingElseTakesNothingBack(String sorry) {
    assertThat(
            best(DEV.says(1, "bruno", ONE), DEV.says(2, "ada", "ok"), DEV.says(6, "bruno", sorry)))
        .isEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I've read that as well",
        "i kinda need help getting there",
        "L'ho già letto anch'io",
        "Mi serve aiuto per arrivarci"
      })
  void whatTheAskerKnewOrCannotDoIsNoAnswer(String taken) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "ada", taken))).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"@bruno it's not what I need", "@bruno non è quello che cerco"})
  void whatTheAskerRefusesByNameIsNoAnswerHoweverLate(String refusal) {
    var between =
        List.of(
            DEV.says(2, "ada", "One moment"),
            DEV.says(3, "carla", "Take your time"),
            DEV.says(4, "ada", "Right"),
            DEV.says(5, "carla", "Fine"));

    assertThat(best(after(between, "ada", refusal))).isNull();
    assertThat(best(after(between, "ada", refusal.replace("@bruno", "@carla")))).isEqualTo(ONE);
  }

  private static Message[] after(List<Message> between, String author, String said) {
    return Stream.of(
            Stream.of(DEV.says(1, "bruno", ONE)),
            between.stream(),
            Stream.of(DEV.says(6, author, said)))
        .flatMap(each -> each)
        .toArray(Message[]::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This channel is for vault releases, the console is elsewhere",
        "Many people rotate something or other, search google",
        "Questo canale è solo per i rilasci del vault",
        "Ci sono molte pagine sul vault, cerca su google"
      })
  void whoSendsTheAskerElsewhereAnswersNothing(String said) {
    assertThat(best(DEV.says(1, "bruno", "@ada " + said))).isNull();
  }

  @Test
  void whoAnswersAQuestionToSomebodyElseAfterThemGoesOnFromThat() {
    var toCarla = DEV.says(0, "ada", "@carla How do I rotate the signing keys?");

    assertThat(below(toCarla, DEV.says(1, "carla", "With @dino"), DEV.says(2, "bruno", ONE)))
        .isNull();
    assertThat(below(toCarla, DEV.says(1, "dino", "With @dino"), DEV.says(2, "bruno", ONE)))
        .isEqualTo(ONE);
    assertThat(below(toCarla, DEV.says(2, "bruno", ONE))).isEqualTo(ONE);
  }

  @Test
  void whatAThirdSaysInAThreadIsBesideTheFirstReplyUnlessItAloneWasWelcome() {
    var first = DEV.replies(1, 0, "carla", "Still at it, so it is the lazy one.");
    var doubt = DEV.replies(1, 0, "carla", "No idea, honestly");
    var third = DEV.replies(2, 0, "bruno", ONE);
    var later = DEV.replies(1.5, 0, "dino", "Me too");

    assertThat(best(third)).isEqualTo(ONE);
    assertThat(best(first, third)).isNull();
    assertThat(best(doubt, third)).isEqualTo(ONE);
    assertThat(best(first, later, third, DEV.replies(3, 0, "ada", "Thanks!"))).isEqualTo(ONE);
    assertThat(best(first, third, DEV.replies(3, 0, "ada", "Thanks!"))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "You can put the signing keys in the vault command., 'ah, that would work'",
    "Puoi mettere le chiavi di firma nel comando del vault., 'ottima idea, provo subito con le chiavi'"
  })
  void whatTheAskerTakesUpIsTheProposalAndNotWhatWasSaidBeforeIt(String proposal, String taken) {
    assertThat(best(DEV.says(1, "bruno", ONE), DEV.says(2, "bruno", proposal))).isEqualTo(ONE);
    assertThat(
            best(
                DEV.says(1, "bruno", ONE),
                DEV.says(2, "bruno", proposal),
                DEV.says(3, "ada", taken)))
        .isNotEqualTo(ONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@carla I get it now.", "@carla Adesso ho capito tutto il resto."})
  void whomTheAskerUnderstoodByNameHelped(String understood) {
    var weak = "@ada The admin console shows old keys.";

    assertThat(best(DEV.says(1, "bruno", weak))).isNotNull();
    assertThat(
            best(
                DEV.says(1, "bruno", weak),
                DEV.says(3, "carla", "Look into it"),
                DEV.says(4, "zoe", "lol"),
                DEV.says(9, "ada", understood)))
        .isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"And why not once a year, then?", "E perché non una volta l'anno?"})
  void whatIsSaidRightAfterAnotherQuestionOfTheAskerAnswersThatOneInAThreadToo(String another) {
    var first = DEV.replies(1, 0, "bruno", "Look");
    var reply = DEV.replies(3, 0, "bruno", "@ada Each of the keys costs a token of the console.");

    assertThat(best(first, DEV.replies(2, 0, "ada", "Fine"), reply)).isNotNull();
    assertThat(best(first, DEV.replies(2, 0, "ada", another), reply)).isNull();
  }

  @Test
  void whoDeniesWhatWasAskedInItsWordsAnswersIt() {
    var question = DEV.says(0, "ada", "Are signing keys supposed to rotate with the vault?");
    var guess = "@ada My guess is that the vault was meant for something else back then.";
    var denial = "Signing keys are not supposed to rotate with the vault";

    assertThat(below(question, DEV.says(1, "bruno", guess), DEV.says(2, "carla", denial)))
        .isEqualTo(denial);
  }

  private static Message quoting(String quoted) {
    return with(
        DEV.says(1, "bruno", ONE),
        RichText.of(new Span.Quote(List.of(new Span.Plain(quoted))), new Span.Plain("\n" + ONE)));
  }

  private static Message with(Message plain, RichText text) {
    return new Message(
        plain.id(),
        plain.author(),
        plain.kind(),
        plain.at(),
        null,
        text,
        List.of(),
        List.of(),
        plain.at());
  }

  private static @Nullable String best(Message... answers) {
    return below(QUESTION, answers);
  }

  private static @Nullable String below(Message opening, Message... answers) {
    var filed =
        Stream.concat(Stream.of(opening), Stream.of(answers))
            .map(message -> new Filed(message, opening.id()))
            .toList();
    var talk = Talk.of(filed).getFirst();
    var lines = new Reading(new Analyses(Room.NLP), Language.ENGLISH).lines(talk);
    var central = Room.NLP.centrality(lines.stream().map(Line::terms).toList());
    return new Outcomes(DigestRules.DEFAULT.outcome(), new Fitness(DigestRules.DEFAULT.fit()))
        .best(talk, lines, lines.getFirst(), central)
        .map(Line::plain)
        .orElse(null);
  }
}
