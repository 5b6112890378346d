package ponte.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words in a row that make a question.
 *
 * @param atStart whether they do so only where a clause starts
 * @param slots for each place the words of which one must stand there; none means any word
 */
record Cue(boolean atStart, List<Set<String>> slots) {

  private static final String START = "^";
  private static final String ANY = "*";

  /** Reads a line such as {@code ^ who/which *}. */
  static Cue parse(String line) {
    var parts = Arrays.asList(line.split(" +"));
    boolean atStart = parts.getFirst().equals(START);
    var slots = new ArrayList<Set<String>>();
    for (var part : parts.subList(atStart ? 1 : 0, parts.size())) {
      slots.add(
          part.equals(ANY)
              ? Set.of()
              : Stream.of(part.split("/")).map(Folding::fold).collect(Collectors.toSet()));
    }
    return new Cue(atStart, List.copyOf(slots));
  }

  /** Whether the words from {@code at} on, folded, are this cue. */
  boolean matches(List<String> words, int at) {
    if (at + slots.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < slots.size(); i++) {
      var slot = slots.get(i);
      if (!slot.isEmpty() && !slot.contains(words.get(at + i))) {
        return false;
      }
    }
    return true;
  }
}
