package ponte.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.archive.Shelf;
import ponte.archive.Turn;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;

/** A channel's flat messages in a snapshot. */
record ChannelShelf(ChannelId channel, Snapshot snapshot) implements Shelf {

  @Override
  public List<Turn> before(Place place, int limit) {
    return read(
        () -> {
          var time = Fields.time(place.at());
          var earlier =
              time == Long.MIN_VALUE
                  ? List.<Filed>of()
                  : snapshot.last(Fields.FLAT, channel, Long.MIN_VALUE, time - 1, limit);
          var turns =
              Stream.concat(earlier.stream(), at(time).stream())
                  .filter(filed -> Place.of(filed.message()).compareTo(place) < 0)
                  .map(ChannelShelf::turn)
                  .toList();
          return turns.subList(Math.max(0, turns.size() - limit), turns.size());
        });
  }

  @Override
  public List<Turn> from(Place place, int limit) {
    return read(
        () -> {
          var time = Fields.time(place.at());
          var later =
              time == Long.MAX_VALUE
                  ? List.<Filed>of()
                  : snapshot.first(Fields.FLAT, channel, time + 1, Long.MAX_VALUE, limit);
          return Stream.concat(at(time).stream(), later.stream())
              .filter(filed -> Place.of(filed.message()).compareTo(place) >= 0)
              .limit(limit)
              .map(ChannelShelf::turn)
              .toList();
        });
  }

  /** The messages of one moment. */
  private List<Filed> at(long time) throws IOException {
    return snapshot.first(Fields.FLAT, channel, time, time, Integer.MAX_VALUE);
  }

  @Override
  public Optional<Turn> find(MessageId message) {
    return read(
        () ->
            Optional.ofNullable(snapshot.stored(message).filed())
                .filter(filed -> Turn.isFlat(filed.message()))
                .map(ChannelShelf::turn));
  }

  @Override
  public boolean hasReplies(MessageId root, Set<MessageId> apartFrom) {
    return read(() -> snapshot.hasReply(root, reply -> !apartFrom.contains(reply)));
  }

  private static Turn turn(Filed filed) {
    return Turn.of(filed.message(), filed.conversation());
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T read(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
