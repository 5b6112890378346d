package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.archive.Found;
import ponte.consent.Preferences;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/**
 * The questions that Ponte posted in channels in people's names. Whose they are opened the
 * conversations below them, though a program wrote the first message.
 */
public final class Posed {

  /** What is older counts for hardly anything. */
  private static final Duration MEMORY = Duration.ofDays(730);

  private final Records records;
  private final Preferences preferences;

  public Posed(Records records, Preferences preferences) {
    this.records = records;
    this.preferences = preferences;
  }

  /** A question in a channel, and who asks it. */
  private record Question(MessageId message, PersonId asker, Instant at) {}

  /**
   * Keeps who asks what Ponte posted; again, nothing changes. Of whoever has themselves forgotten
   * meanwhile nothing is kept.
   */
  public void note(MessageId message, PersonId asker, Instant at) {
    var question = new Question(message, asker, at);
    var content = Codec.write(question);
    var until = at.plus(MEMORY);
    // The asker's own first: by it all of theirs is found to be forgotten.
    records.write(Write.create(by(asker).key(message.toString()), content).at(at).expiring(until));
    records.write(
        Write.create(in(message.channel()).key(message.toString()), content)
            .at(at)
            .expiring(until));
    if (preferences.isForgotten(asker)) {
      remove(question);
    }
  }

  /** Forgets in a channel what was left of those who were forgotten while it was noted. */
  public void settle(ChannelId channel) {
    for (var document : all(in(channel))) {
      var question = read(document);
      if (preferences.isForgotten(question.asker())
          || records.find(by(question.asker()).key(document.key().id())).isEmpty()) {
        remove(question);
      }
    }
  }

  /** Has those conversations opened by who asked whose question Ponte posted. */
  List<Found> openedByAskers(List<Found> found, Accounts accounts) {
    var channels = new HashMap<ChannelId, Map<MessageId, Question>>();
    return found.stream()
        .map(
            each -> {
              if (each.opened()) {
                return each;
              }
              var question =
                  channels
                      .computeIfAbsent(each.channel(), this::questions)
                      .get(each.conversation());
              return question == null
                  ? each
                  : each.openedBy(question.asker(), question.at(), accounts.of(question.asker()));
            })
        .toList();
  }

  private Map<MessageId, Question> questions(ChannelId channel) {
    var questions = new HashMap<MessageId, Question>();
    for (var document : all(in(channel))) {
      var question = read(document);
      questions.put(question.message(), question);
    }
    return questions;
  }

  /** The questions that Ponte posted for a person. */
  public List<MessageId> of(PersonId asker) {
    return all(by(asker)).stream().map(document -> read(document).message()).toList();
  }

  /** Forgets what a person asked. */
  public void forget(PersonId asker) {
    for (var message : of(asker)) {
      records.remove(in(message.channel()).key(message.toString()));
    }
    records.drop(by(asker));
  }

  /** Forgets what was asked in a channel before a moment. */
  public void forget(ChannelId channel, Instant before) {
    for (var document : all(in(channel))) {
      var question = read(document);
      if (question.at().isBefore(before)) {
        remove(question);
      }
    }
  }

  private void remove(Question question) {
    var id = question.message().toString();
    records.remove(by(question.asker()).key(id));
    records.remove(in(question.message().channel()).key(id));
  }

  private List<Document> all(Partition partition) {
    var all = new ArrayList<Document>();
    records.each(partition, all::add);
    return all;
  }

  private static Question read(Document document) {
    return Codec.read(document.content(), Question.class);
  }

  private static Partition in(ChannelId channel) {
    return new Partition("posed", channel.toString());
  }

  private static Partition by(PersonId asker) {
    return new Partition("posed-by", asker.toString());
  }
}
