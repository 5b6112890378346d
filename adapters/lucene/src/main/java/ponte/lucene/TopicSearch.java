package ponte.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import ponte.archive.Found;
import ponte.archive.Sought;
import ponte.archive.Wish;
import ponte.conversation.MessageId;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;

/**
 * Searches conversations for one audience.
 *
 * <p>How rare a word is and how long a conversation usually is are counted among what the audience
 * may see, so that nothing can be learned from scores about the rest; and among what is there now,
 * so that the same messages give the same scores whatever was deleted before.
 */
final class TopicSearch {

  /** Of longer topics the rarest terms count: the others add time and hardly any score. */
  private static final int MAX_TERMS = 64;

  private static final Sort BEST_FIRST =
      new Sort(SortField.FIELD_SCORE, new SortField(Fields.OPENING, SortField.Type.STRING_VAL));

  private final IndexReader reader;
  private final List<VisibleSegment> segments;

  /**
   * @param segments of the reader, with what the audience may see
   */
  TopicSearch(IndexReader reader, List<VisibleSegment> segments) {
    this.reader = reader;
    this.segments = segments;
  }

  List<Found> search(Sought sought, int limit) throws IOException {
    var wishes = wishes(sought);
    var searched = Wish.rarest(wishes.values().stream().flatMap(List::stream), MAX_TERMS);
    if (searched.isEmpty()) {
      return List.of();
    }
    var statistics = statistics();
    var searcher = new AudienceSearcher(reader, searched, statistics);
    var hits = searcher.search(query(searched), limit, BEST_FIRST).scoreDocs;
    var gist = Wish.ofGist(wishes, sought, new Lexicon());
    var coverage = Coverage.of(segments, gist, statistics).of(hits);
    var openers = new Openers(reader);
    var found = new ArrayList<Found>(hits.length);
    for (var i = 0; i < hits.length; i++) {
      found.add(found((FieldDoc) hits[i], coverage[i], openers));
    }
    return found;
  }

  /** In how many visible conversations each of these occurs. */
  Map<String, Long> mentions(Collection<String> all) throws IOException {
    var lexicon = new Lexicon();
    var mentions = new HashMap<String, Long>();
    for (var words : all) {
      mentions.put(words, mentions(words, lexicon));
    }
    return mentions;
  }

  /** In how many words occur in the language in which they do most. */
  private static long mentions(String words, Lexicon lexicon) throws IOException {
    long most = 0;
    for (var language : Language.values()) {
      var least = Long.MAX_VALUE;
      for (var term : lexicon.terms(words, language)) {
        least = Math.min(least, lexicon.term(term, language).frequency());
      }
      most = Math.max(most, least == Long.MAX_VALUE ? 0 : least);
    }
    return most;
  }

  private Found found(FieldDoc hit, double coverage, Openers openers) throws IOException {
    var leaves = reader.leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
    var doc = hit.doc - leaf.docBase;
    var openings = DocValues.getBinary(leaf.reader(), Fields.OPENING);
    var parts = DocValues.getBinary(leaf.reader(), Fields.PARTS);
    if (!openings.advanceExact(doc) || !parts.advanceExact(doc)) {
      throw new IllegalStateException("document " + hit.doc + " is no conversation");
    }
    var opening = MessageId.parse(openings.binaryValue().utf8ToString());
    return new Found(
        opening,
        (Float) hit.fields[0],
        coverage,
        openers.isOfAPerson(opening),
        Parts.read(parts.binaryValue()));
  }

  private Query query(List<Wish<TopicTerm>> wishes) {
    var any = new BooleanQuery.Builder();
    wishes.forEach(wish -> any.add(wish.query(new Queries()), Occur.SHOULD));
    if (segments.stream().allMatch(VisibleSegment::isAllVisible)) {
      return any.build();
    }
    return any.add(
            new VisibleConversations(segments.stream().map(VisibleSegment::channels).toList()),
            Occur.FILTER)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  private Map<Language, List<Wish<TopicTerm>>> wishes(Sought sought) throws IOException {
    var lexicon = new Lexicon();
    var wishes = new EnumMap<Language, List<Wish<TopicTerm>>>(Language.class);
    for (var language : Language.values()) {
      wishes.put(language, Wish.of(sought, language, lexicon));
    }
    return wishes;
  }

  /** Words as they are in the index. */
  private final class Lexicon implements Wish.Lexicon<TopicTerm, IOException> {

    private final IndexSearcher searcher = new IndexSearcher(reader);

    @Override
    public List<String> terms(String words, Language language) {
      var terms = new LinkedHashSet<String>();
      try (var stream = Analyzers.of(language).tokenStream(Fields.words(language), words)) {
        var term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          terms.add(term.toString());
        }
        stream.end();
      } catch (IOException e) {
        throw new UncheckedIOException("a string cannot be read", e);
      }
      return List.copyOf(terms);
    }

    @Override
    public TopicTerm term(String text, Language language) throws IOException {
      return TopicTerm.of(new Term(Fields.words(language), text), searcher, segments);
    }
  }

  private static final class Queries implements Wish.Queries<TopicTerm, Query> {

    @Override
    public Query term(TopicTerm term, float worth) {
      return worth == 1 ? term.query() : new BoostQuery(term.query(), worth);
    }

    @Override
    public Query all(List<Query> queries) {
      var all = new BooleanQuery.Builder();
      queries.forEach(query -> all.add(query, Occur.MUST));
      return all.build();
    }

    @Override
    public Query best(List<Query> queries) {
      return new DisjunctionMaxQuery(queries, 0);
    }
  }

  /** How many conversations have words in a language, and how many words, by field. */
  private Map<String, CollectionStatistics> statistics() {
    var statistics = new HashMap<String, CollectionStatistics>();
    for (var language : Language.values()) {
      long conversations = 0;
      long length = 0;
      for (var segment : segments) {
        var words = segment.tally().words(language);
        for (var ord : segment.ords()) {
          conversations += words.conversations()[ord];
          length += words.lengths()[ord];
        }
      }
      if (conversations > 0) {
        var field = Fields.words(language);
        statistics.put(
            field,
            new CollectionStatistics(
                field,
                reader.maxDoc(),
                conversations,
                Math.max(length, conversations),
                conversations));
      }
    }
    return statistics;
  }
}
