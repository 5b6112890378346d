package ponte.teams.sync;

import java.util.Objects;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.store.InMemoryRecords;
import ponte.teams.graph.ChatMessages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What Graph answers where Ponte asks what was said: threads with their replies. */
public final class HistoryDoor implements Consumer<byte[]> {

  private static final ChannelId CHANNEL =
      new ChannelId(
          new WorkspaceId("3ff4ab9a-4a28-4d0f-8e14-5a9d3b8a4f10"), "19:general@thread.tacv2");

  private final JsonMapper json = new JsonMapper();
  private final ChatMessages messages =
      new ChatMessages(new Directory(new InMemoryRecords(TestClock.at("2026-03-02T09:00:00Z"))));

  private int heard;

  /** How much was said in all that came in. */
  public int heard() {
    return heard;
  }

  @Override
  public void accept(byte[] input) {
    try {
      var threads = Threads.read(CHANNEL, json.readTree(input), messages);
      threads.said().forEach(Objects::requireNonNull);
      heard += threads.said().size();
    } catch (JacksonException e) {
      // What is no JSON is no answer of Graph's.
    }
  }
}
