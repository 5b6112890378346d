package ponte.opensearch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;

/**
 * What an audience may see, counted: nothing of a score comes from the statistics of an index,
 * which know more and count what is deleted, too.
 */
final class Statistics {

  private final Search search;
  private final Layout layout;

  /**
   * A language's conversations.
   *
   * @param count how many there are
   * @param length the sum of their lengths
   */
  record Spoken(long count, long length) {

    /** BM25's inverse document frequency of a term, as Lucene computes it. */
    float rarity(long frequency) {
      return (float) rarityInFull(frequency);
    }

    double rarityInFull(long frequency) {
      return Math.log(1 + (count - frequency + 0.5) / (frequency + 0.5));
    }

    float averageLength() {
      return (float) (Math.max(length, count) / (double) count);
    }
  }

  Statistics(Search search, Layout layout) {
    this.search = search;
    this.layout = layout;
  }

  /** The conversations that an audience may see. */
  static Map<String, Object> visible(Audience audience) {
    return Json.terms(Fields.WHERE, audience.channels());
  }

  /** Of each language that is spoken at all. */
  Map<Language, Spoken> spoken(Audience audience) {
    var counts = new LinkedHashMap<String, Object>();
    for (var language : Language.values()) {
      var length = Fields.length(language);
      counts.put(
          language.name(),
          Map.of(
              "filter",
              Map.of("range", Map.of(length, Map.of("gt", 0))),
              "aggs",
              Map.of("length", Map.of("sum", Map.of("field", length)))));
    }
    var answer = tally(audience, visible(audience), counts);
    var spoken = new EnumMap<Language, Spoken>(Language.class);
    for (var language : Language.values()) {
      var its = answer.path(language.name());
      var count = its.path("doc_count").asLong(0);
      if (count > 0) {
        var length = Math.round(its.path("length").path("value").asDouble());
        spoken.put(language, new Spoken(count, length));
      }
    }
    return spoken;
  }

  /** In how many conversations each of these terms occurs. */
  Map<Language, Map<String, Long>> frequencies(
      Map<Language, ? extends Set<String>> terms, Audience audience) {
    var counts = new LinkedHashMap<String, Object>();
    var any = new ArrayList<Object>();
    terms.forEach(
        (language, its) -> {
          if (!its.isEmpty()) {
            any.add(Json.terms(Fields.words(language), its));
          }
          its.forEach(
              term ->
                  counts.put(
                      language.name() + counts.size(),
                      Map.of("filter", Json.term(Fields.words(language), term))));
        });
    if (counts.isEmpty() || audience.channels().isEmpty()) {
      return Map.of();
    }
    var answer = tally(audience, Json.all(visible(audience), Json.any(any)), counts);
    var found = new HashMap<Language, Map<String, Long>>();
    var names = List.copyOf(counts.keySet()).iterator();
    terms.forEach(
        (language, its) ->
            its.forEach(
                term ->
                    found
                        .computeIfAbsent(language, _ -> new HashMap<>())
                        .put(
                            term,
                            answer
                                .path(Objects.requireNonNull(names.next()))
                                .path("doc_count")
                                .asLong(0))));
    return found;
  }

  private JsonNode tally(Audience audience, Map<String, Object> query, Map<String, Object> counts) {
    return search.tally(layout.talk(audience.channels()), null, query, counts).path("aggregations");
  }
}
