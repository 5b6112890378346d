package ponte.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;
import ponte.archive.Conversations;
import ponte.archive.Filing;
import ponte.archive.Touched;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/** Takes one batch of events into the index: what they change, and whatever that moves. */
final class Intake {

  private final Snapshot snapshot;
  private final Filing filing;
  private final ConversationWords words;
  private final Map<MessageId, Change> changes = new LinkedHashMap<>();

  /** A message's document before and after the batch. */
  private static final class Change {

    private final Stored before;
    private Stored after;

    private Change(Stored before) {
      this.before = before;
      this.after = before;
    }

    private boolean isChange() {
      return !after.equals(before);
    }

    private void take(Talk event) {
      after = new Stored(after.kept().after(event), after.conversation());
    }

    private void remove() {
      after = Stored.NOTHING;
    }

    private void file(@Nullable MessageId conversation) {
      after = new Stored(after.kept(), conversation);
    }
  }

  Intake(Snapshot snapshot, Filing filing, ConversationWords words) {
    this.snapshot = snapshot;
    this.filing = filing;
    this.words = words;
  }

  /**
   * Hands the changes to the writer, uncommitted.
   *
   * @return false where the events bring nothing new
   */
  boolean write(List<? extends Talk> events, IndexWriter writer) throws IOException {
    for (var event : events) {
      change(event.message()).take(event);
    }
    changes.values().removeIf(change -> !change.isChange());
    if (changes.isEmpty()) {
      return false;
    }
    file();
    writeMessages(writer);
    writeConversations(writer);
    return true;
  }

  /** Hands it to the writer, uncommitted, that these messages never came. */
  void remove(List<MessageId> messages, IndexWriter writer) throws IOException {
    for (var message : messages) {
      change(message).remove();
    }
    changes.values().removeIf(change -> !change.isChange());
    file();
    writeMessages(writer);
    writeConversations(writer);
  }

  /**
   * Hands the writer whatever is to be filed otherwise of some messages of a channel, and the words
   * of all their conversations anew, uncommitted.
   *
   * @param next in order; what came before them is filed already
   */
  void refile(
      ChannelId channel, List<Message> next, Conversations conversations, IndexWriter writer)
      throws IOException {
    for (var filed : conversations.file(next, new ChannelShelf(channel, snapshot))) {
      change(filed.message().id()).file(filed.conversation());
    }
    writeConversations(writer);
    changes.values().removeIf(change -> !change.isChange());
    writeMessages(writer);
  }

  private Change change(MessageId message) throws IOException {
    var known = changes.get(message);
    if (known == null) {
      known = new Change(snapshot.stored(message));
      changes.put(message, known);
    }
    return known;
  }

  private void file() throws IOException {
    var byChannel = new LinkedHashMap<ChannelId, List<Filing.Change>>();
    changes.forEach(
        (id, change) -> {
          var before = change.before.message();
          var after = change.after.message();
          if (before != null || after != null) {
            byChannel
                .computeIfAbsent(id.channel(), _ -> new ArrayList<>())
                .add(new Filing.Change(before, after));
          }
          if (after == null) {
            change.file(null);
          }
        });
    for (var channel : byChannel.entrySet()) {
      var shelf = new ChannelShelf(channel.getKey(), snapshot);
      var moved = filing.refile(channel.getKey(), channel.getValue(), shelf);
      for (var move : moved.entrySet()) {
        change(move.getKey()).file(move.getValue());
      }
    }
  }

  private void writeMessages(IndexWriter writer) throws IOException {
    for (var entry : changes.entrySet()) {
      var name = new Term(Fields.MESSAGE, entry.getKey().toString());
      var after = entry.getValue().after;
      if (after.equals(Stored.NOTHING)) {
        writer.deleteDocuments(name);
      } else if (entry.getValue().before == Stored.NOTHING) {
        writer.addDocument(after.document(entry.getKey()));
      } else {
        writer.updateDocument(name, after.document(entry.getKey()));
      }
    }
  }

  private void writeConversations(IndexWriter writer) throws IOException {
    var touched = new Touched();
    for (var change : changes.values()) {
      touched.changed(change.before.filed(), change.after.filed());
    }
    for (var opening : touched.openings()) {
      for (var filed : snapshot.conversation(opening)) {
        if (filed.message().isTalk() && !changes.containsKey(filed.message().id())) {
          touched.says(opening, filed.message());
        }
      }
      writeConversation(opening, touched.said(opening), writer);
    }
  }

  private void writeConversation(MessageId opening, List<Message> talk, IndexWriter writer)
      throws IOException {
    var name = new Term(Fields.OPENING, opening.toString());
    if (talk.isEmpty()) {
      writer.deleteDocuments(name);
    } else if (snapshot.hasConversation(opening)) {
      writer.updateDocument(name, words.document(opening, talk));
    } else {
      writer.addDocument(words.document(opening, talk));
    }
  }
}
