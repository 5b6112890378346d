package ponte.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.conversation.MessageId;
import ponte.conversation.Person.Standing;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.expert.Workspace;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt.As;
import ponte.reply.Block;
import ponte.reply.Reply;

class IntroductionsTest {

  private static final Command.Introduce TO_BOB =
      new Command.Introduce(Chat.person("bob"), "kafka offsets");

  private final Workspace acme =
      new Workspace().open("dev").people("ada", "bob", "kim").closed("board", "ada", "bob");
  private final Brought brought = new Brought(acme);
  private final Introductions introductions = brought.introductions();

  @BeforeEach
  void bobAnswersAda() {
    acme.clock.advance(Duration.ofHours(2));
    acme.thread("board", 1, "ada: kafka offsets in private?", "bob: kafka offsets kafka offsets");
    acme.thread("dev", 3000, "ada: reset kafka offsets?", "bob: kafka offsets are in the console");
  }

  @Test
  void writesToBothWithTheQuestionAndWhatBothMayOpen() {
    introductions.introduce(TO_BOB, acme.asker("kim"), "e1");

    var written = brought.written();
    assertThat(written)
        .extracting(Outgoing::to)
        .containsExactly(new Destination.Together(Set.of(Chat.person("kim"), Chat.person("bob"))));
    var reply = written.getFirst().reply();
    assertThat(texts(reply))
        .contains(RichText.of(new Span.Quote(List.of(new Span.Plain("kafka offsets")))));
    assertThat(links(reply)).containsExactly(Chat.in("dev").id(3001));
    assertThat(mentions(reply)).containsExactlyInAnyOrder("kim", "bob");
  }

  @Test
  void passesOnNothingThatTheAskerMarkedConfidential() {
    var marked = new Command.Introduce(Chat.person("bob"), "kafka offsets (strictly confidential)");

    var outcome = introductions.introduce(marked, acme.asker("kim"), "e1");

    assertThat(brought.written()).isEmpty();
    assertThat(texts(outcome.reply()).toString()).contains("marked confidential");
  }

  @Test
  void tellsTheAskerThatItIsDone() {
    var reply = introductions.introduce(TO_BOB, acme.asker("kim"), "e1").reply();

    assertThat(texts(reply))
        .containsExactly(
            RichText.plain("I am writing to bob and you together right now: go on there."));
  }

  @Test
  void makesTheSameDeliveryOfARequestThatIsHandledTwice() {
    var first = introductions.introduce(TO_BOB, acme.asker("kim"), "e1");
    var again = introductions.introduce(TO_BOB, acme.asker("kim"), "e1");

    assertThat(again).isEqualTo(first);
  }

  @Test
  void introducesOnceHoweverOftenTheButtonIsPressed() {
    introductions.introduce(TO_BOB, acme.asker("kim"), "e1");

    var second = introductions.introduce(TO_BOB, acme.asker("kim"), "e2");

    assertThat(texts(second.reply()).getFirst().toString()).contains("asked me that already");
    assertThat(brought.written()).hasSize(1);
    var third = introductions.introduce(TO_BOB, acme.asker("kim"), "e3");
    assertThat(texts(third.reply()).getFirst().toString()).contains("for this already, on");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void introducesOnceWhereItWasKeptUnderTheTopicAsItWasWritten() {
    var written = new Command.Introduce(Chat.person("bob"), "Kàfka Offsets");
    brought.ledger.note(
        Chat.person("kim"), "introduce T1/bob Kàfka Offsets", "e0", Handshakes.MEMORY);

    var reply = introductions.introduce(written, acme.asker("kim"), "e1").reply();

    assertThat(texts(reply).getFirst().toString()).contains("for this already, on");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void writesWhatWasPlannedUnderTheTopicAsItWasWrittenAndPlansNoMore() {
    var topic = "Kafka Offsets";
    var bob = Chat.person("bob");
    var kim = Chat.person("kim");
    var matter =
        Matter.begun("e0", kim, topic, new Matter.With.Colleague(bob), acme.clock.instant());
    brought.ledger.note(kim, "seek T1/bob " + topic, "e0", Handshakes.PATIENCE);
    brought.handshakes.plan(matter, bob, As.KNOWS_THE_TOPIC, Language.ENGLISH);

    var reply =
        introductions.introduce(new Command.Introduce(bob, topic), acme.asker("kim"), "e1").reply();

    assertThat(texts(reply).getFirst().toString()).contains("asked me that already");
    assertThat(brought.written()).hasSize(1);
  }

  @Test
  void makesNoSecondOneOfARequestThatIsHandledAgainOnceItIsSaid() {
    introductions.introduce(TO_BOB, acme.asker("kim"), "e1");
    brought.written();

    var again = introductions.introduce(TO_BOB, acme.asker("kim"), "e1");

    assertThat(texts(again.reply()).getFirst().toString()).contains("right now");
    assertThat(brought.written()).isEmpty();
  }

  @Test
  void introducesAgainAfterHalfAYear() {
    introductions.introduce(TO_BOB, acme.asker("kim"), "e1");
    brought.written();
    acme.clock.advance(Duration.ofDays(181));

    introductions.introduce(TO_BOB, acme.asker("kim"), "e2");

    assertThat(brought.written()).hasSize(1);
  }

  @Test
  void writesInBothLanguagesWhereTheyReadDifferentOnes() {
    acme.person("bob", Standing.ACTIVE, Language.ITALIAN);

    introductions.introduce(TO_BOB, acme.asker("kim"), "e1");
    var reply = brought.written().getFirst().reply();

    assertThat(texts(reply).toString()).contains("Hello ").contains("Ciao ");
  }

  @Test
  void introducesNobodyWithoutAnAsker() {
    var outcome = introductions.introduce(TO_BOB, acme.nobody(), "e1");

    assertThat(brought.written()).isEmpty();
    assertThat(texts(outcome.reply()).getFirst().toString()).contains("who you are");
  }

  @Test
  void introducesNobodyToThemselvesOrToThoseWhoLeftOrAreUnknown() {
    acme.person("ada", Standing.LEFT, null);

    for (var name : List.of("kim", "ada", "stranger")) {
      introductions.introduce(
          new Command.Introduce(Chat.person(name), "kafka"), acme.asker("kim"), "e " + name);

      assertThat(brought.written()).as(name).isEmpty();
    }
  }

  private static List<RichText> texts(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Paragraph(var text)
                    ? Stream.of(text)
                    : Stream.<RichText>empty())
        .toList();
  }

  private static List<MessageId> links(Reply reply) {
    return reply.blocks().stream()
        .flatMap(
            block ->
                block instanceof Block.Listing(_, var items)
                    ? items.stream()
                    : Stream.<Block.Item>empty())
        .flatMap(item -> item.small().spans().stream())
        .flatMap(
            span ->
                span instanceof Span.MessageLink(var message, _)
                    ? Stream.of(message)
                    : Stream.<MessageId>empty())
        .toList();
  }

  private static List<String> mentions(Reply reply) {
    return texts(reply).stream()
        .flatMap(text -> text.mentions().stream())
        .map(person -> person.value())
        .toList();
  }
}
