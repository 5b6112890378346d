package ponte.web;

import java.util.Map;
import net.fellbaum.jemoji.EmojiManager;

/** Emoji by the names that chat platforms give them. */
public final class Emoji {

  private static final String TONE = "::skin-tone-";

  /** The modifiers that Slack numbers from 2 to 6. */
  private static final Map<String, String> TONES =
      Map.of("2", "🏻", "3", "🏼", "4", "🏽", "5", "🏾", "6", "🏿");

  private Emoji() {}

  /**
   * The character of an emoji's name; a name of nothing but a workspace's own picture stays a name
   * between colons.
   *
   * @param name without colons around it, such as {@code tada} or {@code +1::skin-tone-3}
   */
  public static String character(String name) {
    var tone = name.indexOf(TONE);
    if (tone >= 0) {
      var plain = character(name.substring(0, tone));
      return plain.startsWith(":")
          ? ":" + name + ":"
          : plain + TONES.getOrDefault(name.substring(tone + TONE.length()), "");
    }
    return EmojiManager.getBySlackAlias(":" + name + ":")
        .or(() -> EmojiManager.getByGithubAlias(":" + name + ":"))
        .map(emoji -> emoji.getEmoji())
        .orElse(":" + name + ":");
  }
}
