package ponte.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.conversation.WorkspaceId;

/**
 * Chat without sense but with the shape of chat: words as frequent as Zipf says over 50,000 of
 * them, one message in four in a thread, one flat one in six speaks to somebody.
 */
final class MadeUpChat {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("T0BENCH");
  private static final int VOCABULARY = 50_000;
  private static final int PEOPLE = 3_000;
  private static final List<List<String>> SMALL_WORDS =
      List.of(
          List.of("the", "is", "it", "to", "and", "what", "with", "of", "a", "for", "you", "not"),
          List.of("non", "che", "il", "di", "come", "la", "per", "si", "un", "sono", "ma", "del"));
  private static final String[] SYLLABLES = {
    "ba", "be", "co", "da", "fi", "ga", "ker", "lo", "mi", "na", "or", "pu", "ri", "sta", "ter",
    "vo"
  };

  private final Random random;
  private final List<ChannelId> channels;
  private final double[] cumulated = new double[VOCABULARY];
  private final Room[] rooms;
  private Instant latest = Instant.EPOCH;

  /** Where a channel stands. */
  private static final class Room {
    private Instant now;
    private @Nullable MessageId thread;
    private final List<PersonId> speakers = new ArrayList<>();
    private final List<String> smallWords;

    private Room(Instant now, List<String> smallWords) {
      this.now = now;
      this.smallWords = smallWords;
    }
  }

  MadeUpChat(int channels, Random random) {
    this.random = random;
    this.channels =
        IntStream.range(0, channels)
            .mapToObj(i -> new ChannelId(WORKSPACE, "C%05d".formatted(i)))
            .toList();
    var start = Instant.parse("2025-01-06T08:00:00Z");
    rooms =
        IntStream.range(0, channels)
            .mapToObj(i -> new Room(start, SMALL_WORDS.get(i % 2)))
            .toArray(Room[]::new);
    double sum = 0;
    for (var rank = 0; rank < VOCABULARY; rank++) {
      sum += 1.0 / (rank + 1);
      cumulated[rank] = sum;
    }
  }

  List<ChannelId> channels() {
    return channels;
  }

  /** A moment after every message so far. */
  Instant now() {
    return latest.plusSeconds(1);
  }

  /** The next message of a channel. */
  Talk next(int channel) {
    var room = rooms[channel];
    var pause = random.nextInt(8) == 0 ? random.nextInt(7_200) : random.nextInt(120);
    room.now = room.now.plus(Duration.ofMillis(pause * 1000L + 1 + random.nextInt(999)));
    latest = room.now.isAfter(latest) ? room.now : latest;
    if (room.speakers.isEmpty() || random.nextInt(6) == 0) {
      room.speakers.clear();
      IntStream.range(0, 4).forEach(_ -> room.speakers.add(person(random.nextInt(PEOPLE))));
    }
    var id =
        new MessageId(
            channels.get(channel),
            "%d.%06d".formatted(room.now.getEpochSecond(), room.now.getNano() / 1000));
    var thread = random.nextInt(4) == 0 ? room.thread : null;
    if (thread == null && random.nextInt(6) == 0) {
      room.thread = id;
    }
    var author = room.speakers.get(random.nextInt(4));
    var message =
        new Message(
            id,
            author,
            Message.Kind.TALK,
            room.now,
            thread,
            text(room),
            List.of(),
            List.of(),
            room.now);
    return new Talk.Posted(new EventId(id.toString()), message);
  }

  private RichText text(Room room) {
    var words = 1 + (int) Math.min(60, -12 * Math.log(1 - random.nextDouble()));
    var text =
        new Span.Plain(topic(words, room.smallWords, random) + (random.nextInt(5) == 0 ? "?" : ""));
    return random.nextInt(6) == 0
        ? RichText.of(new Span.Mention(room.speakers.get(random.nextInt(4))), text)
        : RichText.of(text);
  }

  private static PersonId person(int number) {
    return new PersonId(WORKSPACE, "U%06d".formatted(number));
  }

  /** Words as frequent as those of the messages, in one of two languages. */
  String topic(int words, Random chance) {
    return topic(words, SMALL_WORDS.get(chance.nextInt(2)), chance);
  }

  private String topic(int words, List<String> smallWords, Random chance) {
    return IntStream.range(0, words)
        .mapToObj(_ -> word(smallWords, chance))
        .collect(Collectors.joining(" "));
  }

  private String word(List<String> smallWords, Random chance) {
    if (chance.nextInt(3) == 0) {
      return smallWords.get(chance.nextInt(smallWords.size()));
    }
    var drawn = Arrays.binarySearch(cumulated, chance.nextDouble() * cumulated[VOCABULARY - 1]);
    var word = new StringBuilder();
    for (var rank = (drawn < 0 ? -drawn - 1 : drawn) + 20; rank > 0; rank /= SYLLABLES.length) {
      word.append(SYLLABLES[rank % SYLLABLES.length]);
    }
    return word.toString();
  }
}
