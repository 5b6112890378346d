package ponte.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/** What people asked the room in a channel, without a word of it. */
final class Questions implements Readings.Making<Question> {

  private final Gists gists;

  Questions(Gists gists) {
    this.gists = gists;
  }

  @Override
  public Made<Question> with(Made<Question> before, int place, List<Filed> said, Absent absent) {
    var places = new HashMap<MessageId, Integer>();
    var talks = new LinkedHashMap<MessageId, List<Message>>();
    for (int i = 0; i < said.size(); i++) {
      var message = said.get(i).message();
      if (message.isTalk()) {
        places.put(message.id(), place + i);
        talks.computeIfAbsent(said.get(i).conversation(), _ -> new ArrayList<>()).add(message);
      }
    }
    var known = before.items().stream().map(each -> answered(each, talks, absent)).toList();
    talks.values().removeIf(talk -> !Chatter.counts(talk.getFirst(), absent));
    var tongues =
        before
            .tongues()
            .with(talks.values().stream().map(talk -> gists.of(talk.getFirst()).sign()).toList());
    var asked = asked(talks, places, tongues.usual(), absent);
    return new Made<>(Stream.concat(known.stream(), asked.stream()).toList(), tongues, List.of());
  }

  private List<Question> asked(
      Map<MessageId, List<Message>> talks,
      Map<MessageId, Integer> places,
      Language usual,
      Absent absent) {
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
    var question =
        new Question(
            place,
            message.id(),
            message.author(),
            message.at(),
            language,
            asked,
            gists.terms(message, gist, language),
            List.of(),
            List.of());
    return Optional.of(answered(question, Map.of(message.id(), talk), absent));
  }

  /** With those who spoke in its conversation, too. */
  private static Question answered(
      Question question, Map<MessageId, List<Message>> talks, Absent absent) {
    var others =
        talks.getOrDefault(question.id(), List.of()).stream()
            .filter(each -> !each.author().equals(question.by()))
            .toList();
    return others.isEmpty()
        ? question
        : question.answeredBy(
            authors(others.stream()),
            authors(others.stream().filter(each -> Chatter.counts(each, absent))));
  }

  private static List<PersonId> authors(Stream<Message> messages) {
    return messages.map(Message::author).distinct().toList();
  }
}
