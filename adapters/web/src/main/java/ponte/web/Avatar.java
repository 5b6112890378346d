package ponte.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
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
        words.stream()
            .filter(word -> word == words.getFirst() || word == words.getLast())
            .limit(2)
            .map(word -> Character.toString(word.codePointAt(0)).toUpperCase(Locale.ROOT))
            .collect(Collectors.joining());
    return new Avatar(
        initials.isEmpty() ? "?" : initials, Math.floorMod(person.toString().hashCode(), HUES));
  }
}
