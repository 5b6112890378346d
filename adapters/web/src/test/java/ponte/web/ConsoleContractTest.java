package ponte.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ponte.TestClock;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.platform.ChatPlatform;
import ponte.platform.ChatPlatformContract;
import ponte.reply.Block;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;

/** The console as a chat platform. */
class ConsoleContractTest extends ChatPlatformContract {

  private final TestClock clock = TestClock.at(Solfalda.MORNING);
  private final InMemoryRecords records = new InMemoryRecords(clock);
  private final InMemoryQueue queue = new InMemoryQueue(clock);
  private final Chats chats = new Chats(records, clock);
  private final Console console =
      new Console(Solfalda.directory(records), chats, new Inbox(queue, clock), records, clock);
  private final List<String> heard = new ArrayList<>();
  private int asked;

  @Override
  protected ChatPlatform platform() {
    return console;
  }

  @Override
  protected PersonId ada() {
    return Solfalda.ADA.id();
  }

  @Override
  protected PersonId bob() {
    return Solfalda.BRUNO.id();
  }

  @Override
  protected ChannelId channel() {
    return Solfalda.OPEN.id();
  }

  @Override
  protected EventId askedBy(PersonId person) {
    return new EventId("console:" + person + ":" + ++asked);
  }

  @Override
  protected List<String> shownTo(PersonId person) {
    return shown(person, Set.of());
  }

  @Override
  protected List<String> shownTogether(Set<PersonId> people) {
    var seen = people.stream().map(person -> shown(person, people)).distinct().toList();
    if (seen.size() != 1) {
      throw new AssertionError("they do not see the same: " + seen);
    }
    return seen.getFirst();
  }

  private List<String> shown(PersonId person, Set<PersonId> with) {
    return chats.after(person, 0).stream()
        .map(line -> (ChatEntry.Replied) line.entry())
        .filter(replied -> replied.with().equals(with))
        .map(replied -> ((Block.Paragraph) replied.reply().blocks().getFirst()).text())
        .map(text -> text.searchable())
        .toList();
  }

  @Override
  protected List<String> shownInChannel() {
    var shown = new ArrayList<String>();
    for (var payload : heard()) {
      if (payload.contains("News.")) {
        shown.add("News.");
      }
    }
    return shown;
  }

  @Override
  protected List<String> shownUnder(MessageId opening) {
    var shown = new ArrayList<String>();
    for (var payload : heard()) {
      if (payload.contains("\"thread\":\"" + opening + "\"") && payload.contains("News. More.")) {
        shown.add("News. More.");
      }
    }
    return shown;
  }

  @Override
  protected String shownAt(MessageId message) {
    return heard().stream()
        .flatMap(payload -> Codec.read(payload, Envelope.class).events().stream())
        .filter(event -> event instanceof Event.Talk.Edited)
        .map(event -> ((Event.Talk.Edited) event).content())
        .filter(content -> content.id().equals(message))
        .map(content -> content.text().searchable())
        .reduce("", (_, later) -> later);
  }

  private record Envelope(List<Event> events) {}

  /** All that went into the inbox so far. */
  private List<String> heard() {
    queue
        .lease("inbox", 100, Duration.ofMinutes(1))
        .forEach(lease -> heard.add(lease.entry().payload()));
    return heard;
  }

  @Override
  protected String standsWith(PersonId person) {
    return String.join(" / ", shown(person, Set.of(person)));
  }

  @Override
  protected void waitUntil(Instant moment) {
    throw new AssertionError("the console keeps nobody waiting, not until " + moment);
  }
}
