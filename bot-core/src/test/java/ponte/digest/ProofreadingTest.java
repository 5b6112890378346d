package ponte.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ponte.archive.Chat;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Shared.Thing;

/** What lines say besides their quotes follows what was edited. */
class ProofreadingTest {

  private final Room room = new Room();
  private final Chat dev = room.dev;
  private final Proofreading proofreading =
      new Proofreading(room.archive, Room.NLP, room.preferences, room.directory);

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "I'll send the contract draft to the customer by Monday.,2026-03-09",
        "I'll send the contract draft to the customer after all.,none",
        "I'll send the contract draft to the customer by Friday!,2026-03-06",
      })
  void readsTheDayOfAnEditedPromiseAgain(String edited, @Nullable LocalDate due) {
    var said = dev.says(0, "ada", "I'll send the contract draft to the customer by Friday.");
    var promise = new Digest.Commitment(quote(said), null, LocalDate.parse("2026-03-06"));

    assertThat(again(promise, said, edited))
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Commitment.class, now -> assertThat(now.due()).isEqualTo(due));
  }

  @Test
  void dropsAPromiseThatWasTakenBack() {
    var said = dev.says(0, "ada", "I'll send the contract draft to the customer by Friday.");
    var promise = new Digest.Commitment(quote(said), null, LocalDate.parse("2026-03-06"));

    assertThat(again(promise, said, "I cannot send the contract draft to the customer by Friday."))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Have we decided to roll out the Kafka upgrade after six in the evening?",
        "We have not decided to roll out the Kafka upgrade after six in the evening.",
        "If all agree we decided to roll out the Kafka upgrade after six in the evening.",
        "Maybe we decided to roll out the Kafka upgrade after six in the evening.",
        "We are not sure whether we decided to roll out the Kafka upgrade after six.",
      })
  void dropsADecisionThatDecidesNothingNow(String edited) {
    var said =
        dev.says(0, "ada", "We decided to roll out the Kafka upgrade after six in the evening.");

    assertThat(again(decision(said), said, edited)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Abbiamo deciso di installare il nuovo portale dei clienti giovedì sera?",
        "Non abbiamo deciso di installare il nuovo portale dei clienti giovedì sera.",
        "Se tutti sono d'accordo abbiamo deciso di installare il nuovo portale dei clienti giovedì.",
      })
  void dropsAnItalianDecisionThatDecidesNothingNow(String edited) {
    var said =
        dev.says(
            0, "ada", "Abbiamo deciso di installare il nuovo portale dei clienti giovedì sera.");

    assertThat(again(decision(said), said, edited)).isEmpty();
  }

  @Test
  void quotesTheSentenceThatStillDecides() {
    var said = dev.says(0, "ada", "We decided to roll out the Kafka upgrade after six.");
    var edited =
        "Have we decided to roll out the Kafka upgrade after six?"
            + " Yes, we decided to roll out the Kafka upgrade after seven.";

    assertThat(again(decision(said), said, edited))
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Decision.class,
            now -> assertThat(Room.words(now.decided())).contains("seven").doesNotContain("Have"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We decided to roll out the Kafka upgrade after six."
            + " | We decided to roll out the Kafka upgrade after six in the evening of next"
            + " Thursday together with the people of the platform team, unless the tests fail.",
        "Abbiamo deciso di installare il portale giovedì."
            + " | Abbiamo deciso di installare il portale giovedì sera insieme ai colleghi della"
            + " squadra che si occupa dei clienti, salvo problemi con le prove."
      })
  void cutsNoConditionOffFromADecision(String was, String edited) {
    var said = dev.says(0, "ada", was);

    assertThat(again(decision(said), said, edited))
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Decision.class, now -> assertThat(Room.words(now.decided())).isEqualTo(edited));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do we rotate the certificates of the gateway?"
            + " | How do we rotate the certificates of the gateway? EDIT: solved, a job does it",
        "How do we rotate the certificates of the gateway?"
            + " | Solved: how do we rotate the certificates of the gateway?",
        "How do we rotate the certificates of the gateway?"
            + " | [SOLVED] How do we rotate the certificates of the gateway?",
        "How do we rotate the certificates of the gateway?"
            + " | How do we rotate the certificates of the gateway? Never mind, I found it.",
        "How do we rotate the certificates of the gateway?"
            + " | How do we rotate the certificates of the gateway? Edit: thanks, that worked",
        "How do we rotate the certificates of the gateway?"
            + " | We rotate the certificates of the gateway by hand.",
        "Come si rinnovano i certificati del portale?"
            + " | Come si rinnovano i certificati del portale? EDIT: risolto, ci pensa un lavoro",
        "Come si rinnovano i certificati del portale?"
            + " | Risolto: come si rinnovano i certificati del portale?",
        "Come si rinnovano i certificati del portale?"
            + " | Come si rinnovano i certificati del portale? Come non detto, ho trovato la guida.",
        "Come si rinnovano i certificati del portale?"
            + " | I certificati del portale si rinnovano da soli ogni anno.",
      })
  void dropsAnOpenQuestionThatIsSettledOrAsksNothingNow(String asked, String edited) {
    var said = dev.says(0, "ada", asked);

    assertThat(again(new Digest.Unanswered(quote(said), null), said, edited)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How do we rotate the certificates of the gateway?"
            + " | How do we rotate the certificates of the old gateway?",
        "How do we rotate the certificates of the gateway?"
            + " | How do we rotate the certificates of the gateway? EDIT: still not solved",
        "The gateway has new certificates. How do we rotate them?"
            + " | The gateway has new certificates now. How do we rotate them?",
        "Come si rinnovano i certificati del portale?"
            + " | Come si rinnovano i certificati del nuovo portale?",
      })
  void keepsAnOpenQuestionThatStillAsks(String asked, String edited) {
    var said = dev.says(0, "ada", asked);

    assertThat(again(new Digest.Unanswered(quote(said), null), said, edited)).hasSize(1);
  }

  private static Digest.Decision decision(Message said) {
    return new Digest.Decision(
        quote(said),
        new Digest.Discussion(
            said.id(),
            new Digest.Headline.About(quote(said)),
            null,
            false,
            List.of(said.author()),
            1,
            false));
  }

  @Test
  void countsOnlyThanksThatStillAre() {
    var first = dev.says(0, "ada", "@bruno thanks for the plan");
    var second = dev.says(5, "carla", "@bruno thank you for the plan");
    var third = dev.says(9, "dario", "@bruno thanks a lot");
    room.with(second, third);
    var thanked =
        new Digest.Thanked(
            Chat.person("bruno"),
            List.of(Chat.person("ada"), Chat.person("carla"), Chat.person("dario")),
            first.id(),
            first.at(),
            List.of(first.id(), second.id(), third.id()),
            null);

    var now = again(thanked, first, "@bruno the plan is late");

    assertThat(now)
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Thanked.class,
            left -> {
              assertThat(left.by()).containsExactly(Chat.person("carla"), Chat.person("dario"));
              assertThat(left.source()).isEqualTo(second.id());
            });
    assertThat(again(now.getFirst(), third, "@bruno where is the plan?")).isEmpty();
  }

  @Test
  void tellsWhatThanksAreForAsLongAsWhoAskedItThanks() {
    var question = dev.says(0, "ada", "How do we rotate the signing keys?");
    var first = dev.says(5, "ada", "@bruno thanks!");
    var second = dev.says(6, "carla", "@bruno thank you!");
    var third = dev.says(9, "dario", "@bruno thanks a lot");
    room.with(second, third);
    var thanked =
        new Digest.Thanked(
            Chat.person("bruno"),
            List.of(Chat.person("ada"), Chat.person("carla"), Chat.person("dario")),
            first.id(),
            first.at(),
            List.of(first.id(), second.id(), third.id()),
            Quote.of(question, question.text()));
    room.with(question);

    assertThat(again(thanked, first, "@bruno thank you"))
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Thanked.class, left -> assertThat(left.about()).isEqualTo(thanked.about()));
    assertThat(again(thanked, first, "@bruno that is late"))
        .singleElement()
        .isInstanceOfSatisfying(Digest.Thanked.class, left -> assertThat(left.about()).isNull());
  }

  @Test
  void namesAPageAsItIsNamedNow() {
    var url = "https://wiki.acme.example/keys";
    var said = linking("How we rotate keys", url);
    var page =
        new Digest.Shared(
            said.id(), said.author(), said.at(), new Thing.Page(url, "How we rotate keys"), null);

    assertThat(again(page, said, linking("How we retired the keys", url)))
        .singleElement()
        .isInstanceOfSatisfying(
            Digest.Shared.class,
            now ->
                assertThat(now.thing()).isEqualTo(new Thing.Page(url, "How we retired the keys")));
    assertThat(again(page, said, "no page at all")).isEmpty();
  }

  @Test
  void dropsTheQuestionThatAPageAnsweredWhereItWasDeleted() {
    var url = "https://wiki.acme.example/keys";
    var asked = dev.says(-3, "bruno", "Where are the keys of the vault?");
    var said = linking("How we rotate keys", url);
    var thing = new Thing.Page(url, "How we rotate keys");
    room.with(asked, said);
    var page = new Digest.Shared(said.id(), said.author(), said.at(), thing, quote(asked));

    assertThat(again(page, said, linking("How we rotate keys", url)))
        .singleElement()
        .isEqualTo(page);
    assertThat(again(page, asked, dev.says(-3, "bruno", "Lunch is ready")))
        .singleElement()
        .isEqualTo(new Digest.Shared(said.id(), said.author(), said.at(), thing, null));
  }

  @Test
  void dropsATopicThatItsMessageSpeaksOfNoMore() {
    var said = dev.says(0, "ada", "The invoice template of the shop needs a new footer.");
    var edited = "The delivery template of the shop needs a new footer.";
    var rising = new Digest.Rising("invoice template", quote(said), 3);
    var quiet = new Digest.WentQuiet("invoice template", said.id(), said.at());

    assertThat(again(rising, said, "The invoice template of the shop needs a footer.")).hasSize(1);
    assertThat(again(quiet, said, "The invoice templates need a footer.")).hasSize(1);
    assertThat(again(rising, said, edited)).isEmpty();
    assertThat(again(quiet, said, edited)).isEmpty();
  }

  private int edits;

  private List<Item> again(Item item, Message said, String edited) {
    return again(item, said, dev.says(0, "ada", edited));
  }

  /** The lines that are left of one whose message was edited. */
  private List<Item> again(Item item, Message said, Message edited) {
    room.with(said);
    var digest =
        new Digest(
            List.of(room.directory.channel(dev.channel()).orElseThrow()),
            new TimeSpan(Chat.START, Room.NOW),
            10,
            3,
            List.of(),
            List.of(item),
            List.of());
    var cited =
        proofreading.first(digest).stream()
            .map(
                each ->
                    each.message().equals(said.id()) ? new Cited(said.id(), said.version()) : each)
            .toList();
    edits++;
    var after =
        new Message(
            said.id(),
            said.author(),
            said.kind(),
            said.at(),
            said.thread(),
            edited.text(),
            said.files(),
            List.of(),
            Chat.minute(100 + edits));
    room.with(new Talk.Edited(new EventId("edit " + edits), after));
    return proofreading.again(digest, cited).digest().items();
  }

  private Message linking(String label, String url) {
    var plain = dev.says(0, "ada", "x");
    return new Message(
        plain.id(),
        plain.author(),
        plain.kind(),
        plain.at(),
        null,
        RichText.of(new Span.Plain("Please read "), new Span.Link(url, label)),
        List.of(),
        List.of(),
        plain.version());
  }

  private static Quote quote(Message message) {
    return Quote.of(message, message.text());
  }
}
