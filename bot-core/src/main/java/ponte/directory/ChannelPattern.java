package ponte.directory;

import java.util.Locale;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;

/**
 * How an administrator names channels: by name, with or without {@code #}, or by id, in any case;
 * {@code *} stands for any letters, {@code ?} for one. With {@code workspace/} before it only those
 * of that workspace are meant.
 */
public record ChannelPattern(String written) {

  /**
   * @throws IllegalArgumentException if it names nothing
   */
  public ChannelPattern {
    written = folded(written);
    if (written.isEmpty() || written.endsWith("/")) {
      throw new IllegalArgumentException("'" + written + "' names no channel");
    }
  }

  public boolean names(Channel channel) {
    return names(channel.id(), channel.name());
  }

  /**
   * @param name empty where it is not known
   */
  public boolean names(ChannelId channel, String name) {
    var slash = written.indexOf('/');
    if (slash >= 0 && !written.substring(0, slash).equals(folded(channel.workspace().value()))) {
      return false;
    }
    var pattern = bare(written.substring(slash + 1));
    return matches(pattern, folded(channel.value()))
        || !name.isEmpty() && matches(pattern, bare(folded(name)));
  }

  /** Goes back to the last star alone, so that it takes no longer than both lengths multiplied. */
  private static boolean matches(String pattern, String text) {
    var at = 0;
    var place = 0;
    var star = -1;
    var tried = 0;
    while (at < text.length()) {
      if (place < pattern.length() && pattern.charAt(place) == '*') {
        star = place++;
        tried = at;
      } else if (place < pattern.length()
          && (pattern.charAt(place) == '?' || pattern.charAt(place) == text.charAt(at))) {
        place++;
        at++;
      } else if (star >= 0) {
        place = star + 1;
        at = ++tried;
      } else {
        return false;
      }
    }
    while (place < pattern.length() && pattern.charAt(place) == '*') {
      place++;
    }
    return place == pattern.length();
  }

  private static String bare(String name) {
    return name.startsWith("#") ? name.substring(1) : name;
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return written;
  }
}
