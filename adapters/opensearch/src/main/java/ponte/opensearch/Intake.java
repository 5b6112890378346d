package ponte.opensearch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.archive.Filing;
import ponte.archive.Touched;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.opensearch.ChannelTalk.Placed;
import ponte.opensearch.Journal.Write;

/** Works out what events of one channel change, and whatever that moves. */
final class Intake {

  private final ChannelId channel;
  private final ChannelTalk talk;
  private final Filing filing;
  private final ConversationWords words;
  private final Layout layout;
  private final long change;
  private final Map<MessageId, Changed> changes = new LinkedHashMap<>();

  /** A message's document before and after the batch. */
  private static final class Changed {

    private final Placed before;
    private Stored after;

    private Changed(Placed before) {
      this.before = before;
      this.after = before.stored();
    }

    private boolean isChange() {
      return !after.equals(before.stored());
    }
  }

  /**
   * @param change the number that the change will have
   */
  Intake(
      ChannelId channel,
      ChannelTalk talk,
      Filing filing,
      ConversationWords words,
      Layout layout,
      long change) {
    this.channel = channel;
    this.talk = talk;
    this.filing = filing;
    this.words = words;
    this.layout = layout;
    this.change = change;
  }

  /** What these events change; nothing where they bring nothing new. */
  List<Write> take(List<? extends Talk> events) {
    talk.load(events.stream().map(Talk::message).toList());
    for (var event : events) {
      var changed = changed(event.message());
      changed.after = new Stored(changed.after.kept().after(event), changed.after.conversation());
    }
    return writes();
  }

  /** What changes when these messages never came. */
  List<Write> remove(List<MessageId> messages) {
    talk.load(messages);
    messages.forEach(message -> changed(message).after = Stored.NOTHING);
    return writes();
  }

  /**
   * What changes when messages stay as they are stored, which were to be otherwise.
   *
   * @param refused as they were to be
   */
  List<Write> takeBack(Map<MessageId, Stored> refused) {
    talk.load(refused.keySet());
    refused.forEach(
        (message, wanted) -> {
          var there = talk.stored(message);
          var changed = new Changed(new Placed(wanted, there.index()));
          changed.after = there.stored();
          changes.put(message, changed);
        });
    return writes();
  }

  private Changed changed(MessageId message) {
    return changes.computeIfAbsent(message, id -> new Changed(talk.stored(id)));
  }

  private List<Write> writes() {
    changes.values().removeIf(changed -> !changed.isChange());
    if (changes.isEmpty()) {
      return List.of();
    }
    file();
    var writes = new ArrayList<Write>();
    changes.forEach((id, changed) -> writeMessage(id, changed, writes));
    writeConversations(writes);
    return writes;
  }

  private void file() {
    var moving = new ArrayList<Filing.Change>();
    changes
        .values()
        .forEach(
            changed -> {
              var before = changed.before.stored().message();
              var after = changed.after.message();
              if (before != null || after != null) {
                moving.add(new Filing.Change(before, after));
              }
              if (after == null) {
                changed.after = new Stored(changed.after.kept(), null);
              }
            });
    if (moving.isEmpty()) {
      return;
    }
    var moved = filing.refile(channel, moving, talk);
    talk.load(moved.keySet());
    moved.forEach(
        (message, conversation) -> {
          var changed = changed(message);
          changed.after = new Stored(changed.after.kept(), conversation);
        });
  }

  private void writeMessage(MessageId id, Changed changed, List<Write> writes) {
    var name = Layout.id("m", id);
    var before = changed.before.index();
    if (changed.after.equals(Stored.NOTHING)) {
      if (before != null) {
        writes.add(new Write(before, name, null));
      }
      return;
    }
    var after = layout.talk(channel.workspace(), changed.after.moment());
    if (before != null && !before.equals(after)) {
      writes.add(new Write(before, name, null));
    }
    writes.add(new Write(after, name, changed.after.document(id, change)));
  }

  private void writeConversations(List<Write> writes) {
    var touched = new Touched();
    for (var changed : changes.values()) {
      touched.changed(changed.before.stored().filed(), changed.after.filed());
    }
    var places = talk.places(touched.openings());
    talk.talk(touched.openings())
        .forEach(
            (opening, said) ->
                said.stream()
                    .filter(message -> !changes.containsKey(message.id()))
                    .forEach(message -> touched.says(opening, message)));
    for (var opening : touched.openings()) {
      writeConversation(opening, touched.said(opening), places.get(opening), writes);
    }
  }

  private void writeConversation(
      MessageId opening, List<Message> said, @Nullable String before, List<Write> writes) {
    var name = Layout.id("c", opening);
    if (said.isEmpty()) {
      if (before != null) {
        writes.add(new Write(before, name, null));
      }
      return;
    }
    var after = layout.talk(channel.workspace(), said.getLast().at());
    if (before != null && !before.equals(after)) {
      writes.add(new Write(before, name, null));
    }
    writes.add(new Write(after, name, words.document(opening, said, change)));
  }
}
