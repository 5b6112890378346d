package ponte.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import ponte.conversation.Event.Talk;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;

/** Looks through a workspace's messages for what a person takes back. */
final class TakingBack {

  private final PersonId person;
  private final BytesRef workspace;
  private final Instant at;

  TakingBack(PersonId person, Instant at) {
    this.person = person;
    this.workspace = Fields.of(Fields.MESSAGE, person.workspace()).bytes();
    this.at = at;
  }

  List<Talk> from(IndexSearcher searcher) throws IOException {
    var taken = new ArrayList<Talk>();
    for (var leaf : searcher.getIndexReader().leaves()) {
      add(leaf.reader(), taken);
    }
    return taken;
  }

  private void add(LeafReader leaf, List<Talk> taken) throws IOException {
    var names = leaf.getBinaryDocValues(Fields.MESSAGE);
    if (names == null) {
      return;
    }
    var live = leaf.getLiveDocs();
    var fields = leaf.storedFields();
    for (var doc = names.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = names.nextDoc()) {
      if ((live == null || live.get(doc))
          && StringHelper.startsWith(names.binaryValue(), workspace)) {
        var kept = Stored.of(fields.document(doc, Stored.FIELDS)).kept();
        var message = MessageId.parse(names.binaryValue().utf8ToString());
        taken.addAll(kept.takenBack(message, person, at));
      }
    }
  }
}
