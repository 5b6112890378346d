package ponte.teams.html;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.fellbaum.jemoji.EmojiManager;

/** The names of reactions: Teams' own six, and emoji by their letters or their numbers. */
public final class Reactions {

  private Reactions() {}

  /**
   * The name by which Ponte knows a reaction, which is that of the emoji in Slack: {@code like} and
   * {@code 👍} are {@code +1}, {@code 2705_whiteheavycheckmark} is {@code white_check_mark}. One of
   * an unknown name keeps it.
   */
  public static String name(String type) {
    var plain = withoutTone(type);
    return switch (plain) {
      case "like", "yes" -> "+1";
      case "heart" -> "heart";
      case "laugh" -> "laughing";
      case "surprised" -> "open_mouth";
      case "sad" -> "cry";
      case "angry" -> "angry";
      default -> named(letters(plain));
    };
  }

  private static String withoutTone(String type) {
    int tone = type.indexOf("-tone");
    return tone < 0 ? type : type.substring(0, tone);
  }

  /** {@code 1f44b_wavinghand} is the letter of that number. */
  private static String letters(String type) {
    int end = type.indexOf('_');
    var numbers = end < 0 ? "" : type.substring(0, end);
    return numbers.matches("[0-9a-f]{2,5}(-[0-9a-f]{2,5}){0,9}")
        ? Arrays.stream(numbers.split("-"))
            .map(number -> Character.toString(Integer.parseInt(number, 16)))
            .collect(Collectors.joining())
        : type;
  }

  private static String named(String letters) {
    return EmojiManager.getEmoji(letters)
        .flatMap(emoji -> emoji.getSlackAliases().stream().findFirst())
        .map(alias -> alias.replace(":", ""))
        .orElse(letters);
  }
}
