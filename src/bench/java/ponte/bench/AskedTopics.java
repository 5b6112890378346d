package ponte.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import ponte.app.Replica;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;

/** What people really asked, to be asked of Ponte. */
public final class AskedTopics {

  private static final int OF_A_CHANNEL = 400;

  private AskedTopics() {}

  /** Questions of what an audience may see, in an order that does not change. */
  public static List<String> in(Replica ponte, Audience audience, int most) {
    var asked = new ArrayList<String>();
    for (var channel : ponte.directory().channels(audience)) {
      ponte.archive().before(channel.id(), Instant.MAX, OF_A_CHANNEL, audience).stream()
          .map(Filed::message)
          .filter(Message::isTalk)
          .map(message -> message.text().searchable())
          .filter(text -> text.contains("?") && text.length() < 400 && text.length() > 15)
          .forEach(asked::add);
      if (asked.size() > 5L * most) {
        break;
      }
    }
    Collections.shuffle(asked, new Random(1));
    return asked.subList(0, Math.min(most, asked.size()));
  }
}
