package ponte.lucene;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.SmallFloat;
import org.jspecify.annotations.Nullable;
import ponte.nlp.Language;

/**
 * How many conversations a segment holds and how long they are, channel by channel.
 *
 * @param conversations how many there are
 * @param byLanguage those with words in a language
 */
record ConversationTally(Channels channels, long[] conversations, Map<Language, Words> byLanguage) {

  /**
   * Conversations with words in a language, channel by channel.
   *
   * @param lengths the sum of their lengths, each as BM25 knows it
   */
  record Words(long[] conversations, long[] lengths) {}

  static ConversationTally of(LeafReader leaf) throws IOException {
    var ords = DocValues.getSorted(leaf, Fields.WHERE);
    var live = leaf.getLiveDocs();
    var conversations = new long[ords.getValueCount()];
    for (var doc = ords.nextDoc(); doc != NO_MORE_DOCS; doc = ords.nextDoc()) {
      if (live == null || live.get(doc)) {
        conversations[ords.ordValue()]++;
      }
    }
    var words = new EnumMap<Language, Words>(Language.class);
    for (var language : Language.values()) {
      words.put(language, words(leaf, Fields.words(language), live));
    }
    return new ConversationTally(Channels.of(ords), conversations, words);
  }

  Words words(Language language) {
    return Objects.requireNonNull(byLanguage.get(language));
  }

  private static Words words(LeafReader leaf, String field, @Nullable Bits live)
      throws IOException {
    var ords = DocValues.getSorted(leaf, Fields.WHERE);
    var words = new Words(new long[ords.getValueCount()], new long[ords.getValueCount()]);
    var norms = leaf.getNormValues(field);
    if (norms == null) {
      return words;
    }
    for (var doc = norms.nextDoc(); doc != NO_MORE_DOCS; doc = norms.nextDoc()) {
      if ((live == null || live.get(doc)) && ords.advanceExact(doc)) {
        var length = SmallFloat.byte4ToInt((byte) norms.longValue());
        if (length > 0) {
          words.conversations[ords.ordValue()]++;
          words.lengths[ords.ordValue()] += length;
        }
      }
    }
    return words;
  }
}
