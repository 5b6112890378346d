package ponte.slack.delivery;

import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import ponte.TestClock;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.platform.Delivery;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Turn;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.slack.api.FakeSlack;
import ponte.slack.api.Method;
import ponte.slack.live.ReplyRoutes;
import ponte.slack.live.ReplyRoutes.Container;
import ponte.store.Document;
import ponte.store.InMemoryRecords;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/** A Ponte in a Slack that says what a test tells it to. */
abstract class InSlack {

  static final Instant NOW = Instant.parse("2025-12-01T09:00:00Z");
  static final ChannelId GENERAL = new ChannelId(FakeSlack.ACME, "C0GENERAL");
  static final ChannelId DIRECT = new ChannelId(FakeSlack.ACME, "D0ANNA");
  static final PersonId ANNA = new PersonId(FakeSlack.ACME, "U0ANNA");
  static final PersonId BRUNO = new PersonId(FakeSlack.ACME, "U0BRUNO");
  static final EventId REQUEST = new EventId("slack:command:1");

  final TestClock clock = TestClock.at(NOW);
  final FailingRecords records = new FailingRecords(new InMemoryRecords(clock));
  final FakeSlack slack = new FakeSlack();
  final ReplyRoutes routes = new ReplyRoutes(records, clock);
  final Waiting waiting =
      new Waiting(
          slack.api(clock), routes, records, clock, () -> clock.millis() * 1_000_000, _ -> {});
  final SlackPlatform platform =
      new SlackPlatform(
          slack.api(clock),
          slack.installations(),
          new Directory(records),
          routes,
          waiting,
          records,
          clock);

  Turn turn = () -> {};

  @AfterEach
  void stop() {
    slack.close();
  }

  /**
   * A store whose writes fail when a test wants it, as if the process died before them, or before
   * which others do something.
   */
  record FailingRecords(Records records, AtomicBoolean broken, Map<String, Runnable> others)
      implements Records {

    FailingRecords(Records records) {
      this(records, new AtomicBoolean(), new HashMap<>());
    }

    /** Does something once, before something is written that contains these letters. */
    void before(String written, Runnable other) {
      others.put(written, other);
    }

    @Override
    public Optional<Document> find(Key key) {
      return records.find(key);
    }

    @Override
    public List<Document> list(Partition partition, String after, int limit) {
      return records.list(partition, after, limit);
    }

    @Override
    public List<Document> between(Partition partition, TimeSpan span, int limit) {
      return records.between(partition, span, limit);
    }

    @Override
    public boolean write(Write write) {
      if (broken.get() && write.content().contains("\"posted\":true")) {
        throw new StoreUnavailableException("the process died", null);
      }
      var due = others.keySet().stream().filter(write.content()::contains).findFirst();
      due.ifPresent(written -> Objects.requireNonNull(others.remove(written)).run());
      return records.write(write);
    }

    @Override
    public boolean writeAll(List<Write> writes) {
      return records.writeAll(writes);
    }

    @Override
    public boolean remove(Key key, long expected) {
      return records.remove(key, expected);
    }

    @Override
    public void drop(Partition partition) {
      records.drop(partition);
    }
  }

  static Reply reply(String... paragraphs) {
    return new Reply(
        Language.ENGLISH,
        Arrays.stream(paragraphs)
            .<Block>map(text -> new Block.Paragraph(RichText.plain(text)))
            .toList());
  }

  static Destination.Answer answer(@Nullable ChannelId channel, @Nullable String thread) {
    return new Destination.Answer(
        REQUEST,
        ANNA,
        channel,
        thread == null || channel == null ? null : new MessageId(channel, thread));
  }

  Delivery deliver(Destination to, String... paragraphs) {
    return platform.deliver(new Outgoing("key", to, reply(paragraphs)), turn);
  }

  void came(Container container, @Nullable ChannelId channel, @Nullable String message) {
    came(container, channel, message, slack.responseUrl());
  }

  void came(
      Container container,
      @Nullable ChannelId channel,
      @Nullable String message,
      @Nullable URI address) {
    routes.keep(
        new ReplyRoutes.Route(REQUEST, ANNA, address, 0, channel, message, container, null));
  }

  /** Our message as history shows it: its metadata as it was posted. */
  String historyWithOurs() {
    var metadata = slack.calls(Method.CHAT_POST_MESSAGE).getFirst().getOrDefault("metadata", "");
    return "{\"ok\":true,\"has_more\":false,\"messages\":[{\"type\":\"message\",\"text\":\"Hello\","
        + "\"ts\":\"1764579600.000100\",\"metadata\":"
        + metadata
        + "}]}";
  }

  static Event.Request asked(@Nullable ChannelId channel) {
    return new Event.Request.Asked(
        REQUEST, ANNA, new Event.Place(channel, null, null), "who knows about kafka?", NOW);
  }

  static Delivery delivered() {
    return new Delivery.Delivered();
  }
}
