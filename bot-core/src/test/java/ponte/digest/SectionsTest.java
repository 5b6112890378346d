package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static ponte.digest.Room.words;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.consent.Preference;
import ponte.conversation.Channel;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Answered;
import ponte.digest.Digest.Celebrated;
import ponte.digest.Digest.Commitment;
import ponte.digest.Digest.Newcomer;
import ponte.digest.Digest.Rising;
import ponte.digest.Digest.Shared;
import ponte.digest.Digest.Shared.Thing;
import ponte.digest.Digest.Thanked;
import ponte.digest.Digest.WentQuiet;

/** Monday 2 March 2026 is the first day of these channels. */
class SectionsTest {

  private static final double DAY = 24 * 60;

  private final Room room = new Room();
  private final Chat dev = room.dev;

  private <T extends Digest.Item> List<T> all(Class<T> kind) {
    return room.digest().whole().items(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "I'll send the contract draft to the customer by Friday., 2026-03-06",
    "I will update the deployment guide before Thursday., 2026-03-04",
    "I'm going to prepare the budget slides for tomorrow., 2026-03-03",
    "I'll publish the release notes by March 15., 2026-03-15",
    "I'll publish the release notes of the shop by 20/04., 2026-04-20",
    "I'll publish the release notes of the shop by Friday 10 April., 2026-04-10",
    "I'll publish the release notes of the shop a week on Friday., 2026-03-13",
    "Preparo io il verbale della riunione entro venerdì., 2026-03-06",
    "Mi occupo io del contratto con il fornitore entro il 15 marzo., 2026-03-15",
    "Manderò la bozza del contratto al cliente domani., 2026-03-03",
    "Manderò la bozza del contratto al cliente venerdì tra due settimane., 2026-03-20"
  })
  void tellsWhoPromisedWhatByWhen(String promise, LocalDate due) {
    room.withSmallTalk().with(dev.says(0, "ada", promise));

    assertThat(all(Commitment.class))
        .singleElement()
        .satisfies(
            commitment -> {
              assertThat(words(commitment.promise())).isEqualTo(promise);
              assertThat(commitment.promise().author()).isEqualTo(Chat.person("ada"));
              assertThat(commitment.due()).isEqualTo(due);
            });
  }

  /** Readers see the words; a wrong day beside them would be believed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll publish the release notes of the shop by 04/05.",
        "I'll share the contract draft with the customer next Friday.",
        "Mando la bozza del contratto al cliente venerdì tra tre settimane."
      })
  void tellsAPromiseOfADayThatNobodyCanTellWithoutOne(String promise) {
    room.withSmallTalk().with(dev.says(0, "ada", promise));

    assertThat(all(Commitment.class))
        .singleElement()
        .satisfies(
            commitment -> {
              assertThat(words(commitment.promise())).isEqualTo(promise);
              assertThat(commitment.promise().author()).isEqualTo(Chat.person("ada"));
              assertThat(commitment.due()).isNull();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'll fix the login page if I find the time this week.",
        "I'll try to fix the login page by Friday.",
        "Maybe I'll write the deployment guide tomorrow.",
        "I'll be on vacation from Friday in the mountains.",
        "I'll admit that the login page looks broken on Friday.",
        "Should I send the contract draft by Friday?",
        "She said I'll send the contract draft by Friday.",
        "Se ho tempo preparo io il verbale della riunione.",
        "Forse preparo io il verbale della riunione entro venerdì.",
        "Me ne occupo io entro venerdì.",
        "I'll publish the release notes this week, but that is looking less likely.",
        "Manderò la bozza del contratto domani, ma sarà difficile.",
        "I'll do it by Friday.",
        "I'll check on 5 October.",
        "I'll write the runbook by Thursday.",
        "I'll write something up this evening and post a summary for the whole team.",
        "Preparo qualcosa entro venerdì e mando la bozza a tutta la squadra."
      })
  void takesNoWishOrTryForAPromise(String said) {
    room.withSmallTalk().with(dev.says(0, "ada", said));

    assertThat(all(Commitment.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "I'll send the contract draft to the customer by Friday. | Done.",
        "I'll send the contract draft to the customer by Friday. | I've just sent it to them.",
        "I'll send the contract draft to the customer by Friday. | ok, it's done now",
        "Mando la bozza del contratto al cliente entro venerdì. | Fatto!",
        "Mando la bozza del contratto al cliente entro venerdì. | L'ho appena mandata, ho inviato tutto.",
        "Mando la bozza del contratto al cliente entro venerdì. | Eccola."
      })
  void aPromiseThatWasKeptIsToldNoMore(String promise, String kept) {
    room.withSmallTalk().with(dev.says(0, "ada", promise), dev.replies(5, 0, "ada", kept));

    assertThat(all(Commitment.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ada | Done with the first page only.",
        "ada | Have I sent you the price list?",
        "bruno | Done.",
        "ada | I sent myself a reminder, is that enough?"
      })
  void aPromiseThatWasNotKeptIsTold(String person, String said) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "I'll send the contract draft to the customer by Friday."),
            dev.replies(5, 0, person, said));

    assertThat(all(Commitment.class)).hasSize(1);
  }

  @Test
  void whoTicksTheirPromiseOffHasKeptIt() {
    var promise = dev.says(0, "ada", "I'll send the contract draft to the customer by Friday.");
    room.withSmallTalk().with(promise);
    room.with(Chat.reacted(promise.id(), 1, "bruno", "white_check_mark"));

    assertThat(all(Commitment.class)).hasSize(1);

    room.with(Chat.reacted(promise.id(), 2, "ada", "white_check_mark"));

    assertThat(all(Commitment.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Who can send the signed contract to the supplier?,I'll take care of that by Friday.",
    "Chi può mandare il contratto firmato al fornitore?,Lo faccio io entro venerdì."
  })
  void showsAPromiseThatLeansWithWhatItAnswers(String question, String promise) {
    room.withSmallTalk().with(dev.says(0, "ada", question), dev.replies(5, 0, "bruno", promise));

    assertThat(all(Commitment.class))
        .singleElement()
        .satisfies(
            commitment -> {
              assertThat(words(commitment.promise())).isEqualTo(promise);
              assertThat(words(Objects.requireNonNull(commitment.about()))).isEqualTo(question);
              assertThat(commitment.due()).isEqualTo(LocalDate.parse("2026-03-06"));
            });
  }

  @ParameterizedTest
  @CsvSource({"5,1", "150,0"})
  void inAStreamAPromiseAnswersWhatWasAskedRightBefore(int minutes, int told) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Who can send the signed contract to the supplier?"),
            dev.says(minutes, "bruno", "@ada I'll take care of that contract by Friday."));

    assertThat(all(Commitment.class)).hasSize(told);
  }

  @Test
  void aPromiseToOneAnswersNothingThatAnotherAsked() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Who can send the signed contract to the supplier?"),
            dev.replies(5, 0, "bruno", "@zoe I'll take care of that by Friday."));

    assertThat(all(Commitment.class)).isEmpty();
  }

  @Test
  void showsAQuestionThatItsAskerCallsSettledWithItsAnswer() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "Does anyone know how to rotate the signing keys?"),
            dev.replies(9, 0, "bruno", "You can rotate the keys with the vault command."),
            dev.replies(12, 0, "ada", "Thank you, that worked"));

    assertThat(all(Answered.class))
        .singleElement()
        .satisfies(
            answered ->
                assertThat(words(answered.answer()))
                    .isEqualTo("You can rotate the keys with the vault command."));
    assertThat(all(Digest.Discussion.class)).isEmpty();
  }

  @Test
  void listsPagesAndFilesWithATitleAndNoAddressOfOnesOwnMachine() {
    room.withSmallTalk()
        .with(
            shared(
                0,
                List.of("budget 2026.xlsx", "image.png", "IMG_2031.jpg"),
                link("https://docs.example.org/guide/keys", "https://docs.example.org/guide/keys"),
                link("https://wiki.acme.io/keys?id=7", "How we rotate keys"),
                link("http://localhost:8080/admin/page", "http://localhost:8080/admin/page"),
                link("http://192.168.1.4/status/all", "status"),
                link("http://127.0.0.1/status/all", "status"),
                link("http://[::1]:8080/status/all", "status"),
                link("https://wiki.acme.corp/onboarding", "Onboarding"),
                link("http://tracker/browse/OPS-7", "OPS-7 Renew the keys"),
                link("https://www.acme.io/", "https://www.acme.io/"),
                link("https://zoom.us/j/123456", "https://zoom.us/j/123456")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactlyInAnyOrder(
            new Thing.Page("https://wiki.acme.io/keys?id=7", "How we rotate keys"),
            new Thing.Page("https://wiki.acme.corp/onboarding", "Onboarding"),
            new Thing.Page("http://tracker/browse/OPS-7", "OPS-7 Renew the keys"),
            new Thing.File("budget 2026.xlsx"));
  }

  @Test
  void showsALinkWithTheWordsThatIntroduceItOrNotAtAll() {
    room.withSmallTalk()
        .with(
            shared(
                0,
                List.of("x7f3kq92bd.zip"),
                new Span.Plain("A guide to tuning garbage collection: "),
                link("https://example.org/x/81723", "https://example.org/x/81723")),
            shared(200, List.of(), link("https://example.org/x/9", "https://example.org/x/9")),
            shared(
                220,
                List.of(),
                new Span.Plain("Found this paper on the pruning of apple trees: "),
                link("https://example.org/x/82", "https://example.org/x/82")),
            shared(
                250,
                List.of(),
                new Span.Plain("I am trying to understand the parser code here "),
                link("https://example.org/x/10", "https://example.org/x/10")),
            shared(
                300,
                List.of(),
                link(
                    "https://www.example.org/how-we-rotate-keys", "example.org/how-we-rotate-keys"),
                link("https://example.org/.hidden/how-we-rotate-keys", "https://example.org/h")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactlyInAnyOrder(
            new Thing.Page("https://example.org/x/81723", "A guide to tuning garbage collection"),
            new Thing.Page(
                "https://example.org/x/82", "Found this paper on the pruning of apple trees"),
            new Thing.Page(
                "https://www.example.org/how-we-rotate-keys", "how we rotate keys (example.org)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This example will probably be helpful to all of you: ",
        "You might also be interested in the gardening notes: ",
        "In the following notes, I plant the tomatoes twice: ",
        "I've seen that greenhouse being recommended before: ",
        "Questo esempio potrebbe essere utile a chi pianta pomodori: ",
        "If you plant tomatoes, you just water them with rain: ",
        "This greenhouse has some more details on tomatoes like that: ",
        "I think your recent change broke the watering of tomatoes: ",
        "The only other tomato garden I find on the map is: "
      })
  void aLinkWhoseSentenceOnlyPointsAtItIsShownByItsAddressOrNotAtAll(String words) {
    room.withSmallTalk()
        .with(
            shared(
                0,
                List.of(),
                new Span.Plain(words),
                link("https://example.org/x/81723", "https://example.org/x/81723")),
            shared(
                100,
                List.of(),
                new Span.Plain(words),
                link(
                    "https://example.org/when-to-plant-tomatoes-outside",
                    "https://example.org/when-to-plant-tomatoes-outside")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactly(
            new Thing.Page(
                "https://example.org/when-to-plant-tomatoes-outside",
                "when to plant tomatoes outside (example.org)"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"documentation", "the docs", "Here", "this page", "documentazione", "qui"})
  void aLabelThatAnyPageCouldHaveIsNoTitle(String label) {
    room.withSmallTalk()
        .with(
            shared(0, List.of(), link("https://example.org/x/1", label)),
            shared(100, List.of(), link("https://example.org/when-to-plant-tomatoes", label)),
            shared(200, List.of(), link("https://example.org/x/2", label + " of tomatoes")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactlyInAnyOrder(
            new Thing.Page(
                "https://example.org/when-to-plant-tomatoes",
                "when to plant tomatoes (example.org)"),
            new Thing.Page("https://example.org/x/2", label + " of tomatoes"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"how-to-water-the", "is-this-garden-even", "come-annaffiare-il"})
  void anAddressThatWasCutIsNoTitle(String cut) {
    room.withSmallTalk()
        .with(
            shared(0, List.of(), link("https://example.org/" + cut, "https://example.org/" + cut)));

    assertThat(all(Shared.class)).isEmpty();
  }

  @Test
  void tellsTheWholeSentenceThatAPageIsSharedWithAndItsTitle() {
    room.withSmallTalk()
        .with(
            shared(
                0,
                List.of(),
                new Span.Plain("I republished the tomato garden this morning: "),
                link("https://example.org/my-tomato-tree", "https://example.org/my-tomato-tree")),
            shared(
                100,
                List.of(),
                new Span.Plain("We planted a few corners of the "),
                link("https://example.org/x/1", "tomato garden"),
                new Span.Plain(", and a row of apple trees!")),
            shared(
                200,
                List.of(),
                new Span.Plain(
                    "The apple trees have a conference in May. The call for talks has opened: "),
                link("https://example.org/x/2", "https://example.org/x/2")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactlyInAnyOrder(
            new Thing.Page(
                "https://example.org/my-tomato-tree",
                "my tomato tree (example.org): I republished the tomato garden this morning"),
            new Thing.Page(
                "https://example.org/x/1",
                "We planted a few corners of the tomato garden, and a row of apple trees!"),
            new Thing.Page(
                "https://example.org/x/2",
                "The apple trees have a conference in May. The call for talks has opened"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your best bet would be a garden of tomatoes: ",
        "This is close to the garden of tomatoes: ",
        "I have followed the garden of tomatoes (aka ",
        "Check out the garden of all tomatoes: ",
        "The best bet of yours would be a garden of tomatoes for few people: ",
        "For the garden of tomatoes in May see ",
        "Here is a link to the garden of tomatoes in May: ",
        "The garden of tomatoes in May, if anyone is interested: ",
        "Il giardino dei pomodori a maggio, se a qualcuno interessa: ",
        "Looks like the garden of tomatoes grows apple trees: ",
        "Not that I know the tomatoes, but I'd assume that would be the garden: "
      })
  void whatPointsAtAPageOrLacksItIsNoIntroduction(String words) {
    var url = "https://example.org/x/81723";
    room.withSmallTalk()
        .with(shared(0, List.of(), new Span.Plain(words), link(url, url), new Span.Plain(")")));

    assertThat(all(Shared.class)).isEmpty();
  }

  @Test
  void wordsThatGoOnFromWhatAnotherSaidIntroduceNoPage() {
    var url = "https://example.org/x/81723";
    var shared =
        shared(
            2,
            List.of(),
            new Span.Plain("We planted a few corners of the tomato garden in May: "),
            link(url, url));
    var first = dev.says(0, "bruno", "The tomato garden was planted by us in May.");

    room.withSmallTalk().with(shared);
    assertThat(all(Shared.class)).hasSize(1);

    room.with(first);
    assertThat(all(Shared.class)).isEmpty();
  }

  @Test
  void aPageOfAReferenceAloneIsNoNews() {
    room.withSmallTalk()
        .with(
            shared(0, List.of(), link("https://docs.example.org/my-tomato-tree", "https://d")),
            shared(100, List.of(), link("https://example.org/api/my-tomato-tree", "https://d")),
            shared(200, List.of(), link("https://example.org/my-tomato-tree", "https://d")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactly(
            new Thing.Page("https://example.org/my-tomato-tree", "my tomato tree (example.org)"));
  }

  @Test
  void theNameOfASourceIsNoTitleOfAPage() {
    room.withSmallTalk()
        .with(
            shared(0, List.of(), link("https://code.org/shop/blob/main/my-tomato-tree.py#L7", "")),
            shared(60, List.of(), link("https://code.org/shop/tree/main/src/my-tomato-tree", "")),
            shared(120, List.of(), link("https://code.org/shop/blob/main/how-to-grow.md", "")));

    assertThat(all(Shared.class))
        .extracting(Shared::thing)
        .containsExactly(
            new Thing.Page(
                "https://code.org/shop/blob/main/how-to-grow.md", "how to grow (code.org)"));
  }

  @Test
  void tellsTheQuestionThatAPageWasSharedInAnswerTo() {
    var question = "Does anyone know how to rotate the signing keys?";
    room.withSmallTalk()
        .with(
            dev.says(0, "zoe", question),
            answering(1, "https://docs.example.org/signing-keys-rotate"));

    assertThat(all(Shared.class))
        .singleElement()
        .satisfies(
            shared ->
                assertThat(words(Objects.requireNonNull(shared.asked()))).isEqualTo(question));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Does anyone know how to rotate the signing keys? | The lunch of the vault is ready.",
        "Does anyone know how to rotate it with that? | ''",
        "Does anyone know how to plant the apple trees? | ''",
        "The signing keys are rotated by the vault. | ''"
      })
  void tellsNoQuestionThatMayNotBeTheOneOrIsNotUnderstood(String first, String between) {
    var all = new ArrayList<Message>();
    all.add(dev.says(0, "zoe", first));
    if (!between.isEmpty()) {
      all.add(dev.says(1, "carla", between));
    }
    all.add(answering(2, "https://docs.example.org/signing-keys-rotate"));
    room.withSmallTalk().with(all.toArray(Message[]::new));

    assertThat(all(Shared.class)).isEmpty();
  }

  @Test
  void oneWordOfALongTitleDoesNotTieAPageToAQuestion() {
    var page = "https://docs.example.org/applying-%s-casts-dynamically-within-typed-modules";
    room.withSmallTalk()
        .with(
            dev.says(0, "zoe", "Does anyone know how to rotate the signing keys?"),
            answering(1, page.formatted("signing")));

    assertThat(all(Shared.class)).extracting(Shared::asked).filteredOn(Objects::nonNull).isEmpty();
  }

  @Test
  void oneWordOfAShortTitleTiesAPageToAQuestion() {
    room.withSmallTalk()
        .with(
            dev.says(0, "zoe", "Does anyone know how to rotate the signing keys?"),
            answering(1, "https://docs.example.org/code-signing-explained"));

    assertThat(all(Shared.class)).extracting(Shared::asked).filteredOn(Objects::nonNull).hasSize(1);
  }

  private Message answering(double minute, String url) {
    return shared(minute, List.of(), link(url, url));
  }

  private static Span.Link link(String url, String label) {
    return new Span.Link(url, label);
  }

  private Message shared(double minute, List<String> files, Span... spans) {
    var plain = dev.says(minute, "ada", "x");
    return new Message(
        plain.id(),
        plain.author(),
        plain.kind(),
        plain.at(),
        null,
        new RichText(List.of(spans)),
        files,
        List.of(),
        plain.version());
  }

  @Test
  void tellsWhomSeveralThankedAndNotWhomOneDid() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "@bruno thanks for the migration plan"),
            dev.says(200, "carla", "@bruno thank you so much for your help yesterday"),
            dev.says(400, "dario", "@carla thanks in advance for the numbers"),
            dev.says(500, "ada", "@carla grazie per i numeri"));

    assertThat(all(Thanked.class))
        .singleElement()
        .satisfies(
            thanked -> {
              assertThat(thanked.person()).isEqualTo(Chat.person("bruno"));
              assertThat(thanked.by()).containsExactly(Chat.person("ada"), Chat.person("carla"));
              assertThat(words(Objects.requireNonNull(thanked.about())))
                  .isEqualTo("Thanks for the migration plan");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "How can I rotate the signing keys of the gateway?,Run the rotate job of the vault.,@bruno"
        + " thanks!,@bruno thank you for your help",
    "Come posso ruotare le chiavi di firma del gateway?,Lancia il job di rotazione del"
        + " vault.,@bruno grazie!,@bruno grazie mille per l'aiuto"
  })
  void thanksThatSayNothingAreForTheAnswerToAQuestion(
      String question, String answer, String thanks, String more) {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", question),
            dev.replies(5, 0, "bruno", answer),
            dev.replies(6, 0, "ada", thanks),
            dev.replies(9, 0, "carla", more));

    assertThat(all(Thanked.class))
        .singleElement()
        .satisfies(
            thanked ->
                assertThat(words(Objects.requireNonNull(thanked.about()))).isEqualTo(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@bruno thank you so much for your help",
        "@bruno thanks for sanity checking me",
        "@bruno thank you for both of those fixes",
        "@bruno grazie mille per l'aiuto",
        "@bruno grazie per averci aiutato ieri"
      })
  void thanksOfWhichNobodyCanTellWhatTheyAreForAreNotTold(String thanks) {
    room.withSmallTalk().with(dev.says(0, "ada", "@bruno thanks!"), dev.says(200, "carla", thanks));

    assertThat(all(Thanked.class)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "@bruno thanks for fixing the index of the customers,Thanks for fixing the index of the"
        + " customers",
    "@bruno grazie per la guida alla migrazione,Grazie per la guida alla migrazione",
    "@bruno grazie mille della guida alla migrazione,Grazie mille della guida alla migrazione"
  })
  void thanksAreForWhatTheyName(String thanks, String told) {
    room.withSmallTalk().with(dev.says(0, "ada", "@bruno thanks!"), dev.says(200, "carla", thanks));

    assertThat(all(Thanked.class))
        .singleElement()
        .satisfies(
            thanked -> assertThat(words(Objects.requireNonNull(thanked.about()))).isEqualTo(told));
  }

  @Test
  void thanksByReactionAreForWhatHasIt() {
    var guide = dev.says(0, "bruno", "The migration guide of the billing database is online.");
    room.withSmallTalk()
        .with(guide)
        .with(
            Chat.reacted(guide.id(), 1, "ada", "pray"),
            Chat.reacted(guide.id(), 2, "carla", "pray"));

    assertThat(all(Thanked.class))
        .singleElement()
        .satisfies(
            thanked ->
                assertThat(Objects.requireNonNull(thanked.about()).message())
                    .isEqualTo(guide.id()));
  }

  @Test
  void namesNobodyWhoOptedOutAmongThanks() {
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "@bruno thanks for the migration plan"),
            dev.says(200, "carla", "@bruno thank you so much for your help yesterday"));
    room.preferences.change(Chat.person("bruno"), old -> old.with(Preference.Standing.OUT));

    assertThat(all(Thanked.class)).isEmpty();
  }

  @Test
  void tellsWhatSeveralCelebrated() {
    var news = dev.says(0, "ada", "The new billing service is live for all customers.");
    room.withSmallTalk()
        .with(news)
        .with(
            Chat.reacted(news.id(), 1, "bruno", "tada"),
            Chat.reacted(news.id(), 2, "carla", "rocket"),
            Chat.reacted(news.id(), 3, "dario", "clap"),
            Chat.reacted(news.id(), 3, "ada", "tada"));

    assertThat(all(Celebrated.class))
        .singleElement()
        .satisfies(each -> assertThat(each.people()).isEqualTo(3));
  }

  @Test
  void greetsWhoWritesForTheFirstTimeInAChannelThatIsRemembered() {
    earlier("The pipeline ran well");
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "The pipeline is green again this morning."),
            dev.says(100, "bruno", "The pipeline was red on Sunday night."),
            dev.says(300, "nora", "Hello everybody, glad to be part of the team."));

    assertThat(all(Newcomer.class))
        .extracting(Newcomer::person)
        .containsExactly(Chat.person("nora"));
  }

  @Test
  void whatIsCelebratedIsToldFromWhereItsMessageBegins() {
    var news = "First day of school. My son goes to it with his own bag.";
    var said = dev.says(0, "ada", news);
    room.withSmallTalk()
        .with(said)
        .with(
            Chat.reacted(said.id(), 1, "bruno", "tada"),
            Chat.reacted(said.id(), 2, "carla", "rocket"),
            Chat.reacted(said.id(), 3, "dario", "clap"));

    assertThat(all(Celebrated.class))
        .singleElement()
        .satisfies(each -> assertThat(words(each.news())).isEqualTo(news));
  }

  @Test
  void whoWasCalledByNameBeforeIsNotNew() {
    earlier("The pipeline ran well");
    room.withSmallTalk()
        .with(
            dev.says(-2 * DAY, "bruno", "@petra how did you set up the pipeline?"),
            dev.says(0, "ada", "@nora the pipeline is green again this morning."),
            dev.says(100, "bruno", "The pipeline was red on Sunday night."),
            dev.says(300, "nora", "Hello everybody, glad to be part of the team."),
            dev.says(400, "petra", "I wrote the pipeline of the shop by hand."));

    assertThat(all(Newcomer.class)).isEmpty();
  }

  @Test
  void whoWroteWhereAllReadersMayLookIsNotNew() {
    earlier("The pipeline ran well");
    var shop = Chat.in("C2");
    room.directory.apply(
        List.of(
            new Roster.ChannelChanged(
                new EventId("C2"),
                new Channel(shop.channel(), "shop", Channel.Visibility.PUBLIC, "", "", false),
                Instant.EPOCH)));
    room.withSmallTalk()
        .with(
            room.board.says(-9 * DAY + 1, "nora", "The board wants the pipeline of the shop."),
            shop.says(-9 * DAY + 1, "petra", "The shop has a new pipeline."),
            dev.says(0, "ada", "The pipeline is green again this morning."),
            dev.says(100, "bruno", "The pipeline was red on Sunday night."),
            dev.says(300, "nora", "Hello everybody, glad to be part of the team."),
            dev.says(400, "petra", "I wrote the pipeline of the shop by hand."));

    assertThat(all(Newcomer.class))
        .extracting(Newcomer::person)
        .containsExactly(Chat.person("nora"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Long time no see, how is the pipeline?", "Rieccomi, la pipeline va?"})
  void whoIsBackIsNotNew(String said) {
    earlier("The pipeline ran well");
    room.withSmallTalk()
        .with(
            dev.says(0, "ada", "The pipeline is green again this morning."),
            dev.says(100, "bruno", "The pipeline was red on Sunday night."),
            dev.says(300, "nora", said));

    assertThat(all(Newcomer.class)).isEmpty();
  }

  @Test
  void tellsATopicThatRisesAndOneOfWhichNobodySpeaksAnyMore() {
    earlier("The warehouse migration needs another review of the warehouse");
    room.withSmallTalk();
    invoiceTemplatesRise();

    assertThat(all(Rising.class))
        .extracting(Rising::topic)
        .anyMatch(each -> each.contains("invoice"));
    assertThat(all(WentQuiet.class))
        .extracting(WentQuiet::topic)
        .anyMatch(each -> each.contains("warehouse"));
  }

  @Test
  void tellsNoColleagueAsATopicThatRisesOrOfWhichNobodySpeaksAnyMore() {
    earlier("Warehouse needs another review of the warehouse");
    room.withSmallTalk();
    room.withColleague("Invoice", null);
    room.withColleague("Warehouse", null);
    invoiceTemplatesRise();

    assertThat(all(Rising.class)).isEmpty();
    assertThat(all(WentQuiet.class)).isEmpty();
  }

  @Test
  void quotesForATopicThatRisesNoWordsFromAmidATalk() {
    earlier("The pipeline ran well");
    room.withSmallTalk();
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          dev.says(minute, "ada", "Good morning everybody " + i),
          dev.replies(minute + 1, minute, "bruno", "The invoice template has the old footer"),
          dev.replies(minute + 2, minute, "carla", "The invoice template of the shop has it, too"),
          dev.replies(minute + 3, minute, "ada", "The invoice template gets a new one"));
    }

    assertThat(all(Rising.class)).isEmpty();
  }

  @Test
  void countsForATopicThatRisesOnlyThoseWhoWroteItsWholeName() {
    earlier("The pipeline ran well");
    room.withSmallTalk();
    invoiceTemplatesRise();
    room.with(dev.says(4000, "dario", "My invoice has not come."));

    assertThat(all(Rising.class))
        .filteredOn(each -> each.topic().contains("template"))
        .singleElement()
        .satisfies(each -> assertThat(each.people()).isEqualTo(3));
  }

  @Test
  void whatAsManyTalkedAboutBeforeDoesNotRise() {
    earlier("The pipeline ran well");
    int people = 0;
    for (var colleague : List.of("ada", "bruno", "carla")) {
      room.with(
          dev.says(-9 * DAY + ++people, colleague, "The invoice template of the shop is fine"));
    }
    room.withSmallTalk();
    invoiceTemplatesRise();

    assertThat(all(Rising.class))
        .extracting(Rising::topic)
        .noneMatch(each -> each.contains("template"));
  }

  @Test
  void aNameRisesByThoseWhoWroteItAndNoOtherWord() {
    earlier("The pipeline ran well");
    room.withSmallTalk();
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          dev.says(minute, "ada", "All of the build runs well on Windows since Monday " + i),
          dev.replies(minute + 1, minute, "bruno", "I like that window of the shop " + i),
          dev.replies(minute + 2, minute, "carla", "The window of the shop is still open " + i));
    }

    assertThat(all(Rising.class)).extracting(Rising::topic).doesNotContain("Windows");
  }

  @Test
  void wordsOfCodeAreNoTopic() {
    earlier("The pipeline ran well");
    room.withSmallTalk();
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          coded(dev.says(minute, "ada", "The footer is still too small: ")),
          coded(dev.replies(minute + 1, minute, "bruno", "The same footer for me: ")),
          coded(dev.replies(minute + 2, minute, "carla", "One more of shop.invoice: ")));
    }

    assertThat(all(Rising.class))
        .extracting(Rising::topic)
        .noneMatch(each -> each.contains("invoice") || each.contains("template"));
  }

  private static Message coded(Message plain) {
    var spans = new ArrayList<>(plain.text().spans());
    spans.add(new Span.Code("invoice template"));
    return new Message(
        plain.id(),
        plain.author(),
        plain.kind(),
        plain.at(),
        plain.thread(),
        new RichText(spans),
        List.of(),
        List.of(),
        plain.version());
  }

  @Test
  void whatEndedInThanksWithoutItsNameDidNotGoQuiet() {
    earlier("The warehouse migration needs another review of the warehouse");
    room.withSmallTalk();
    invoiceTemplatesRise();
    assertThat(all(WentQuiet.class)).isNotEmpty();

    room.with(
        dev.says(-27 * DAY + 59 * 9 * 60 + 3, "ada", "It runs since noon"),
        dev.says(-27 * DAY + 59 * 9 * 60 + 5, "bruno", "ok, got it"));

    assertThat(all(WentQuiet.class)).isEmpty();
  }

  /** Three people speak of them in ten conversations. */
  private void invoiceTemplatesRise() {
    for (int i = 0; i < 10; i++) {
      double minute = 60 + 300 * i;
      room.with(
          dev.says(minute, "ada", "The invoice template needs a new footer " + i),
          dev.replies(minute + 1, minute, "bruno", "Which invoice template has the old footer"),
          dev.says(minute + 150, "carla", "The shop has an invoice template of its own " + i));
    }
  }

  /** Four weeks in which the same is said again and again. */
  private void earlier(String words) {
    for (int i = 0; i < 60; i++) {
      var who = List.of("ada", "bruno", "zoe", "yan", "xia").get(i % 5);
      room.with(dev.says(-27 * DAY + i * 9 * 60, who, words + " " + i));
    }
  }

  @Test
  void keepsRoomForWhatHappenedBesideTheDiscussionsAndTheRestForWhoWantsIt() {
    for (int i = 0; i < 12; i++) {
      var topic = List.of("vault", "router", "printer", "mailer").get(i % 4) + i;
      room.with(
          dev.says(
              -3000 + 100 * i, "ada", "Which team looks after the " + topic + " of the office?"),
          dev.replies(-2999 + 100 * i, -3000 + 100 * i, "bruno", "Operations keeps that " + topic),
          dev.replies(-2998 + 100 * i, -3000 + 100 * i, "carla", "Operations, on the third floor"));
    }
    room.with(dev.says(0, "ada", "I'll send the contract draft to the customer by Friday."));

    var digest = room.digest();

    assertThat(digest.items()).hasSizeLessThanOrEqualTo(10);
    assertThat(digest.items(Commitment.class)).hasSize(1);
    assertThat(digest.more()).isNotEmpty().doesNotContainAnyElementsOf(digest.items());
    assertThat(digest.whole().items()).hasSize(digest.items().size() + digest.more().size());
    assertThat(digest.items()).isSortedAccordingTo(Digest.BY_KIND);
    assertThat(Set.copyOf(digest.whole().items())).hasSize(digest.whole().items().size());
  }
}
