package ponte.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import ponte.archive.Shelf.Place;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

class FilingTest {

  private static final Conversations.Rules SHORT_SIGHTED =
      new Conversations.Rules(5, Duration.ofHours(2), 0);
  private static final List<String> PEOPLE = List.of("ada", "bob", "eve", "leo");

  private final Chat chat = Chat.in("dev");

  @Test
  void endsWhereFilingFromScratchEnds() {
    for (var seed = 0; seed < 300; seed++) {
      var random = new Random(seed);
      var conversations = new Conversations(SHORT_SIGHTED);
      var channel = new Channel(chat.channel(), new Filing(conversations, seed % 2));
      for (var step = 0; step < 12; step++) {
        channel.change(randomChanges(channel, random));

        assertThat(channel.filed())
            .as("seed %d, step %d", seed, step)
            .isEqualTo(conversations.file(List.copyOf(channel.messages.values())));
      }
    }
  }

  @Test
  void readsNothingWhenAMessageIsAppended() {
    var channel = new Channel(chat.channel(), new Filing(new Conversations(SHORT_SIGHTED), 1));
    for (var minute = 1; minute <= 500; minute++) {
      channel.change(Map.of(chat.id(minute), Optional.of(chat.says(minute, "ada", "more"))));
    }
    channel.turnsRead = 0;

    channel.change(Map.of(chat.id(501), Optional.of(chat.says(501, "ada", "more"))));

    assertThat(channel.turnsRead).isZero();
  }

  @Test
  void stopsWhereNothingChangesAnyMore() {
    var channel = new Channel(chat.channel(), new Filing(new Conversations(SHORT_SIGHTED), 1));
    for (var minute = 1; minute <= 500; minute++) {
      var author = PEOPLE.get(minute % 3);
      channel.change(Map.of(chat.id(minute), Optional.of(chat.says(minute, author, "more"))));
    }
    channel.turnsRead = 0;

    channel.change(Map.of(chat.id(250.5), Optional.of(chat.says(250.5, "leo", "something else"))));

    assertThat(channel.turnsRead).isLessThan(100);
  }

  private Map<MessageId, Optional<Message>> randomChanges(Channel channel, Random random) {
    var changes = new HashMap<MessageId, Optional<Message>>();
    for (var i = random.nextInt(6); i >= 0; i--) {
      var minute = random.nextInt(60) * (random.nextInt(4) == 0 ? 20 : 1);
      changes.put(
          chat.id(minute),
          random.nextInt(4) == 0 ? Optional.empty() : Optional.of(randomMessage(minute, random)));
    }
    changes.values().removeIf(after -> after.isEmpty() && channel.messages.isEmpty());
    changes.keySet().removeIf(id -> !channel.messages.containsKey(id) && changes.get(id) == null);
    return changes;
  }

  private Message randomMessage(int minute, Random random) {
    var text = (random.nextBoolean() ? "@" + pick(PEOPLE, random) + " " : "") + "token keys";
    var author = pick(PEOPLE, random);
    return switch (random.nextInt(8)) {
      case 0 -> chat.message(minute, author, Message.Kind.BOT, null, text);
      case 1 -> chat.replies(minute, Math.max(0, minute - random.nextInt(9)), author, text);
      default -> chat.says(minute, author, text);
    };
  }

  private static <T> T pick(List<T> choice, Random random) {
    return choice.get(random.nextInt(choice.size()));
  }

  /** A channel kept in maps. */
  private static final class Channel implements Shelf {

    private final ChannelId channel;
    private final Filing filing;
    private final Map<MessageId, Message> messages = new HashMap<>();
    private final Map<MessageId, MessageId> conversations = new HashMap<>();
    private int turnsRead;

    private Channel(ChannelId channel, Filing filing) {
      this.channel = channel;
      this.filing = filing;
    }

    private void change(Map<MessageId, Optional<Message>> changes) {
      var list = new ArrayList<Filing.Change>();
      changes.forEach(
          (id, after) -> {
            var before = messages.get(id);
            if (before != null || after.isPresent()) {
              list.add(new Filing.Change(before, after.orElse(null)));
            }
          });
      var refiled = filing.refile(channel, list, this);
      changes.forEach(
          (id, after) ->
              after.ifPresentOrElse(
                  message -> messages.put(id, message),
                  () -> {
                    messages.remove(id);
                    conversations.remove(id);
                  }));
      conversations.putAll(refiled);
    }

    private List<Filed> filed() {
      return messages.values().stream()
          .sorted(Message.IN_ORDER)
          .map(message -> new Filed(message, conversation(message.id())))
          .toList();
    }

    private MessageId conversation(MessageId message) {
      return Optional.ofNullable(conversations.get(message)).orElseThrow();
    }

    private List<Turn> flat() {
      var turns = new TreeMap<Place, Turn>();
      for (var message : messages.values()) {
        if (Turn.isFlat(message)) {
          turns.put(Place.of(message), Turn.of(message, conversation(message.id())));
        }
      }
      return List.copyOf(turns.values());
    }

    @Override
    public List<Turn> before(Place place, int limit) {
      var all = flat().stream().filter(turn -> turn.place().compareTo(place) < 0).toList();
      return count(all.subList(Math.max(0, all.size() - limit), all.size()));
    }

    @Override
    public List<Turn> from(Place place, int limit) {
      return count(
          flat().stream().filter(turn -> turn.place().compareTo(place) >= 0).limit(limit).toList());
    }

    private List<Turn> count(List<Turn> turns) {
      turnsRead += turns.size();
      return turns;
    }

    @Override
    public Optional<Turn> find(MessageId message) {
      return flat().stream().filter(turn -> turn.id().equals(message)).findFirst();
    }

    @Override
    public boolean hasReplies(MessageId root, Set<MessageId> apartFrom) {
      return messages.values().stream()
          .anyMatch(m -> root.equals(m.thread()) && !apartFrom.contains(m.id()));
    }
  }
}
