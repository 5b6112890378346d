package ponte.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;

/**
 * The messages Ponte keeps, and the conversations they make.
 *
 * <p>Every message is filed under a conversation: a thread where the platform says so, otherwise
 * what {@link Conversations} makes of a flat channel. Every read is made for an {@link Audience};
 * what it may not see does not exist for it, neither in results nor in scores' order of people.
 *
 * <p>All methods may be called by many threads at once and throw {@link
 * ArchiveUnavailableException} when the archive cannot be read or written.
 */
public interface Archive extends AutoCloseable {

  /**
   * Takes in what happened. Repeated, late and out-of-order events end in the same state: for each
   * message the version with the latest time wins; at equal times a deletion wins over any text,
   * then the text that sorts last in its stored form. The same holds for each person's reaction
   * with each emoji, a taking-back winning a tie. An edit or a reaction that comes before its
   * message, or a deletion before both, is kept until the message comes or for ever. A deletion
   * takes the reactions with it. {@link Kept} says it in code.
   *
   * <p>When it returns, all of {@code events} is durable (it survives the death of the process at
   * any later moment) and visible to readers. When it throws, none or some are: giving the same
   * events again completes them.
   *
   * @throws ArchiveRefusesException if some can never be taken; all others are
   */
  void apply(List<? extends Event.Talk> events);

  /**
   * The message of this name, if it is there and {@code audience} may see it. Here and in every
   * other read its reactions come in order of emoji.
   */
  default Optional<Filed> find(MessageId message, Audience audience) {
    return Optional.ofNullable(find(Set.of(message), audience).get(message));
  }

  /**
   * Those of these messages that are there and that {@code audience} may see, looked for together:
   * where the archive is a server, in one request for each thousand of them.
   */
  Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience);

  /**
   * The messages of a channel in a span of time, oldest first; replies in threads included.
   *
   * @param limit most messages to return, at least 1; the oldest ones are returned
   */
  List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience);

  /** The last messages of a channel before a moment, oldest first. */
  List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience);

  /** All messages filed under this conversation, oldest first; empty where there is none. */
  default List<Filed> conversation(MessageId opening, Audience audience) {
    return conversations(Set.of(opening), audience).getOrDefault(opening, List.of());
  }

  /**
   * All messages filed under each of these conversations, oldest first, read together: where the
   * archive is a server, in one request for all but the longest. Where there is none, nothing is
   * told of it.
   */
  Map<MessageId, List<Filed>> conversations(Collection<MessageId> openings, Audience audience);

  /**
   * Finds conversations about a topic, the most relevant first (BM25 over the words of a
   * conversation; words of people only, not of bots or notices); equal scores in order of id. The
   * statistics behind the scores are those of what {@code audience} may see.
   *
   * <p>Of a word and what stands in for it the one that scores best counts; what stands in is taken
   * to be no rarer than the word.
   *
   * @param limit most conversations to return, at least 1
   */
  List<Found> search(Sought sought, Audience audience, int limit);

  /**
   * Finds conversations by a topic's own words.
   *
   * @param topic words as a person typed them, in either language
   */
  default List<Found> search(String topic, Audience audience, int limit) {
    return search(Sought.exactly(topic), audience, limit);
  }

  /**
   * Looks up words that people use, all of them together: where the archive is a server, in one
   * request.
   *
   * @param words each a word or several, of which is asked in how many conversations they occur
   * @param shapes of which is asked what words have them
   */
  Vocabulary vocabulary(Collection<String> words, Collection<Shaped> shapes, Audience audience);

  /**
   * The conversations in which somebody wrote last, the latest first; those of the same moment in
   * order of id. Words of people only, not of bots or notices.
   *
   * @param limit most conversations to return, at least 1
   */
  List<Held> latest(Audience audience, int limit);

  /** How much there is for this audience. */
  Extent extent(Audience audience);

  /**
   * Takes back all that a person wrote and every reaction they gave, as if they had done so
   * themselves at a moment; what came with a later time is taken back, too. Giving it again
   * completes what a failure left half done. It looks at every message of the workspace.
   */
  void forget(PersonId person, Instant at);

  /**
   * Removes everything of a workspace, for good; as if nothing of it had ever come, so that the
   * same events may come again.
   */
  void forget(WorkspaceId workspace);

  /**
   * Removes for good what was said in a channel before a moment, the oldest first, as if it had
   * never come; threads and conversations go on without it. What is kept of a message that is not
   * there, such as that it was taken back, goes by the time at which that happened, too.
   *
   * @param limit most messages to remove, at least 1
   * @return those that are removed, durably; fewer than {@code limit}: nothing is left to remove
   */
  List<MessageId> forget(ChannelId channel, Instant before, int limit);

  /**
   * Takes what was removed, taken back or replaced from where the archive lies, too: until then its
   * bytes may still be there, though nobody can read them through the archive. It may take minutes,
   * in which everybody else goes on.
   */
  void expunge();

  /**
   * Looks whether all of it can be read and something can be written at this moment; nothing is
   * changed by that.
   *
   * @throws ArchiveUnavailableException if not
   */
  void requireUsable();

  @Override
  void close();
}
