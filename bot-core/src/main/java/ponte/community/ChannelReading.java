package ponte.community;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.ThankYous;

/** Reads what went on in one channel, page by page: no message is kept. */
final class ChannelReading {

  private static final int PAGE = 2_000;

  private final Archive archive;
  private final Crowd crowd;
  private final Predicate<Message> asks;
  private final ChannelId channel;
  private final Audience audience;
  private final Moments messages = new Moments();
  private final Moments mentions = new Moments();
  private final Moments thanks = new Moments();
  private final Map<MessageId, Going> going = new LinkedHashMap<>();

  /** A conversation as far as it is read. */
  private static final class Going {

    private final int opener;
    private final Instant at;
    private final boolean asks;
    private final boolean recent;
    private final List<Conversation.Turn> others = new ArrayList<>(2);
    private boolean withProgram;
    private int last;

    private Going(int opener, Instant at, boolean asks, boolean recent) {
      this.opener = opener;
      this.at = at;
      this.asks = asks;
      this.recent = recent;
      this.last = opener;
    }

    private boolean isOfAPerson() {
      return opener != Crowd.NOBODY;
    }

    private void write(int person, Instant when) {
      if (person != opener && others.stream().noneMatch(turn -> turn.person() == person)) {
        others.add(new Conversation.Turn(person, when));
      }
      last = person;
    }

    private Conversation held() {
      return new Conversation(at, opener, recent, asks, withProgram, others);
    }
  }

  /**
   * @param asks tells whether a message asks something
   */
  ChannelReading(Archive archive, Crowd crowd, Predicate<Message> asks, ChannelId channel) {
    this.archive = archive;
    this.crowd = crowd;
    this.asks = asks;
    this.channel = channel;
    this.audience = Audience.of(channel);
  }

  /** What went on since a moment. */
  ChannelTalk since(Instant first) {
    var from = first;
    Set<MessageId> seen = new HashSet<>();
    while (true) {
      var page = archive.read(channel, new TimeSpan(from, Instant.MAX), PAGE, audience);
      for (var filed : page) {
        if (!seen.contains(filed.message().id())) {
          take(filed);
        }
      }
      if (page.size() < PAGE) {
        return talk();
      }
      var last = page.getLast().message().at();
      seen = new HashSet<>();
      for (var filed : page) {
        if (filed.message().at().equals(last)) {
          seen.add(filed.message().id());
        }
      }
      from = last.equals(from) ? last.plusNanos(1_000) : last;
    }
  }

  private ChannelTalk talk() {
    List<Conversation> conversations = new ArrayList<>();
    for (var each : going.values()) {
      if (each.isOfAPerson()) {
        conversations.add(each.held());
      }
    }
    return new ChannelTalk(messages, mentions, thanks, List.copyOf(conversations));
  }

  private void take(Filed filed) {
    var message = filed.message();
    if (message.kind() == Message.Kind.NOTICE) {
      return;
    }
    var conversation = going.computeIfAbsent(filed.conversation(), _ -> begun(filed));
    var writer = crowd.number(message);
    if (writer == Crowd.NOBODY) {
      conversation.withProgram = true;
      return;
    }
    messages.add(message.at(), writer, writer);
    var mentioned = numbers(message.text().mentions(), writer);
    mentioned.forEach(each -> mentions.add(message.at(), writer, each));
    thank(message, writer, conversation);
    conversation.write(writer, message.at());
  }

  /** Of what began before the first moment the opening is looked up. */
  private Going begun(Filed filed) {
    var message = filed.message();
    if (filed.conversation().equals(message.id())) {
      return new Going(crowd.number(message), message.at(), asks(message), true);
    }
    return archive
        .find(filed.conversation(), audience)
        .map(Filed::message)
        .map(opening -> new Going(crowd.number(opening), opening.at(), false, false))
        .orElseGet(() -> new Going(Crowd.NOBODY, message.at(), false, false));
  }

  private boolean asks(Message message) {
    return message.isTalk() && asks.test(message);
  }

  private void thank(Message message, int writer, Going conversation) {
    for (var each : numbers(ThankYous.reacting(message), writer)) {
      thanks.add(message.at(), each, writer);
    }
    if (ThankYous.isOne(message)) {
      var named = numbers(ThankYous.named(message), writer);
      named.forEach(each -> thanks.add(message.at(), writer, each));
      var last = conversation.last;
      if (named.isEmpty()
          && message.thread() != null
          && writer == conversation.opener
          && last != writer) {
        thanks.add(message.at(), writer, last);
      }
    }
  }

  /** The numbers of others, each once. */
  private Set<Integer> numbers(Iterable<PersonId> people, int writer) {
    var numbers = new HashSet<Integer>();
    for (var person : people) {
      var number = crowd.number(person);
      if (number != Crowd.NOBODY && number != writer) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
