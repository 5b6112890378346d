package ponte.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/**
 * What people said in one conversation within a span, oldest first; never empty.
 *
 * @param id the message that opens the conversation, which may lie before the span
 * @param midway whether those who open it were heard in another one right before: it may be a piece
 *     of that one, and its first words no beginning
 * @param crossed those of its messages that were said right after one of another conversation
 * @param amid those of its messages that were said while people talked in the channel, about
 *     whatever
 */
record Talk(
    MessageId id,
    List<Message> messages,
    boolean midway,
    Set<MessageId> crossed,
    Set<MessageId> amid) {

  private static final Duration LONG_BEFORE = Duration.ofDays(14);

  /** Who spoke so short a time ago is still speaking. */
  private static final Duration STILL_SPEAKING = Duration.ofMinutes(10);

  /** Who says no more than that greets, or thanks. */
  private static final int WORDS_OF_A_GREETING = 4;

  private static final Pattern WRITTEN = Pattern.compile("[\\p{Lu}.,;:!?]");

  /** Of so many messages one can tell whether people wrote or spoke. */
  private static final int MANY = 8;

  private static final double LEAST_WRITTEN = 0.2;

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** Messages of one person with nobody's between them. */
  record Turn(PersonId author, List<Message> messages) {}

  Talk {
    messages = List.copyOf(messages);
    crossed = Set.copyOf(crossed);
    amid = Set.copyOf(amid);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("nobody says anything in " + id);
    }
  }

  /** What was said with nothing around it. */
  Talk(MessageId id, List<Message> messages) {
    this(id, messages, false, Set.of(), Set.of());
  }

  /** The conversations of a channel, in the order in which they were opened; programs left out. */
  static List<Talk> of(List<Filed> filed) {
    var all = filed.stream().filter(each -> each.message().isTalk()).toList();
    var talks = new LinkedHashMap<MessageId, List<Message>>();
    var crossed = new HashMap<MessageId, Set<MessageId>>();
    var midway = new HashSet<MessageId>();
    var amid = new HashMap<MessageId, Set<MessageId>>();
    for (int i = 0; i < all.size(); i++) {
      var each = all.get(i);
      var talk = each.conversation();
      if (!talks.containsKey(talk) && goesOn(all.subList(0, i), each.message())) {
        midway.add(talk);
      }
      if (isAmid(all.subList(0, i), each.message())) {
        amid.computeIfAbsent(talk, _ -> new HashSet<>()).add(each.message().id());
      }
      talks.computeIfAbsent(talk, _ -> new ArrayList<>()).add(each.message());
      if (i > 0 && !all.get(i - 1).conversation().equals(talk)) {
        crossed.computeIfAbsent(talk, _ -> new HashSet<>()).add(each.message().id());
      }
    }
    return talks.entrySet().stream()
        .map(
            talk ->
                new Talk(
                    talk.getKey(),
                    talk.getValue(),
                    midway.contains(talk.getKey()),
                    crossed.getOrDefault(talk.getKey(), Set.of()),
                    amid.getOrDefault(talk.getKey(), Set.of())))
        .toList();
  }

  /** Whether a message is of somebody who just spoke or was spoken to, or to one who just spoke. */
  private static boolean goesOn(List<Filed> before, Message message) {
    return justSaid(before, message)
        .anyMatch(
            said ->
                said.author().equals(message.author())
                    || said.text().mentions().contains(message.author())
                    || message.text().mentions().contains(said.author()));
  }

  /** Whether somebody just said something: a message may go on from that. */
  private static boolean isAmid(List<Filed> before, Message message) {
    return justSaid(before, message)
        .anyMatch(said -> SPACES.split(said.text().searchable()).length > WORDS_OF_A_GREETING);
  }

  private static Stream<Message> justSaid(List<Filed> before, Message message) {
    return before.reversed().stream()
        .map(Filed::message)
        .takeWhile(said -> said.at().isAfter(message.at().minus(STILL_SPEAKING)));
  }

  /**
   * The same talk with the message that opened it before the span. What was said long before opens
   * it no more: a thread that goes on for months is about other things by then.
   */
  Talk openedBy(Message opening) {
    if (opening.at().isBefore(start().minus(LONG_BEFORE))) {
      return this;
    }
    var all = new ArrayList<Message>();
    all.add(opening);
    all.addAll(messages);
    return new Talk(id, all, false, crossed, amid);
  }

  /** Whether somebody wrote a message, or is named in it. */
  static boolean concerns(Message message, PersonId person) {
    return message.author().equals(person) || message.text().mentions().contains(person);
  }

  boolean lacksOpening() {
    return !messages.getFirst().id().equals(id);
  }

  boolean startsWith(Message message) {
    return messages.getFirst().id().equals(message.id());
  }

  PersonId opener() {
    return messages.getFirst().author();
  }

  Instant start() {
    return messages.getFirst().at();
  }

  /** Those who took part, who wrote most first; of equals the one who spoke first. */
  List<PersonId> participants() {
    return authors(messages);
  }

  /** Those who wrote these messages, who wrote most first; of equals the one who spoke first. */
  static List<PersonId> authors(List<Message> messages) {
    var messagesOf = new LinkedHashMap<PersonId, Integer>();
    messages.forEach(message -> messagesOf.merge(message.author(), 1, Integer::sum));
    return messagesOf.entrySet().stream()
        .sorted(Map.Entry.<PersonId, Integer>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  int people() {
    return (int) messages.stream().map(Message::author).distinct().count();
  }

  /** Whether the platform itself holds it together, as a thread. */
  boolean isThread() {
    return messages.stream().anyMatch(Talk::isThreaded);
  }

  /** Whether its people put all of it together, and nothing was joined to it. */
  boolean isWholeThread() {
    return isThread()
        && messages.stream().allMatch(message -> isThreaded(message) || message.id().equals(id));
  }

  static boolean isThreaded(Message message) {
    return message.thread() != null;
  }

  /** Whether it is speech that was taken down, whose sentences end anywhere. */
  boolean isTakenDown() {
    long written = messages.stream().filter(Talk::isWritten).count();
    return messages.size() >= MANY && written < LEAST_WRITTEN * messages.size();
  }

  /** Speech that was taken down has neither capitals nor marks. */
  static boolean isWritten(Message message) {
    return WRITTEN.matcher(message.text().searchable()).find();
  }

  List<Turn> turns() {
    var turns = new ArrayList<Turn>();
    int from = 0;
    for (int i = 1; i <= messages.size(); i++) {
      if (i == messages.size() || !messages.get(i).author().equals(messages.get(from).author())) {
        turns.add(new Turn(messages.get(from).author(), messages.subList(from, i)));
        from = i;
      }
    }
    return turns;
  }
}
