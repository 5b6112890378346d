package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
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
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
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
  private final List<Segment> segments = new ArrayList<>();

  /**
   * A segment and the channels in it that the audience may see.
   *
   * @param ords their numbers
   * @param visible the same as a set
   */
  private record Segment(
      LeafReader leaf, ConversationTally tally, int[] ords, FixedBitSet visible) {

    private static Segment of(LeafReader leaf, ConversationTally tally, Audience audience) {
      var ords = tally.channels().visibleTo(audience);
      var visible = new FixedBitSet(tally.channels().ids().size());
      for (var ord : ords) {
        visible.set(ord);
      }
      return new Segment(leaf, tally, ords, visible);
    }

    private boolean isAllVisible() {
      return ords.length == tally.channels().ids().size();
    }
  }

  TopicSearch(IndexReader reader, PerSegment<ConversationTally> tallies, Audience audience)
      throws IOException {
    this.reader = reader;
    for (var leaf : reader.leaves()) {
      segments.add(Segment.of(leaf.reader(), tallies.of(leaf.reader()), audience));
    }
  }

  List<Found> search(String topic, int limit) throws IOException {
    var all = frequencies(topic);
    var frequencies = searched(all);
    if (frequencies.isEmpty()) {
      return List.of();
    }
    var lengths = lengths();
    var coverage = coverage(all, lengths);
    var searcher = new AudienceSearcher(reader, frequencies, lengths);
    var hits = searcher.search(query(frequencies.keySet()), limit, BEST_FIRST);
    var found = new ArrayList<Found>(hits.scoreDocs.length);
    for (var hit : hits.scoreDocs) {
      var score = (Float) ((FieldDoc) hit).fields[0];
      found.add(found(searcher, hit.doc, score, coverage));
    }
    return found;
  }

  private static Found found(IndexSearcher searcher, int doc, double score, Coverage coverage)
      throws IOException {
    var leaves = searcher.getLeafContexts();
    var leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    var openings = DocValues.getBinary(leaf.reader(), Fields.OPENING);
    var parts = DocValues.getBinary(leaf.reader(), Fields.PARTS);
    if (!openings.advanceExact(doc - leaf.docBase) || !parts.advanceExact(doc - leaf.docBase)) {
      throw new IllegalStateException("document " + doc + " is no conversation");
    }
    return new Found(
        MessageId.parse(openings.binaryValue().utf8ToString()),
        score,
        coverage.of(leaf.reader(), doc - leaf.docBase),
        Parts.read(parts.binaryValue()));
  }

  private Query query(Set<Term> terms) {
    var any = new BooleanQuery.Builder();
    terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
    if (segments.stream().allMatch(Segment::isAllVisible)) {
      return any.build();
    }
    return any.add(
            new VisibleConversations(segments.stream().map(Segment::visible).toList()),
            Occur.FILTER)
        .setMinimumNumberShouldMatch(1)
        .build();
  }

  /** In how many visible conversations each term of the topic occurs. */
  private Map<Term, Long> frequencies(String topic) throws IOException {
    var frequencies = new HashMap<Term, Long>();
    for (var language : Language.values()) {
      for (var term : terms(topic, language)) {
        frequencies.put(term, frequency(term));
      }
    }
    return frequencies;
  }

  /** The terms that occur at all; of many the rarest. */
  private static Map<Term, Long> searched(Map<Term, Long> frequencies) {
    return frequencies.entrySet().stream()
        .filter(term -> term.getValue() > 0)
        .sorted(Map.Entry.<Term, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .limit(MAX_TERMS)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Coverage coverage(
      Map<Term, Long> frequencies, Map<String, CollectionStatistics> lengths) {
    var rarities = new EnumMap<Language, Map<Term, Double>>(Language.class);
    for (var language : Language.values()) {
      var field = Fields.words(language);
      var statistics = lengths.get(field);
      if (statistics != null) {
        var terms = new HashMap<Term, Double>();
        frequencies.forEach(
            (term, frequency) -> {
              if (term.field().equals(field)) {
                terms.put(term, Coverage.rarity(frequency, statistics.docCount()));
              }
            });
        rarities.put(language, terms);
      }
    }
    return new Coverage(rarities);
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

  private long frequency(Term term) throws IOException {
    long frequency = 0;
    for (var segment : segments) {
      frequency +=
          segment.isAllVisible() && segment.leaf.getLiveDocs() == null
              ? segment.leaf.docFreq(term)
              : frequency(term, segment);
    }
    return frequency;
  }

  private static long frequency(Term term, Segment segment) throws IOException {
    var postings = segment.leaf.postings(term, PostingsEnum.NONE);
    if (postings == null) {
      return 0;
    }
    var ords = DocValues.getSorted(segment.leaf, Fields.WHERE);
    var live = segment.leaf.getLiveDocs();
    long frequency = 0;
    for (var doc = postings.nextDoc(); doc != NO_MORE_DOCS; doc = postings.nextDoc()) {
      if ((live == null || live.get(doc))
          && ords.advanceExact(doc)
          && segment.visible.get(ords.ordValue())) {
        frequency++;
      }
    }
    return frequency;
  }

  private Map<String, CollectionStatistics> lengths() {
    var statistics = new HashMap<String, CollectionStatistics>();
    for (var language : Language.values()) {
      long conversations = 0;
      long length = 0;
      for (var segment : segments) {
        var words = segment.tally.words(language);
        for (var ord : segment.ords) {
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

  /** Scores by the statistics of what an audience may see. */
  private static final class AudienceSearcher extends IndexSearcher {

    private final Map<Term, Long> frequencies;
    private final Map<String, CollectionStatistics> statistics;

    private AudienceSearcher(
        IndexReader reader,
        Map<Term, Long> frequencies,
        Map<String, CollectionStatistics> statistics) {
      super(reader);
      this.frequencies = frequencies;
      this.statistics = statistics;
      setSimilarity(new BM25Similarity(1.2f, 0.75f));
      setQueryCache(null);
    }

    @Override
    public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq) {
      long frequency = frequencies.getOrDefault(term, (long) docFreq);
      return new TermStatistics(term.bytes(), frequency, frequency);
    }

    @Override
    public CollectionStatistics collectionStatistics(String field) throws IOException {
      var known = statistics.get(field);
      return known == null ? super.collectionStatistics(field) : known;
    }
  }
}
