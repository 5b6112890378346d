package ponte.teams.card;

import java.util.Map;
import net.fellbaum.jemoji.EmojiManager;

/** Emoji by the names that chat platforms give them: cards know characters only. */
final class Glyphs {

  private static final String TONE = "::skin-tone-";

  /** The modifiers that Slack numbers from 2 to 6. */
  private static final Map<String, String> TONES =
      Map.of("2", "🏻", "3", "🏼", "4", "🏽", "5", "🏾", "6", "🏿");

  private Glyphs() {}

  /** The character of a name; a name of nothing but a workspace's own picture stays a name. */
  static String of(String name) {
    int tone = name.indexOf(TONE);
    var plain = ":" + (tone < 0 ? name : name.substring(0, tone)) + ":";
    return EmojiManager.getBySlackAlias(plain)
        .or(() -> EmojiManager.getByGithubAlias(plain))
        .map(
            emoji ->
                emoji.getEmoji()
                    + (tone < 0
                        ? ""
                        : TONES.getOrDefault(name.substring(tone + TONE.length()), "")))
        .orElse(":" + name + ":");
  }
}
