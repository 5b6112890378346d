package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import ponte.conversation.Audience;
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
  private final List<VisibleSegment> segments = new ArrayList<>();

  TopicSearch(IndexReader reader, PerSegment<ConversationTally> tallies, Audience audience)
      throws IOException {
    this.reader = reader;
    for (var leaf : reader.leaves()) {
      segments.add(VisibleSegment.of(leaf, tallies.of(leaf.reader()), audience));
    }
  }

  List<Found> search(String topic, int limit) throws IOException {
    var terms = terms(topic);
    var searched = searched(terms);
    if (searched.isEmpty()) {
      return List.of();
    }
    var statistics = statistics();
    var searcher = new AudienceSearcher(reader, searched, statistics);
    var hits = searcher.search(query(searched), limit, BEST_FIRST).scoreDocs;
    var coverage = Coverage.of(segments, terms, statistics).of(hits);
    var found = new ArrayList<Found>(hits.length);
    for (var i = 0; i < hits.length; i++) {
      found.add(found((FieldDoc) hits[i], coverage[i]));
    }
    return found;
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

  private Query query(List<TopicTerm> terms) {
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(term.query(), Occur.SHOULD));
    if (segments.stream().allMatch(VisibleSegment::isAllVisible)) {
      return any.build();
    }
    return any.add(
            new VisibleConversations(segments.stream().map(VisibleSegment::channels).toList()),
            Occur.FILTER)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  /** The terms that occur at all; of many the rarest. */
  private static List<TopicTerm> searched(List<TopicTerm> terms) {
    return terms.stream()
        .filter(term -> term.frequency() > 0)
        .sorted(Comparator.comparing(TopicTerm::frequency).thenComparing(TopicTerm::term))
        .limit(MAX_TERMS)
        .toList();
  }

  private List<TopicTerm> terms(String topic) throws IOException {
    var searcher = new IndexSearcher(reader);
    var terms = new ArrayList<TopicTerm>();
    for (var language : Language.values()) {
      for (var term : terms(topic, language)) {
        terms.add(TopicTerm.of(term, searcher, segments));
      }
    }
    return terms;
  }

  private static Set<Term> terms(String topic, Language language) throws IOException {
    var terms = new LinkedHashSet<Term>();
    var field = Fields.words(language);
    try (var stream = Analyzers.of(language).tokenStream(field, topic)) {
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
