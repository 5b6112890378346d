package ponte.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ponte.archive.Filed;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/** The messages of the index as they were at one moment. For one thread. */
final class Snapshot {

  private static final Sort OLDEST_FIRST = order(false);
  private static final Sort NEWEST_FIRST = order(true);

  private final IndexSearcher searcher;
  private final Map<String, List<LeafTerms>> terms = new HashMap<>();

  Snapshot(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  private static Sort order(boolean newestFirst) {
    var selector = newestFirst ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN;
    return new Sort(
        LongField.newSortField(Fields.AT, newestFirst, selector),
        new SortField(Fields.MESSAGE, SortField.Type.STRING_VAL, newestFirst));
  }

  /** What is stored of a message. */
  Stored stored(MessageId message) throws IOException {
    for (var leaf : leaves(Fields.MESSAGE)) {
      var docs = leaf.living(message.toString());
      if (docs.length > 0) {
        return leaf.stored(docs[0]);
      }
    }
    return Stored.NOTHING;
  }

  /** Whether a conversation has a document. */
  boolean hasConversation(MessageId opening) throws IOException {
    for (var leaf : leaves(Fields.OPENING)) {
      if (leaf.living(opening.toString()).length > 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a message replies to this one whose name passes. */
  boolean hasReply(MessageId root, Predicate<MessageId> passes) throws IOException {
    for (var leaf : leaves(Fields.THREAD)) {
      for (var doc : leaf.living(root.toString())) {
        if (passes.test(leaf.name(doc))) {
          return true;
        }
      }
    }
    return false;
  }

  /** All messages of a conversation, oldest first. */
  List<Filed> conversation(MessageId opening) throws IOException {
    var all = new ArrayList<Filed>();
    for (var leaf : leaves(Fields.CONVERSATION)) {
      for (var doc : leaf.living(opening.toString())) {
        Optional.ofNullable(leaf.stored(doc).filed()).ifPresent(all::add);
      }
    }
    all.sort(Comparator.comparing(Filed::message, Message.IN_ORDER));
    return all;
  }

  /** The first messages in a span of {@link Fields#time}, oldest first; both ends are inside. */
  List<Filed> first(String channelField, ChannelId channel, long from, long to, int limit)
      throws IOException {
    return read(query(channelField, channel, from, to), OLDEST_FIRST, limit);
  }

  /** The last messages in a span, oldest first. */
  List<Filed> last(String channelField, ChannelId channel, long from, long to, int limit)
      throws IOException {
    return read(query(channelField, channel, from, to), NEWEST_FIRST, limit).reversed();
  }

  /** What is kept of messages of a channel that are not there, and is older than a moment. */
  List<MessageId> gone(ChannelId channel, Instant before, int limit) throws IOException {
    var query =
        new BooleanQuery.Builder()
            .add(new PrefixQuery(new Term(Fields.MESSAGE, channel + "/")), Occur.FILTER)
            .add(new FieldExistsQuery(Fields.CHANNEL), Occur.MUST_NOT)
            .build();
    var gone = new ArrayList<MessageId>();
    var leaves = searcher.getIndexReader().leaves();
    var fields = searcher.storedFields();
    for (var hit : searcher.search(query, Math.max(1, searcher.count(query))).scoreDocs) {
      if (gone.size() == limit) {
        break;
      }
      if (Stored.of(fields.document(hit.doc, Stored.FIELDS)).kept().isBefore(before)) {
        var leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
        gone.add(name(leaf.reader(), hit.doc - leaf.docBase));
      }
    }
    return gone;
  }

  private static MessageId name(LeafReader leaf, int doc) throws IOException {
    var names = leaf.getBinaryDocValues(Fields.MESSAGE);
    if (names == null || !names.advanceExact(doc)) {
      throw new IllegalStateException("document " + doc + " has no message id");
    }
    return MessageId.parse(names.binaryValue().utf8ToString());
  }

  private static Query query(String channelField, ChannelId channel, long from, long to) {
    return new BooleanQuery.Builder()
        .add(new TermQuery(new Term(channelField, channel.toString())), Occur.FILTER)
        .add(LongField.newRangeQuery(Fields.AT, from, to), Occur.FILTER)
        .build();
  }

  private List<Filed> read(Query query, Sort sort, int limit) throws IOException {
    var hits = searcher.search(query, Math.min(limit, Math.max(1, searcher.count(query))), sort);
    var fields = searcher.storedFields();
    var read = new ArrayList<Filed>(hits.scoreDocs.length);
    for (var hit : hits.scoreDocs) {
      var stored = Stored.of(fields.document(hit.doc, Stored.FIELDS));
      Optional.ofNullable(stored.filed()).ifPresent(read::add);
    }
    return read;
  }

  private List<LeafTerms> leaves(String field) throws IOException {
    var known = terms.get(field);
    if (known != null) {
      return known;
    }
    var leaves = new ArrayList<LeafTerms>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      var all = leaf.reader().terms(field);
      if (all != null) {
        leaves.add(new LeafTerms(leaf.reader(), all.iterator()));
      }
    }
    terms.put(field, leaves);
    return leaves;
  }

  /** A field's terms in a segment. */
  private static final class LeafTerms {

    private static final int[] NONE = {};

    private final LeafReader leaf;
    private final TermsEnum terms;
    private @Nullable PostingsEnum postings;
    private @Nullable StoredFields fields;

    private LeafTerms(LeafReader leaf, TermsEnum terms) {
      this.leaf = leaf;
      this.terms = terms;
    }

    /** The documents with a term, deleted ones left out. */
    private int[] living(String term) throws IOException {
      if (!terms.seekExact(new BytesRef(term))) {
        return NONE;
      }
      postings = terms.postings(postings, PostingsEnum.NONE);
      var live = leaf.getLiveDocs();
      var docs = new int[terms.docFreq()];
      var count = 0;
      for (var doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (live == null || live.get(doc)) {
          docs[count++] = doc;
        }
      }
      return Arrays.copyOf(docs, count);
    }

    private Stored stored(int doc) throws IOException {
      // One for all: each has buffers of its own, larger than most messages.
      var reader = fields;
      if (reader == null) {
        reader = leaf.storedFields();
        fields = reader;
      }
      return Stored.of(reader.document(doc, Stored.FIELDS));
    }

    private MessageId name(int doc) throws IOException {
      return Snapshot.name(leaf, doc);
    }
  }
}
