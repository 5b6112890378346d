package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Chat;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.TimeSpan;

/**
 * A node is killed while two replicas write and read; the last test, for it is not started again.
 */
@Order(Integer.MAX_VALUE)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NodeLossTest {

  private static final List<Chat> CHATS =
      IntStream.range(0, 3).mapToObj(i -> Chat.in("c" + i)).toList();
  private static final Audience EVERYBODY =
      new Audience(CHATS.stream().map(Chat::channel).collect(Collectors.toSet()));

  private final AtomicBoolean ended = new AtomicBoolean();
  private final ConcurrentLinkedQueue<Message> acknowledged = new ConcurrentLinkedQueue<>();
  private final CountDownLatch begun = new CountDownLatch(10);
  private final CountDownLatch wentOn = new CountDownLatch(40);
  private final AtomicBoolean killed = new AtomicBoolean();

  @Test
  void losesNothingAndGoesOnSearching() throws Exception {
    try (var one = SharedCluster.open("loss");
        var other = SharedCluster.open("loss");
        var threads = Executors.newFixedThreadPool(CHATS.size() + 1)) {
      one.apply(List.of(CHATS.getFirst().posts(0.5, "ada", "kafka is here")));
      var working = new ArrayList<Future<?>>();
      for (var number = 0; number < CHATS.size(); number++) {
        var chat = CHATS.get(number);
        var archive = number % 2 == 0 ? one : other;
        working.add(threads.submit(() -> write(chat, archive)));
      }
      working.add(threads.submit(() -> search(other)));
      begun.await();

      SharedCluster.nodes().kill(2);

      killed.set(true);
      wentOn.await();
      ended.set(true);
      for (var work : working) {
        work.get();
      }
      assertThat(kept(one)).containsExactlyInAnyOrderElementsOf(Set.copyOf(acknowledged));
    } finally {
      ended.set(true);
    }
  }

  private void write(Chat chat, OpenSearchArchive archive) {
    for (var minute = 1; !ended.get(); minute++) {
      var message = chat.says(minute, "ada", "kafka says " + minute);
      giveUntilTaken(message, archive);
      acknowledged.add(message);
      begun.countDown();
      if (killed.get()) {
        wentOn.countDown();
      }
    }
  }

  /** As the worker does: what is not acknowledged is given again. */
  private void giveUntilTaken(Message message, OpenSearchArchive archive) {
    while (!ended.get()) {
      try {
        archive.apply(List.of(Chat.posted(message)));
        return;
      } catch (ArchiveUnavailableException e) {
        assertThat(e).hasMessageContaining("opensearch");
      }
    }
    throw new IllegalStateException("not taken until the end: " + message.id());
  }

  /** Not one search fails. */
  private void search(OpenSearchArchive archive) {
    while (!ended.get()) {
      assertThat(archive.search("kafka", EVERYBODY, 10)).isNotEmpty();
      begun.countDown();
      if (killed.get()) {
        wentOn.countDown();
      }
    }
  }

  private static List<Message> kept(OpenSearchArchive archive) {
    var kept = new ArrayList<Message>();
    for (var chat : CHATS) {
      var span = new TimeSpan(Chat.minute(0.7), Chat.minute(1_000_000));
      archive.read(chat.channel(), span, Integer.MAX_VALUE, EVERYBODY).stream()
          .map(Filed::message)
          .forEach(kept::add);
    }
    return kept;
  }
}
