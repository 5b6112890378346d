package ponte.unnamed;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/**
 * The words by which somebody would be known: their whole name and each part of it, handle,
 * address; with accents or without, as people type them.
 */
record OwnName(List<Pattern> words) {

  /** Shorter parts of a name, such as an initial, are words of any text. */
  private static final int SHORTEST = 3;

  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’-]+");
  private static final String ANY_BETWEEN = "[^\\p{L}\\p{N}]{1,3}";

  OwnName {
    words = List.copyOf(words);
  }

  static OwnName of(PersonId person, Directory directory) {
    var words = new ArrayList<Pattern>();
    for (var account : directory.accounts(person)) {
      words.add(words(account.value()));
      directory.person(account).ifPresent(known -> add(known, words));
    }
    return new OwnName(words);
  }

  private static void add(Person person, List<Pattern> words) {
    words.add(words(person.handle()));
    var parts = BETWEEN.splitAsStream(person.name()).filter(part -> !part.isEmpty()).toList();
    parts.stream()
        .filter(part -> part.length() >= SHORTEST)
        .forEach(part -> words.add(words(part)));
    if (parts.size() > 1) {
      words.add(words(parts.toArray(String[]::new)));
    }
    var email = person.email();
    if (email != null) {
      words.add(words(email));
    }
  }

  /** These words one after the other, and not within others. */
  private static Pattern words(String... words) {
    var quoted = Stream.of(words).map(word -> Pattern.quote(folded(word))).toList();
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + String.join(ANY_BETWEEN, quoted) + "(?![\\p{L}\\p{N}])");
  }

  private static String folded(String text) {
    var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    return plain
        .toLowerCase(Locale.ROOT)
        .replace("ß", "ss")
        .replace("ø", "o")
        .replace("ł", "l")
        .replace("ı", "i");
  }

  boolean isIn(String text) {
    var plain = folded(text);
    return words.stream().anyMatch(word -> word.matcher(plain).find());
  }
}
