package ponte.app.alike;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.platform.ChatPlatform;

/** A platform with a channel in which colleagues write, and with Ponte among them. */
interface Town extends Talks, AutoCloseable {

  Office office();

  /** Lets Ponte's adapter hear what is said from now on, and speak. */
  ChatPlatform join(Core core);

  /** How the platform names a message that was written at a moment. */
  String name(Instant at);

  /** Writes in the channel. */
  MessageId write(String person, String text) throws Exception;

  /** Writes under a message of the channel. */
  MessageId reply(String person, MessageId opening, String text) throws Exception;

  /** Gives a ✅. */
  void check(String person, MessageId message) throws Exception;

  /** Writes something else in the place of a message of theirs. */
  void edit(String person, MessageId message, String text) throws Exception;

  /** Takes back a message of theirs. */
  void delete(String person, MessageId message) throws Exception;

  /** Presses a button of a message of Ponte's. */
  void press(String person, Posts.Post post, int button) throws Exception;

  /** Sends a form that was filled in: a choice among options, and something written. */
  void fill(String person, String form, Map<String, String> chosen, Map<String, String> written)
      throws Exception;

  /** Whether a person reads it, where Ponte speaks with them alone or with a few. */
  boolean isRead(String person, Posts.Post post);

  /** What a link to a message has in it. */
  String address(MessageId message);

  Posts posts();

  Played played();

  /** Presses a button of the last message of Ponte's in which this was shown to the person. */
  @Override
  default void press(String person, Shown shown, int button, Language language) throws Exception {
    var post =
        posts().shown().stream()
            .filter(each -> isRead(person, each) && each.shown().equals(shown))
            .reduce((_, last) -> last)
            .orElseThrow();
    press(person, post, button);
  }

  /** What stands under a message. */
  default List<Posts.Post> under(MessageId message) {
    return posts().standing(post -> message.value().equals(post.thread()));
  }

  /** What stands where a person reads it, apart from the channel. */
  default List<Posts.Post> read(String person) {
    return posts().standing(post -> isRead(person, post));
  }

  @Override
  default List<Shown> shown(String person) {
    return posts().shown().stream()
        .filter(post -> isRead(person, post))
        .map(Posts.Post::shown)
        .toList();
  }

  @Override
  void close();
}
