package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import ponte.conversation.MessageId;

/**
 * Tells conversations that a person opened from those that a program did, or whose opening is gone.
 * It reads terms only, so that a search of many conversations decodes no message. For one thread.
 */
final class Openers {

  private final List<Segment> segments = new ArrayList<>();

  Openers(IndexReader reader) throws IOException {
    for (var leaf : reader.leaves()) {
      var messages = leaf.reader().terms(Fields.MESSAGE);
      var flat = leaf.reader().terms(Fields.FLAT);
      if (messages != null && flat != null) {
        segments.add(new Segment(leaf.reader(), messages.iterator(), flat.iterator()));
      }
    }
  }

  /** Whether a person said the message, and in no thread. */
  boolean isOfAPerson(MessageId opening) throws IOException {
    for (var segment : segments) {
      if (segment.isFlat(opening)) {
        return true;
      }
    }
    return false;
  }

  private static final class Segment {

    private final LeafReader leaf;
    private final TermsEnum messages;
    private final TermsEnum flat;
    private @Nullable PostingsEnum named;
    private @Nullable PostingsEnum inChannel;

    private Segment(LeafReader leaf, TermsEnum messages, TermsEnum flat) {
      this.leaf = leaf;
      this.messages = messages;
      this.flat = flat;
    }

    private boolean isFlat(MessageId message) throws IOException {
      var doc = living(message);
      if (doc < 0 || !flat.seekExact(new BytesRef(message.channel().toString()))) {
        return false;
      }
      inChannel = flat.postings(inChannel, PostingsEnum.NONE);
      return inChannel.advance(doc) == doc;
    }

    /** The message's document; of those that were replaced none. */
    private int living(MessageId message) throws IOException {
      if (!messages.seekExact(new BytesRef(message.toString()))) {
        return -1;
      }
      named = messages.postings(named, PostingsEnum.NONE);
      var live = leaf.getLiveDocs();
      for (var doc = named.nextDoc(); doc != PostingsEnum.NO_MORE_DOCS; doc = named.nextDoc()) {
        if (live == null || live.get(doc)) {
          return doc;
        }
      }
      return -1;
    }
  }
}
