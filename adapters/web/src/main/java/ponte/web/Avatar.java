package ponte.web;

import java.util.Arrays;
import java.util.Locale;
import ponte.conversation.PersonId;

/**
 * What stands for a picture of a person.
 *
 * @param initials one or two letters
 * @param hue which of the style sheet's colours; the same for a person at all times
 */
public record Avatar(String initials, int hue) {

  /** How many colours the style sheet has. */
  static final int HUES = 12;

  public static Avatar of(PersonId person, String name) {
    var words =
        Arrays.stream(name.strip().split("[^\\p{L}\\p{N}]+"))
            .filter(word -> !word.isEmpty())
            .toList();
    var initials =
        switch (words.size()) {
          case 0 -> "?";
          case 1 -> initial(words.getFirst());
          default -> initial(words.getFirst()) + initial(words.getLast());
        };
    return new Avatar(initials, Math.floorMod(person.toString().hashCode(), HUES));
  }

  private static String initial(String word) {
    return Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT);
  }
}
