package ponte.nlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small dictionary of work life, English and Italian, in which words are found in all their
 * forms.
 */
final class Translations {

  private final Map<Language, Map<String, List<Entry>>> entries = new EnumMap<>(Language.class);

  /**
   * What may be said for words.
   *
   * @param folded the words, as they stand in the dictionary
   * @param translations words of the other language
   * @param synonyms words of the same language
   */
  private record Entry(String folded, List<String> translations, List<String> synonyms) {

    /** Whether it is of these words, in other forms: customs is no form of customer. */
    boolean isOf(String words) {
      var own = folded.split(" ");
      var others = words.split(" ");
      return own.length == others.length
          && IntStream.range(0, own.length).allMatch(i -> Inflection.same(own[i], others[i]));
    }
  }

  private Translations() {
    for (var language : Language.values()) {
      entries.put(language, new HashMap<>());
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
      entries(language)
          .computeIfAbsent(key(word, language), _ -> new ArrayList<>())
          .add(new Entry(Folding.fold(word), translations, List.copyOf(others)));
    }
  }

  /** Words of the other language for these. */
  List<String> of(String words, Language language) {
    return find(words, language)
        .flatMap(entry -> entry.translations().stream())
        .distinct()
        .toList();
  }

  /** Words of the same language that may mean the same. */
  List<String> synonyms(String words, Language language) {
    return find(words, language).flatMap(entry -> entry.synonyms().stream()).distinct().toList();
  }

  /** Those of the words as they stand come first. */
  private Stream<Entry> find(String words, Language language) {
    var folded = Folding.fold(words);
    return entries(language).getOrDefault(key(words, language), List.of()).stream()
        .filter(entry -> entry.isOf(folded))
        .sorted(Comparator.comparing(entry -> !entry.folded().equals(folded)));
  }

  private Map<String, List<Entry>> entries(Language language) {
    return Objects.requireNonNull(entries.get(language));
  }

  /** All forms of a word are found by the same key; what has no terms has none. */
  private static String key(String words, Language language) {
    return String.join(" ", Terms.of(words, language));
  }
}
