package ponte.opensearch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.archive.Shape;
import ponte.archive.Shaped;
import ponte.archive.Spelling;
import ponte.archive.Vocabulary;
import ponte.conversation.Audience;
import ponte.nlp.Language;

/** Looks words up among those that an audience may see, all of them in one request. */
final class VocabularySearch {

  private final Search search;
  private final Layout layout;
  private final Audience audience;

  VocabularySearch(Search search, Layout layout, Audience audience) {
    this.search = search;
    this.layout = layout;
    this.audience = audience;
  }

  /** Words that are looked for together. */
  private record Lookup(Shape shape, Language language) {}

  Vocabulary find(Collection<String> words, Collection<Shaped> shapes) {
    var terms = terms(words);
    var lookups = lookups(shapes);
    var together = List.copyOf(new LinkedHashSet<>(lookups.values()));
    var asked = new ArrayList<Map<String, Object>>();
    together.forEach(
        each -> asked.add(SpellingSearch.asking(each.shape(), each.language(), audience)));
    if (!terms.isEmpty()) {
      asked.add(Statistics.askingFrequencies(terms, audience));
    }
    if (asked.isEmpty()) {
      return Vocabulary.empty(words, shapes);
    }
    var answers = search.together(layout.talk(audience.channels()), asked);
    var spellings = new HashMap<Shaped, List<Spelling>>();
    lookups.forEach(
        (shaped, lookup) ->
            spellings.put(
                shaped, SpellingSearch.found(answers.get(together.indexOf(lookup)), shaped)));
    return new Vocabulary(
        mentions(words, terms.isEmpty() ? Map.of() : Statistics.frequencies(answers.getLast())),
        spellings);
  }

  /** The terms of all words, in each language that has any. */
  private static Map<Language, Set<String>> terms(Collection<String> words) {
    var terms = new EnumMap<Language, Set<String>>(Language.class);
    for (var language : Language.values()) {
      for (var each : words) {
        for (var term : TopicSearch.terms(each, language)) {
          terms.computeIfAbsent(language, _ -> new LinkedHashSet<>()).add(term);
        }
      }
    }
    return terms;
  }

  /** In how many conversations words occur in the language in which they do most. */
  private static Map<String, Long> mentions(
      Collection<String> words, Map<Language, Map<String, Long>> frequencies) {
    var mentions = new HashMap<String, Long>();
    for (var each : words) {
      var most = 0L;
      for (var language : frequencies.keySet()) {
        var its = frequencies.getOrDefault(language, Map.of());
        var least =
            TopicSearch.terms(each, language).stream()
                .mapToLong(term -> its.getOrDefault(term, 0L))
                .min();
        most = Math.max(most, least.orElse(0));
      }
      mentions.put(each, most);
    }
    return mentions;
  }

  /** With what each is looked for: words as they are with all others in their language. */
  private static Map<Shaped, Lookup> lookups(Collection<Shaped> shapes) {
    var plain = new EnumMap<Language, Set<String>>(Language.class);
    for (var shaped : shapes) {
      SpellingSearch.plain(shaped.shape())
          .ifPresent(
              words ->
                  plain.computeIfAbsent(shaped.language(), _ -> new HashSet<>()).addAll(words));
    }
    var lookups = new HashMap<Shaped, Lookup>();
    for (var shaped : shapes) {
      var language = shaped.language();
      var shape =
          SpellingSearch.plain(shaped.shape()).isEmpty()
              ? shaped.shape()
              : Shape.anyOf(plain.getOrDefault(language, Set.of()));
      lookups.put(shaped, new Lookup(shape, language));
    }
    return lookups;
  }
}
