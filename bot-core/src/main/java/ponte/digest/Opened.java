package ponte.digest;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** A conversation by the one who opened it: what they said before anybody else did. */
final class Opened {

  private final List<Message> talk;
  private final Talk own;
  private final Supplier<List<Message>> earlier;
  private @Nullable List<Message> before;

  /**
   * @param talk what people said in it, oldest first
   * @param areOne whether two accounts are one person's
   * @param earlier what was said in the channel before
   */
  Opened(
      List<Message> talk, BiPredicate<PersonId, PersonId> areOne, Supplier<List<Message>> earlier) {
    this.talk = talk;
    this.earlier = earlier;
    var first = talk.getFirst();
    this.own =
        new Talk(
            first.id(),
            talk.stream().takeWhile(each -> areOne.test(each.author(), first.author())).toList());
  }

  /** All of it. */
  List<Message> talk() {
    return talk;
  }

  Talk own() {
    return own;
  }

  /** Whether others said something, too. */
  boolean isJoined() {
    return own.messages().size() < talk.size();
  }

  /** What somebody else said first, where anybody did. */
  Message joined() {
    return talk.get(own.messages().size());
  }

  /** What was said in the channel before, read where it is wanted. */
  List<Message> before() {
    var read = before;
    if (read == null) {
      read = earlier.get();
      before = read;
    }
    return read;
  }
}
