package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.EventId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

class ConsoleTest {

  private static final Turn TURN = () -> {};

  private static final Reply HELLO =
      new Reply(
          Language.ENGLISH,
          List.of(
              new Block.Heading("A question"), new Block.Paragraph(RichText.plain("Who knows?"))));

  private final TestClock clock = TestClock.at(Solfalda.MORNING);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Chats chats = new Chats(records, clock);
  private final Console console =
      new Console(Solfalda.directory(records), chats, new Inbox(queue, clock), records, clock);

  @Test
  void servesWorkspacesThatAreThere() {
    assertThat(console.serves(new Destination.InChannel(new ChannelId(Solfalda.WORKSPACE, "C1"))))
        .isTrue();
    assertThat(
            console.serves(new Destination.InChannel(new ChannelId(new WorkspaceId("T2"), "C1"))))
        .isFalse();
  }

  @Test
  void deliversAnAnswerToTheChatOfWhoeverAskedOnce() {
    var request = new EventId("r1");
    var answer =
        new Outgoing("r1/0", new Destination.Answer(request, Solfalda.ADA.id(), null, null), HELLO);

    assertThat(console.deliver(answer, TURN)).isEqualTo(new Delivery.Delivered());
    assertThat(console.deliver(answer, TURN)).isEqualTo(new Delivery.Delivered());

    assertThat(chats.after(Solfalda.ADA.id(), 0))
        .containsExactly(
            new ChatLine(
                1, new ChatEntry.Replied(request, HELLO, Set.of(), Set.of(), clock.instant())));
    assertThat(chats.after(Solfalda.BRUNO.id(), 0)).isEmpty();
  }

  @Test
  void deliversATalkOfSeveralToEachOfTheirChats() {
    var both = Set.of(Solfalda.ADA.id(), Solfalda.BRUNO.id());

    console.deliver(new Outgoing("r1/1", new Destination.Together(both), HELLO), TURN);

    for (var person : both) {
      assertThat(chats.after(person, 0))
          .extracting(ChatLine::entry)
          .containsExactly(new ChatEntry.Replied(null, HELLO, both, Set.of(), clock.instant()));
    }
  }

  @Test
  void makesAMessageOfWhatIsSaidInAChannelOnce() {
    var post = new Outgoing("r1/2", new Destination.InChannel(Solfalda.OPEN.id()), HELLO);

    assertThat(console.deliver(post, TURN)).isEqualTo(new Delivery.Delivered());
    clock.advance(Duration.ofSeconds(3));
    console.deliver(post, TURN);

    var heard = queue.lease("inbox", 10, Duration.ofMinutes(1));
    assertThat(heard).hasSize(1);
    assertThat(heard.getFirst().entry().lane()).isEqualTo(Solfalda.OPEN.id().toString());
    assertThat(heard.getFirst().entry().payload())
        .contains("\"BOT\"", "\"T1/ponte\"", "A question", "Who knows?");
  }

  @Test
  void cannotSpeakInAChannelThatIsNotThere() {
    var nowhere = new ChannelId(Solfalda.WORKSPACE, "nowhere");

    var delivery =
        console.deliver(new Outgoing("r1/3", new Destination.InChannel(nowhere), HELLO), TURN);

    assertThat(delivery).isInstanceOf(Delivery.Impossible.class);
  }
}
