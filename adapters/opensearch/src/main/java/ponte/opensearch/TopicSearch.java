package ponte.opensearch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Found;
import ponte.archive.Held;
import ponte.archive.Sought;
import ponte.archive.Wish;
import ponte.conversation.Audience;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.opensearch.Statistics.Spoken;
import ponte.store.Codec;
import tools.jackson.databind.JsonNode;

/**
 * Searches conversations for one audience, with the scores that Lucene's BM25 gives by the
 * statistics of what this audience may see.
 *
 * <p>OpenSearch scores by statistics of its own, which are those of a shard or of all shards, never
 * those of an audience. So each term is scored by a formula, which is given what was counted
 * before; the frequency of the term comes from {@link Repeats}, the length from a field.
 */
final class TopicSearch {

  /** Of longer topics the rarest terms count: the others add time and hardly any score. */
  private static final int MAX_TERMS = 64;

  /** A query may have 1,024 clauses, and a term is twelve. */
  private static final int MAX_CLAUSES = 80;

  /** As many values as a query may well have. */
  private static final int AT_ONCE = 1_000;

  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  private final Search search;
  private final Layout layout;
  private final Audience audience;

  TopicSearch(Search search, Layout layout, Audience audience) {
    this.search = search;
    this.layout = layout;
    this.audience = audience;
  }

  List<Found> search(Sought sought, int limit) {
    var terms = terms(sought);
    if (terms.values().stream().allMatch(Set::isEmpty)) {
      return List.of();
    }
    var where = layout.talk(audience.channels());
    var counted =
        search.together(
            where,
            List.of(
                Statistics.askingFrequencies(terms, audience), Statistics.askingSpoken(audience)));
    var wishes = wishes(sought, Statistics.frequencies(counted.getFirst()));
    var searched = searched(wishes.values().stream().flatMap(List::stream));
    if (searched.isEmpty()) {
      return List.of();
    }
    var spoken = Statistics.spoken(counted.getLast());
    var scoring = new Bm25(searched, spoken);
    var any = searched.stream().map(wish -> wish.query(scoring)).toList();
    var query =
        Map.<String, Object>of(
            "bool",
            Map.of(
                "filter",
                Statistics.visible(audience),
                "must",
                Json.any(any),
                "should",
                unsearched(wishes, searched)));
    var gist = Wish.ofGist(wishes, sought, new Counted(Map.of()));
    var hits =
        search.hits(
            where,
            null,
            query,
            List.of(Map.of("_score", "desc"), Map.of(Fields.OPENING, "asc")),
            List.of(Fields.PARTS),
            limit);
    var held = hits.stream().map(TopicSearch::held).toList();
    var opened = ofPeople(held);
    var found = new ArrayList<Found>();
    for (var i = 0; i < hits.size(); i++) {
      found.add(found(hits.get(i), held.get(i), opened, gist, spoken));
    }
    return found;
  }

  /** Of conversations those that a person opened: no program, and the opening is still there. */
  private Set<MessageId> ofPeople(List<Held> held) {
    var opened = new HashSet<MessageId>();
    for (var from = 0; from < held.size(); from += AT_ONCE) {
      var some =
          held.subList(from, Math.min(held.size(), from + AT_ONCE)).stream()
              .map(Held::conversation)
              .toList();
      search
          .hits(
              layout.talk(audience.channels()),
              null,
              Json.all(Json.terms(Fields.MESSAGE, some), Json.exists(Fields.FLAT)),
              List.of(Map.of(Fields.MESSAGE, "asc")),
              List.of(Fields.MESSAGE),
              some.size())
          .forEach(hit -> opened.add(Stored.name(hit.path("_source"))));
    }
    return opened;
  }

  private static Held held(JsonNode hit) {
    return Codec.read(hit.path("_source").path(Fields.PARTS).asString(), Held.class);
  }

  /** Scores nothing, but has a conversation tell which of the terms it has that were left out. */
  private static List<Object> unsearched(
      Map<Language, List<Wish<TopicTerm>>> wishes, List<Wish<TopicTerm>> searched) {
    var in = new HashSet<String>();
    searched.forEach(wish -> wish.terms().map(TopicTerm::name).forEach(in::add));
    return wishes.values().stream()
        .flatMap(List::stream)
        .flatMap(Wish::terms)
        .filter(term -> term.frequency() > 0 && in.add(term.name()))
        .<Object>map(
            term ->
                Map.of(
                    "constant_score",
                    Map.of(
                        "filter",
                        Map.of(
                            "term",
                            Map.of(
                                Fields.words(term.language()),
                                Map.of("value", term.text(), "_name", term.name()))),
                        "boost",
                        0)))
        .toList();
  }

  private static Found found(
      JsonNode hit,
      Held held,
      Set<MessageId> opened,
      Map<Language, List<Wish<TopicTerm>>> gist,
      Map<Language, Spoken> spoken) {
    var names = new HashSet<String>();
    hit.path("matched_queries").forEach(name -> names.add(name.asString()));
    return new Found(
        held.conversation(),
        (float) hit.path("_score").asDouble(),
        coverage(names, gist, spoken),
        opened.contains(held.conversation()),
        held.parts());
  }

  /** How much of the topic comes up: in the language in which most of it does. */
  private static double coverage(
      Set<String> names,
      Map<Language, List<Wish<TopicTerm>>> wishes,
      Map<Language, Spoken> spoken) {
    var most = 0.0;
    for (var language : wishes.keySet()) {
      var its = spoken.get(language);
      if (its != null) {
        var whole = 0.0;
        var covered = 0.0;
        for (var wish : wishes.getOrDefault(language, List.of())) {
          var rarity = its.rarityInFull(wish.frequency());
          whole += rarity;
          covered += rarity * wish.share(term -> names.contains(term.name()));
        }
        most = whole > 0 ? Math.max(most, covered / whole) : most;
      }
    }
    return most;
  }

  /** Those that occur at all; of many the rarest. */
  private static List<Wish<TopicTerm>> searched(Stream<Wish<TopicTerm>> wishes) {
    var searched = new ArrayList<Wish<TopicTerm>>();
    long clauses = 0;
    for (var wish : Wish.rarest(wishes, MAX_TERMS)) {
      clauses += wish.terms().count();
      if (clauses > MAX_CLAUSES && !searched.isEmpty()) {
        break;
      }
      searched.add(wish);
    }
    return searched;
  }

  /** All terms of a topic and what stands in for its words. */
  private static Map<Language, Set<String>> terms(Sought sought) {
    var all = new EnumMap<Language, Set<String>>(Language.class);
    for (var language : Language.values()) {
      var terms = new LinkedHashSet<>(terms(sought.topic(), language));
      sought.standIns().stream()
          .filter(standIn -> standIn.language() == language)
          .forEach(standIn -> terms.addAll(terms(standIn.other(), language)));
      all.put(language, terms);
    }
    return all;
  }

  private static Map<Language, List<Wish<TopicTerm>>> wishes(
      Sought sought, Map<Language, Map<String, Long>> frequencies) {
    var wishes = new EnumMap<Language, List<Wish<TopicTerm>>>(Language.class);
    for (var language : Language.values()) {
      var lexicon = new Counted(frequencies.getOrDefault(language, Map.of()));
      wishes.put(language, Wish.of(sought, language, lexicon));
    }
    return wishes;
  }

  /**
   * Terms that were counted together.
   *
   * @param frequencies of those that occur
   */
  private record Counted(Map<String, Long> frequencies)
      implements Wish.Lexicon<TopicTerm, RuntimeException> {

    @Override
    public List<String> terms(String words, Language language) {
      return List.copyOf(TopicSearch.terms(words, language));
    }

    @Override
    public TopicTerm term(String text, Language language) {
      return new TopicTerm(language, text, frequencies.getOrDefault(text, 0L));
    }
  }

  /** The terms of words. */
  static Set<String> terms(String words, Language language) {
    return ConversationWords.Counted.of(words, language).frequencies().keySet();
  }

  /** Scores a term as Lucene's {@code BM25Similarity} does. */
  private static final class Bm25 implements Wish.Queries<TopicTerm, Object> {

    /** One text for all searches: it is compiled once. */
    private static String formula(Language language) {
      return "weight - weight / (1 + _score / (short + long * doc['%s'].value))"
          .formatted(Fields.length(language));
    }

    private final Map<Language, Spoken> spoken;
    private final Map<String, Long> frequencies = new HashMap<>();

    /**
     * @param wishes of which the same term may be part several times: it is as common as anywhere
     */
    private Bm25(List<Wish<TopicTerm>> wishes, Map<Language, Spoken> spoken) {
      this.spoken = spoken;
      for (var wish : wishes) {
        wish.terms()
            .forEach(term -> frequencies.merge(term.name(), wish.frequencyOf(term), Math::max));
      }
    }

    @Override
    public Object term(TopicTerm term, float worth) {
      var language = term.language();
      var its = spoken.getOrDefault(language, new Spoken(1, 1));
      var weight = worth * its.rarity(frequencies.getOrDefault(term.name(), term.frequency()));
      var formula =
          Map.of(
              "lang",
              "expression",
              "source",
              formula(language),
              "params",
              Map.of(
                  "weight", weight, "short", K1 * (1 - B), "long", K1 * B / its.averageLength()));
      return Map.of(
          "script_score",
          Map.of(
              "query",
              Repeats.frequency(
                  Fields.words(language), Fields.repeats(language), term.text(), term.name()),
              "script",
              formula));
    }

    @Override
    public Object all(List<Object> queries) {
      return Map.of("bool", Map.of("must", queries));
    }

    @Override
    public Object best(List<Object> queries) {
      return Map.of("dis_max", Map.of("queries", queries, "tie_breaker", 0));
    }
  }
}
