package ponte.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.archive.Shape;
import ponte.archive.Shaped;
import ponte.archive.Spelling;
import ponte.conversation.Audience;
import ponte.nlp.Language;
import tools.jackson.databind.JsonNode;

/** Finds words by their shape among those that an audience may see. */
final class SpellingSearch {

  /** Words that are looked at; the commonest, should there be more. */
  private static final int MOST = 10_000;

  private static final int MOST_NEAR = 1_000;

  private static final Comparator<Spelling> COMMONEST_FIRST =
      Comparator.comparingLong(Spelling::conversations).reversed().thenComparing(Spelling::word);

  private SpellingSearch() {}

  /** What asks for words of a shape. */
  static Map<String, Object> asking(Shape shape, Language language, Audience audience) {
    var field = Fields.spellings(language);
    var words =
        Map.<String, Object>of(
            "terms", Map.of("field", field, "size", MOST, "include", about(shape)));
    var query = Json.all(Statistics.visible(audience), having(shape, field));
    return Search.tally(query, Map.of("words", words));
  }

  /** Those of an answer that have this shape, the commonest first. */
  static List<Spelling> found(JsonNode answer, Shaped shaped) {
    var fits = shaped.shape().fits();
    var found = new ArrayList<Spelling>();
    for (var each : answer.path("aggregations").path("words").path("buckets")) {
      var word = each.path("key").asString();
      if (fits.test(word)) {
        found.add(new Spelling(word, each.path("doc_count").asLong()));
      }
    }
    return found.stream().sorted(COMMONEST_FIRST).limit(shaped.limit()).toList();
  }

  /** Conversations that have such a word. */
  private static Object having(Shape shape, String field) {
    return switch (shape) {
      case Shape.Near(var word, var changes) ->
          Map.of(
              "fuzzy",
              Map.of(
                  field,
                  Map.of(
                      "value", word,
                      "fuzziness", changes,
                      "prefix_length", 1,
                      "transpositions", true,
                      "max_expansions", MOST_NEAR)));
      case Shape.Pieces pieces ->
          plain(pieces)
              .map(words -> Json.terms(field, words))
              .orElseGet(
                  () -> Map.of("regexp", Map.of(field, Map.of("value", pieces.expression()))));
    };
  }

  /** Such words and few others: those of a length and a first letter. */
  private static Object about(Shape shape) {
    return switch (shape) {
      case Shape.Near(var word, var changes) -> {
        var first = new String(Character.toChars(word.codePointAt(0)));
        var rest = word.codePointCount(0, word.length()) - 1;
        yield new Shape.Pieces(List.of(Set.of(first))).expression()
            + ".{%d,%d}".formatted(Math.max(0, rest - changes), rest + changes);
      }
      case Shape.Pieces pieces -> {
        var words = plain(pieces);
        yield words.isPresent() ? List.copyOf(words.get()) : pieces.expression();
      }
    };
  }

  /** The words themselves where a shape is some words as they are. */
  static Optional<Set<String>> plain(Shape shape) {
    return shape instanceof Shape.Pieces(var pieces)
            && pieces.size() == 1
            && !pieces.getFirst().isEmpty()
        ? Optional.of(pieces.getFirst())
        : Optional.empty();
  }
}
