package ponte.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

/**
 * What people asked in channels, each read once and kept in memory, without a word of it, as long
 * as nothing is said, changed or taken back there and nobody leaves or comes who takes part. What
 * one channel asked is the same for whoever may open it; who that is says who looks.
 */
final class Questions {

  /** A channel is read a little further than is wanted, so that a portion may grow. */
  private static final int MORE = 4;

  /** Kept is what so many looks read at most. */
  private static final int LOOKS = 2;

  private final Archive archive;
  private final Preferences preferences;
  private final Gists gists;
  private final ListeningRules.Reach rules;
  private final Map<ChannelId, Asked> kept = new LinkedHashMap<>(16, 0.75f, true);
  private long messages;
  private int generation;

  Questions(Archive archive, Preferences preferences, Gists gists, ListeningRules.Reach rules) {
    this.archive = archive;
    this.preferences = preferences;
    this.gists = gists;
    this.rules = rules;
  }

  /** What was asked in a span, channel by channel. */
  Portions.Source<List<Question>> in(TimeSpan span) {
    var out = new HashMap<WorkspaceId, Absent>();
    return new Portions.Source<>() {

      @Override
      public Optional<Portions.All<List<Question>>> all(ChannelId channel, int most) {
        var asked = asked(channel, most, most + 1);
        int count = asked.count(span.from());
        return count > most
            ? Optional.empty()
            : Optional.of(new Portions.All<>(count, asked.last(span.from(), most)));
      }

      @Override
      public List<Question> latest(ChannelId channel, int most) {
        return asked(channel, most, most).last(span.from(), most);
      }

      private Asked asked(ChannelId channel, int portion, int most) {
        var absent = out.computeIfAbsent(channel.workspace(), preferences::out);
        return Questions.this.asked(channel, span, absent, portion, most);
      }
    };
  }

  private Asked asked(ChannelId channel, TimeSpan span, Absent absent, int portion, int most) {
    var extent = archive.extent(Audience.of(channel));
    int started;
    synchronized (kept) {
      started = generation;
      var known = kept.get(channel);
      if (known != null && known.holds(extent, absent, span) && known.reaches(span.from(), most)) {
        return known;
      }
    }
    int further = Math.min(rules.ofChannel(), portion + portion / MORE) + 1;
    var said =
        new ArrayList<>(archive.before(channel, span.until(), further, Audience.of(channel)));
    boolean more = said.size() == further && span.contains(said.getFirst().message().at());
    said.removeIf(each -> !span.contains(each.message().at()));
    var asked = new Asked(extent, absent, span, !more, Asked.times(said), questions(said, absent));
    keep(channel, asked, started);
    return asked;
  }

  private void keep(ChannelId channel, Asked asked, int started) {
    synchronized (kept) {
      if (started != generation || !asked.isToTheEnd()) {
        return;
      }
      drop(channel);
      kept.put(channel, asked);
      messages += asked.times().length;
      while (messages > (long) LOOKS * rules.ofAll() && kept.size() > 1) {
        drop(kept.keySet().iterator().next());
      }
    }
  }

  private void drop(ChannelId channel) {
    var known = kept.remove(channel);
    messages -= known == null ? 0 : known.times().length;
  }

  private List<Question> questions(List<Filed> said, Absent absent) {
    var places = new HashMap<MessageId, Integer>();
    var talks = new LinkedHashMap<MessageId, List<Message>>();
    for (int i = 0; i < said.size(); i++) {
      var message = said.get(i).message();
      if (message.isTalk()) {
        places.put(message.id(), i);
        talks.computeIfAbsent(said.get(i).conversation(), _ -> new ArrayList<>()).add(message);
      }
    }
    talks.values().removeIf(talk -> !Chatter.counts(talk.getFirst(), absent));
    var usual =
        Chatter.usual(talks.values().stream().map(talk -> gists.of(talk.getFirst())).toList());
    var questions = new ArrayList<Question>();
    talks.forEach(
        (opening, talk) -> {
          if (talk.getFirst().id().equals(opening)) {
            question(places.getOrDefault(opening, 0), talk, usual, absent)
                .ifPresent(questions::add);
          }
        });
    return questions;
  }

  private Optional<Question> question(
      int place, List<Message> talk, Language usual, Absent absent) {
    var message = talk.getFirst();
    if (!message.text().mentions().isEmpty()) {
      return Optional.empty();
    }
    var gist = gists.of(message);
    var language = gist.sign().among(List.of(), usual);
    var asked = gists.asked(message, gist, language);
    if (asked.length == 0) {
      return Optional.empty();
    }
    var others = talk.stream().filter(each -> !each.author().equals(message.author())).toList();
    return Optional.of(
        new Question(
            place,
            message.id(),
            message.author(),
            message.at(),
            language,
            asked,
            gists.terms(message, gist, language),
            authors(others),
            authors(others.stream().filter(each -> Chatter.counts(each, absent)).toList())));
  }

  private static List<PersonId> authors(List<Message> messages) {
    return messages.stream().map(Message::author).distinct().toList();
  }

  /** Lets go of what was read of channels in which something happened. */
  void heard(List<Talk> talk) {
    synchronized (kept) {
      for (var event : talk) {
        switch (event) {
          case Talk.Posted _, Talk.Edited _, Talk.Deleted _ -> drop(event.message().channel());
          case Talk.Reacted _, Talk.Unreacted _ -> {}
        }
      }
      generation++;
    }
  }

  /** Lets go of everything. */
  void forgetAll() {
    synchronized (kept) {
      kept.clear();
      messages = 0;
      generation++;
    }
  }

  /** Of which channels something is kept. */
  List<ChannelId> atHand() {
    synchronized (kept) {
      return List.copyOf(kept.keySet());
    }
  }
}
