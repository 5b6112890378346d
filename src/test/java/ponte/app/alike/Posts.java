package ponte.app.alike;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Ponte posted on a platform that is played: all that was ever shown, and what stands now. */
final class Posts {

  private final Map<String, Post> standing = new LinkedHashMap<>();
  private final List<Post> posted = new ArrayList<>();
  private final List<Post> shown = new ArrayList<>();

  /**
   * A message of Ponte's.
   *
   * @param thread the message under which it stands; null: it stands under none
   * @param raw as it came to the platform
   */
  record Post(String conversation, String id, @Nullable String thread, Shown shown, JsonNode raw) {}

  synchronized void add(Post post) {
    standing.put(post.id(), post);
    posted.add(post);
    shown.add(post);
  }

  /** Something else stands in the place of a message; of one that is not there nothing is known. */
  synchronized void change(String conversation, String id, Shown into, JsonNode raw) {
    var before = standing.get(id);
    var after = new Post(conversation, id, before == null ? null : before.thread(), into, raw);
    standing.put(id, after);
    shown.add(after);
  }

  synchronized void remove(String id) {
    standing.remove(id);
  }

  synchronized void clear() {
    standing.clear();
    posted.clear();
    shown.clear();
  }

  /** What stands now, in the order in which it was posted. */
  synchronized List<Post> standing(Predicate<Post> which) {
    return standing.values().stream().filter(which).toList();
  }

  /** All messages as they were when they were posted. */
  synchronized List<Post> posted() {
    return List.copyOf(posted);
  }

  /** All that was ever shown, the latest last. */
  synchronized List<Post> shown() {
    return List.copyOf(shown);
  }
}
