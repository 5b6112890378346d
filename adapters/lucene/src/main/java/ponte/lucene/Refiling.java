package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Conversations;
import ponte.archive.Filed;
import ponte.archive.Filing;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;

/**
 * Files a whole index by other rules: channel by channel, each from its oldest message on, some
 * messages at a time. With each commit it notes how far it is, so that one that is killed goes on
 * there; until its end the index is filed by no rules at all, so that no other version takes it for
 * done.
 *
 * @param page so many messages, or the few more of one moment, are in memory and lost with a crash
 */
record Refiling(
    Directory directory,
    IndexWriter writer,
    Conversations conversations,
    ConversationWords words,
    int page) {

  private static final Logger log = LoggerFactory.getLogger(Refiling.class);

  /** What a commit says of a filing that is not at its end: by which rules, and how far it is. */
  private static final String BY = "filing";

  private static final String CHANNEL = "filing-channel";
  private static final String FROM = "filing-from";

  /**
   * How far it is.
   *
   * @param from the time of the first message of it that is still to be filed
   */
  private record Place(ChannelId channel, long from) {}

  /**
   * Files everything that is committed; what it files last is not, so that its end may be noted.
   */
  void file(String signature, Map<String, String> said) throws IOException {
    var place = place(signature, said);
    var channels = channels();
    log.atInfo()
        .addKeyValue("channels", channels.size())
        .addKeyValue("goesOn", place != null)
        .log("archive is filed anew");
    var reader = DirectoryReader.open(directory);
    try {
      var uncommitted = 0;
      for (var channel : place == null ? channels : channels.tailSet(place.channel(), true)) {
        var from = place != null && place.channel().equals(channel) ? place.from() : Long.MIN_VALUE;
        while (true) {
          var snapshot = new Snapshot(new IndexSearcher(reader));
          var next = next(snapshot, channel, from);
          if (next.isEmpty()) {
            break;
          }
          new Intake(snapshot, new Filing(conversations, 0), words)
              .refile(channel, next, conversations, writer);
          from = Fields.time(next.getLast().at()) + 1;
          uncommitted += next.size();
          if (next.size() < page && uncommitted < page) {
            break;
          }
          commit(signature, new Place(channel, from));
          uncommitted = 0;
          reader = changed(reader);
        }
      }
    } finally {
      reader.close();
    }
  }

  private NavigableSet<ChannelId> channels() throws IOException {
    try (var reader = DirectoryReader.open(directory)) {
      var channels = new TreeSet<ChannelId>();
      for (var leaf : reader.leaves()) {
        channels.addAll(MessageTally.of(leaf.reader()).channels().ids());
      }
      return channels;
    }
  }

  /** The next messages, those of one moment never apart. */
  private List<Message> next(Snapshot snapshot, ChannelId channel, long from) throws IOException {
    var first = snapshot.first(Fields.CHANNEL, channel, from, Long.MAX_VALUE, page);
    if (first.size() < page) {
      return first.stream().map(Filed::message).toList();
    }
    var last = Fields.time(first.getLast().message().at());
    var next = new ArrayList<Message>();
    first.stream()
        .map(Filed::message)
        .filter(message -> Fields.time(message.at()) < last)
        .forEach(next::add);
    snapshot.first(Fields.CHANNEL, channel, last, last, Integer.MAX_VALUE).stream()
        .map(Filed::message)
        .forEach(next::add);
    next.sort(Message.IN_ORDER);
    return next;
  }

  private static DirectoryReader changed(DirectoryReader reader) throws IOException {
    var changed = DirectoryReader.openIfChanged(reader);
    if (changed == null) {
      return reader;
    }
    reader.close();
    return changed;
  }

  private void commit(String signature, Place place) throws IOException {
    writer.setLiveCommitData(
        Map.of(
                Writing.FORMAT,
                Fields.FORMAT,
                BY,
                signature,
                CHANNEL,
                place.channel().toString(),
                FROM,
                Long.toString(place.from()))
            .entrySet());
    writer.commit();
    log.atInfo().addKeyValue("channel", place.channel()).log("archive is filed anew up to here");
  }

  private static @Nullable Place place(String signature, Map<String, String> said) {
    var channel = said.get(CHANNEL);
    var from = said.get(FROM);
    return signature.equals(said.get(BY)) && channel != null && from != null
        ? new Place(ChannelId.parse(channel), Long.parseLong(from))
        : null;
  }
}
