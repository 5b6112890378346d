package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.SortedDocValues;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;

/** The channels of a segment, in the order of their numbers in it. */
record Channels(List<ChannelId> ids) {

  static Channels of(SortedDocValues channels) throws IOException {
    var ids = new ArrayList<ChannelId>(channels.getValueCount());
    for (var ord = 0; ord < channels.getValueCount(); ord++) {
      ids.add(ChannelId.parse(channels.lookupOrd(ord).utf8ToString()));
    }
    return new Channels(List.copyOf(ids));
  }

  /** The numbers of those that an audience may see, in order. */
  int[] visibleTo(Audience audience) {
    return IntStream.range(0, ids.size()).filter(ord -> audience.maySee(ids.get(ord))).toArray();
  }
}
