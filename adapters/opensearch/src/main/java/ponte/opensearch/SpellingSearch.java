package ponte.opensearch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.archive.Shape;
import ponte.archive.Spelling;
import ponte.conversation.Audience;
import ponte.nlp.Language;

/** Finds words by their shape among those that an audience may see. */
final class SpellingSearch {

  /** Words that are looked at; the commonest, should there be more. */
  private static final int MOST = 10_000;

  private static final int MOST_NEAR = 1_000;

  private static final Comparator<Spelling> COMMONEST_FIRST =
      Comparator.comparingLong(Spelling::conversations).reversed().thenComparing(Spelling::word);

  private final Search search;
  private final Layout layout;

  SpellingSearch(Search search, Layout layout) {
    this.search = search;
    this.layout = layout;
  }

  List<Spelling> find(Shape shape, Language language, Audience audience, int limit) {
    var field = Fields.spellings(language);
    var words =
        Map.<String, Object>of(
            "terms", Map.of("field", field, "size", MOST, "include", about(shape)));
    var query = Json.all(Statistics.visible(audience), having(shape, field));
    var found = new ArrayList<Spelling>();
    search
        .tally(layout.talk(audience.channels()), null, query, Map.of("words", words))
        .path("aggregations")
        .path("words")
        .path("buckets")
        .forEach(
            word ->
                found.add(
                    new Spelling(word.path("key").asString(), word.path("doc_count").asLong())));
    var fits = shape.fits();
    return found.stream()
        .filter(spelling -> fits.test(spelling.word()))
        .sorted(COMMONEST_FIRST)
        .limit(limit)
        .toList();
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
          isPlain(pieces)
              ? Json.terms(field, pieces.pieces().getFirst())
              : Map.of("regexp", Map.of(field, Map.of("value", pieces.expression())));
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
      case Shape.Pieces pieces ->
          isPlain(pieces) ? List.copyOf(pieces.pieces().getFirst()) : pieces.expression();
    };
  }

  /** Whether these are words as they are. */
  private static boolean isPlain(Shape.Pieces pieces) {
    return pieces.pieces().size() == 1 && !pieces.pieces().getFirst().isEmpty();
  }
}
