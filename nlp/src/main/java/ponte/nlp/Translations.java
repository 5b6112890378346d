package ponte.nlp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A small dictionary of work life, English and Italian, in which words are found by their terms.
 */
final class Translations {

  private final Map<Language, Map<String, SequencedSet<String>>> foreign =
      new EnumMap<>(Language.class);
  private final Map<Language, Map<String, SequencedSet<String>>> same =
      new EnumMap<>(Language.class);

  private Translations() {
    for (var language : Language.values()) {
      foreign.put(language, new HashMap<>());
      same.put(language, new HashMap<>());
    }
  }

  static Translations load() {
    var translations = new Translations();
    for (var line : WordList.read("translations.txt")) {
      var sides = line.split(" = ");
      if (sides.length != 2) {
        throw new IllegalStateException("translations.txt: no two sides in \"" + line + '"');
      }
      var english = words(sides[0]);
      var italian = words(sides[1]);
      translations.add(english, Language.ENGLISH, italian);
      translations.add(italian, Language.ITALIAN, english);
    }
    return translations;
  }

  private static List<String> words(String side) {
    return Stream.of(side.split(",")).map(String::strip).toList();
  }

  private void add(List<String> words, Language language, List<String> translations) {
    for (var word : words) {
      var others = new ArrayList<>(words);
      others.remove(word);
      for (var key : List.of(Folding.fold(word), key(word, language))) {
        in(foreign, language).computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(translations);
        in(same, language).computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(others);
      }
    }
  }

  /** Words of the other language for these. */
  List<String> of(String words, Language language) {
    return find(foreign, words, language);
  }

  /** Words of the same language that may mean the same. */
  List<String> synonyms(String words, Language language) {
    return find(same, words, language);
  }

  /** As they stand, then by their terms: customs is no form of customer but looks like one. */
  private static List<String> find(
      Map<Language, Map<String, SequencedSet<String>>> languages, String words, Language language) {
    var entries = in(languages, language);
    var found =
        new LinkedHashSet<>(entries.getOrDefault(Folding.fold(words), new LinkedHashSet<>()));
    found.addAll(entries.getOrDefault(key(words, language), new LinkedHashSet<>()));
    return List.copyOf(found);
  }

  private static Map<String, SequencedSet<String>> in(
      Map<Language, Map<String, SequencedSet<String>>> languages, Language language) {
    return Objects.requireNonNull(languages.get(language));
  }

  /** All forms of a word are found by the same key; what has no terms has none. */
  private static String key(String words, Language language) {
    return String.join(" ", Terms.of(words, language));
  }
}
