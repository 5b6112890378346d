package ponte.teams.card;

import java.util.regex.Pattern;

/**
 * Words of others in the places where cards take Markdown.
 *
 * <p>Clients differ in whether they know its escapes. So whatever marks something is written as a
 * character that looks the same, or is held apart by one that nobody sees.
 */
final class Neutral {

  /** Within a word it marks nothing, and names of code are full of it. */
  private static final Pattern UNDERSCORE =
      Pattern.compile("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

  /** What begins a list, a quote, a heading, a rule or a definition at the beginning of a line. */
  private static final Pattern LINE = Pattern.compile("(?m)^(\\s*)(?=[-+>#=\\[]|\\d{1,9}[.)])");

  private static final String HOLD = "\u2060";

  private Neutral() {}

  /** Text in which nothing is markup, nor calls anybody. */
  static String text(String words) {
    var neutral = UNDERSCORE.matcher(words).replaceAll("＿");
    neutral =
        neutral
            .replace('*', '∗')
            .replace('~', '∼')
            .replace('`', 'ˋ')
            .replace('\\', '∖')
            .replace("&", "&" + HOLD)
            .replace("<", "<" + HOLD)
            .replace("](", "]" + HOLD + "(")
            .replace("][", "]" + HOLD + "[")
            .replace("]:", "]" + HOLD + ":");
    return LINE.matcher(neutral).replaceAll("$1" + HOLD);
  }

  /** Words of a {@code TextRun}, which takes no Markdown; only mentions are looked for in it. */
  static String run(String words) {
    return words.replace("<at>", "<" + HOLD + "at>").replace("</at>", "<" + HOLD + "/at>");
  }

  /** A name between the tags of a mention. */
  static String name(String words) {
    return text(words.replaceAll("[<>\\[\\]\\s]+", " ").strip());
  }
}
