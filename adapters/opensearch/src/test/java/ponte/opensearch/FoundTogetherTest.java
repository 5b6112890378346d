package ponte.opensearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;

/** How often OpenSearch is asked for messages of several names. */
class FoundTogetherTest {

  private static final int MESSAGES = 60;

  /** As far apart as months are, which have indexes of their own. */
  private static final double DAY = 24 * 60;

  private final Chat dev = Chat.in("dev");
  private final Chat ops = Chat.in("ops");
  private final Audience both = new Audience(Set.of(dev.channel(), ops.channel()));

  @Test
  void isAskedOnceForMessagesOfSeveralChannelsAndMonths() throws IOException {
    try (var node = new CountedNode(SharedCluster.nodes().addresses().getFirst());
        var archive = node.archive("found")) {
      var said = new ArrayList<Talk>();
      var names = new ArrayList<MessageId>();
      for (var day = 1; day <= MESSAGES; day++) {
        for (var chat : List.of(dev, ops)) {
          said.add(chat.posts(day * DAY, "ada", "kafka wants room"));
          names.add(chat.id(day * DAY));
        }
      }
      archive.apply(said);
      node.asked();

      assertThat(archive.find(names, both)).containsOnlyKeys(names);

      assertThat(node.asked()).hasSize(1);
    }
  }
}
