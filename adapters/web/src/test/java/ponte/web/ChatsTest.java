package ponte.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ponte.TestClock;
import ponte.command.Command;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.store.InMemoryRecords;

class ChatsTest {

  private static final PersonId ADA = Solfalda.ADA.id();

  private final TestClock clock = TestClock.at(Solfalda.MORNING);
  private final Chats chats = new Chats(new InMemoryRecords(clock), clock);

  @Test
  void keepsEntriesInTheOrderOfTheirComing() {
    chats.append(ADA, "a", said("first"));
    chats.append(ADA, "b", said("second"));

    assertThat(chats.after(ADA, 0))
        .containsExactly(new ChatLine(1, said("first")), new ChatLine(2, said("second")));
    assertThat(chats.after(ADA, 1)).containsExactly(new ChatLine(2, said("second")));
    assertThat(chats.after(ADA, 2)).isEmpty();
  }

  @Test
  void takesAnEntryOfTheSameKeyOnce() {
    assertThat(chats.append(ADA, "a", said("first"))).isTrue();
    assertThat(chats.append(ADA, "a", said("first again"))).isFalse();

    assertThat(chats.after(ADA, 0)).containsExactly(new ChatLine(1, said("first")));
  }

  @Test
  void keepsTheChatsOfPeopleApart() {
    chats.append(ADA, "a", said("for me"));

    assertThat(chats.after(Solfalda.BRUNO.id(), 0)).isEmpty();
  }

  @Test
  void dropsTheOldestEntriesBeyondWhatIsKept() {
    IntStream.rangeClosed(1, Chats.KEPT + 7)
        .forEach(number -> chats.append(ADA, "key " + number, said("entry " + number)));

    var kept = chats.after(ADA, 0);
    assertThat(kept).hasSize(Chats.KEPT);
    assertThat(kept.getFirst().number()).isEqualTo(8);
    assertThat(kept.getLast().entry()).isEqualTo(said("entry " + (Chats.KEPT + 7)));
  }

  @Test
  void losesNoEntryWhenManyAppendAtOnce() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 40)
          .forEach(
              number ->
                  threads.submit(() -> chats.append(ADA, "key " + number % 20, said("" + number))));
    }

    assertThat(chats.after(ADA, 0))
        .extracting(ChatLine::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).mapToObj(n -> (long) n).toList());
  }

  @Test
  void waitsUntilTheReplyIsThere() throws Exception {
    var request = new EventId("r1");
    var waiting =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return chats.awaitReply(ADA, request, Duration.ofMinutes(1));
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });

    chats.append(ADA, "other", replied(new EventId("r0")));
    chats.append(ADA, "reply", replied(request));

    assertThat(waiting.get()).isTrue();
  }

  @Test
  void doesNotWaitLongerThanAsked() throws Exception {
    assertThat(chats.awaitReply(ADA, new EventId("r1"), Duration.ZERO)).isFalse();
  }

  @Test
  void remembersWhichButtonsWerePressed() {
    chats.append(ADA, "reply", replied(new EventId("r1")));

    chats.press(ADA, 1, 0);
    chats.press(ADA, 1, 0);

    var replied = (ChatEntry.Replied) chats.find(ADA, 1).orElseThrow().entry();
    assertThat(replied.pressed()).containsExactly(0);
  }

  private ChatEntry said(String text) {
    return new ChatEntry.Said(new EventId("said " + text), text, Solfalda.MORNING);
  }

  private static ChatEntry replied(EventId request) {
    var buttons = new Block.Buttons(List.of(Button.of("Help", new Command.Help())));
    return new ChatEntry.Replied(
        request,
        new Reply(Language.ENGLISH, List.of(buttons)),
        Set.of(),
        Set.of(),
        Solfalda.MORNING);
  }
}
