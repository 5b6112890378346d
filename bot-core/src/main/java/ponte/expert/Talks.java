package ponte.expert;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;

/**
 * What was said in conversations that were found, as an audience may read it, read once: several
 * people took part in each. For one question and one thread.
 */
final class Talks {

  private final Archive archive;
  private final Audience audience;
  private final Map<MessageId, Talk> read = new HashMap<>();

  Talks(Archive archive, Audience audience) {
    this.archive = archive;
    this.audience = audience;
  }

  /** Reads together what was not read yet: where the archive is a server, each read is a way. */
  void read(Collection<Found> found) {
    var unread = new LinkedHashMap<MessageId, Found>();
    for (var each : found) {
      if (!read.containsKey(each.conversation())) {
        unread.put(each.conversation(), each);
      }
    }
    if (!unread.isEmpty()) {
      var filed = archive.conversations(unread.keySet(), audience);
      unread.forEach(
          (conversation, each) ->
              read.put(conversation, Talk.of(each, filed.getOrDefault(conversation, List.of()))));
    }
  }

  Talk of(Found found) {
    read(List.of(found));
    return Objects.requireNonNull(read.get(found.conversation()));
  }
}
