package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import ponte.archive.Found;
import ponte.archive.Sought;
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
    var searched = searched(wishes.values().stream().flatMap(List::stream).toList());
    if (searched.isEmpty()) {
      return List.of();
    }
    var statistics = statistics();
    var searcher = new AudienceSearcher(reader, searched, statistics);
    var hits = searcher.search(query(searched), limit, BEST_FIRST).scoreDocs;
    var coverage = Coverage.of(segments, wishes, statistics).of(hits);
    var found = new ArrayList<Found>(hits.length);
    for (var i = 0; i < hits.length; i++) {
      found.add(found((FieldDoc) hits[i], coverage[i]));
    }
    return found;
  }

  /** In how many visible conversations words occur in the language in which they do most. */
  long mentions(String words) throws IOException {
    long most = 0;
    for (var language : Language.values()) {
      var least = Long.MAX_VALUE;
      for (var term : terms(words, language)) {
        least = Math.min(least, term.frequency());
      }
      most = Math.max(most, least == Long.MAX_VALUE ? 0 : least);
    }
    return most;
  }

  private Found found(FieldDoc hit, double coverage) throws IOException {
    var leaves = reader.leaves();
    var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
    var doc = hit.doc - leaf.docBase;
    var openings = DocValues.getBinary(leaf.reader(), Fields.OPENING);
    var parts = DocValues.getBinary(leaf.reader(), Fields.PARTS);
    if (!openings.advanceExact(doc) || !parts.advanceExact(doc)) {
      throw new IllegalStateException("document " + hit.doc + " is no conversation");
    }
    return new Found(
        MessageId.parse(openings.binaryValue().utf8ToString()),
        (Float) hit.fields[0],
        coverage,
        Parts.read(parts.binaryValue()));
  }

  private Query query(List<Wish> wishes) {
    var any = new BooleanQuery.Builder();
    wishes.forEach(wish -> any.add(wish.query(), Occur.SHOULD));
    if (segments.stream().allMatch(VisibleSegment::isAllVisible)) {
      return any.build();
    }
    return any.add(
            new VisibleConversations(segments.stream().map(VisibleSegment::channels).toList()),
            Occur.FILTER)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  /** Those that occur at all; of many the rarest. */
  private static List<Wish> searched(List<Wish> wishes) {
    return wishes.stream()
        .filter(wish -> wish.frequency() > 0)
        .sorted(Comparator.comparing(Wish::frequency).thenComparing(Wish::name))
        .limit(MAX_TERMS)
        .toList();
  }

  private Map<Language, List<Wish>> wishes(Sought sought) throws IOException {
    var wishes = new EnumMap<Language, List<Wish>>(Language.class);
    for (var language : Language.values()) {
      wishes.put(language, wishes(sought, language));
    }
    return wishes;
  }

  private List<Wish> wishes(Sought sought, Language language) throws IOException {
    var others = others(sought, language);
    var wishes = new ArrayList<Wish>();
    for (var own : terms(sought.topic(), language)) {
      var standIns = others.remove(own.term().text());
      wishes.add(new Wish(own, standIns == null ? List.of() : standIns));
    }
    others.values().forEach(standIns -> wishes.add(new Wish(null, standIns)));
    return wishes;
  }

  /** What stands in for words and occurs, by the word's term or, where it has none, the word. */
  private Map<String, List<Wish.Other>> others(Sought sought, Language language)
      throws IOException {
    var others = new LinkedHashMap<String, List<Wish.Other>>();
    for (var standIn : sought.standIns()) {
      if (standIn.language() == language) {
        var other = new Wish.Other(terms(standIn.other(), language), standIn.worth());
        if (other.frequency() > 0) {
          var own = terms(Fields.words(language), standIn.word(), language).iterator();
          others
              .computeIfAbsent(
                  own.hasNext() ? own.next().text() : standIn.word(), _ -> new ArrayList<>())
              .add(other);
        }
      }
    }
    return others;
  }

  private List<TopicTerm> terms(String words, Language language) throws IOException {
    var searcher = new IndexSearcher(reader);
    var terms = new ArrayList<TopicTerm>();
    for (var term : terms(Fields.words(language), words, language)) {
      terms.add(TopicTerm.of(term, searcher, segments));
    }
    return terms;
  }

  private static Set<Term> terms(String field, String words, Language language) throws IOException {
    var terms = new LinkedHashSet<Term>();
    try (var stream = Analyzers.of(language).tokenStream(field, words)) {
      var bytes = stream.addAttribute(TermToBytesRefAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        terms.add(new Term(field, BytesRef.deepCopyOf(bytes.getBytesRef())));
      }
      stream.end();
    }
    return terms;
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
