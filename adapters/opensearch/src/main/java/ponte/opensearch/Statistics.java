package ponte.opensearch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;

/**
 * What an audience may see, counted: nothing of a score comes from the statistics of an index,
 * which know more and count what is deleted, too.
 */
final class Statistics {

  private Statistics() {}

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

    /** Copies that are searched may not be equally new: a term may be in more than was counted. */
    double rarityInFull(long frequency) {
      return Math.log(1 + (Math.max(0, count - frequency) + 0.5) / (frequency + 0.5));
    }

    float averageLength() {
      return (float) (Math.max(length, count) / (double) count);
    }
  }

  /** The conversations that an audience may see. */
  static Map<String, Object> visible(Audience audience) {
    return Json.terms(Fields.WHERE, audience.channels());
  }

  /** What asks for {@link #spoken}. */
  static Map<String, Object> askingSpoken(Audience audience) {
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
    return Search.tally(visible(audience), counts);
  }

  /** Of each language that is spoken at all. */
  static Map<Language, Spoken> spoken(JsonNode answer) {
    var spoken = new EnumMap<Language, Spoken>(Language.class);
    for (var language : Language.values()) {
      var its = answer.path("aggregations").path(language.name());
      var count = its.path("doc_count").asLong(0);
      if (count > 0) {
        var length = Math.round(its.path("length").path("value").asDouble());
        spoken.put(language, new Spoken(count, length));
      }
    }
    return spoken;
  }

  /**
   * What asks for {@link #frequencies}.
   *
   * @param terms at least one
   */
  static Map<String, Object> askingFrequencies(
      Map<Language, ? extends Set<String>> terms, Audience audience) {
    var counts = new LinkedHashMap<String, Object>();
    var any = new ArrayList<Object>();
    terms.forEach(
        (language, its) -> {
          if (!its.isEmpty()) {
            var words = Fields.words(language);
            var each = new LinkedHashMap<String, Object>();
            its.forEach(term -> each.put(term, Json.term(words, term)));
            any.add(Json.terms(words, its));
            counts.put(language.name(), Map.of("filters", Map.of("filters", each)));
          }
        });
    return Search.tally(Json.all(visible(audience), Json.any(any)), counts);
  }

  /** In how many conversations each of some terms occurs. */
  static Map<Language, Map<String, Long>> frequencies(JsonNode answer) {
    var found = new EnumMap<Language, Map<String, Long>>(Language.class);
    for (var language : Language.values()) {
      var its = new HashMap<String, Long>();
      for (var term :
          answer.path("aggregations").path(language.name()).path("buckets").properties()) {
        its.put(term.getKey(), term.getValue().path("doc_count").asLong());
      }
      found.put(language, its);
    }
    return found;
  }
}
