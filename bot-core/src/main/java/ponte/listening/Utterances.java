package ponte.listening;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.LanguageSign;

/** What people said in a channel, as far as it counts, without a word of it. */
final class Utterances implements Readings.Making<Utterance> {

  /** The language of a short message is that of so many before it. */
  private static final int CONTEXT = 5;

  private final Gists gists;

  Utterances(Gists gists) {
    this.gists = gists;
  }

  @Override
  public Made<Utterance> with(Made<Utterance> before, int place, List<Filed> said, Absent absent) {
    record Counted(int place, Filed filed, Gists.Gist gist) {}
    var counted = new ArrayList<Counted>();
    for (int i = 0; i < said.size(); i++) {
      var message = said.get(i).message();
      if (Chatter.counts(message, absent)) {
        counted.add(new Counted(place + i, said.get(i), gists.of(message)));
      }
    }
    var tongues = before.tongues().with(counted.stream().map(each -> each.gist().sign()).toList());
    var context = new ArrayList<>(before.lately());
    var utterances = new ArrayList<Utterance>();
    // One and the same for all that have it, since there are many.
    var ids = new HashMap<MessageId, MessageId>();
    var people = new HashMap<PersonId, PersonId>();
    for (var each : counted) {
      var message = each.filed().message();
      var language = each.gist().sign().among(last(context), tongues.usual());
      context.add(each.gist().sign());
      utterances.add(
          new Utterance(
              each.place(),
              ids.computeIfAbsent(message.id(), id -> id),
              ids.computeIfAbsent(each.filed().conversation(), id -> id),
              people.computeIfAbsent(message.author(), person -> person),
              message.at(),
              language,
              gists.terms(message, each.gist(), language),
              gists.coded(message, each.gist(), language)));
    }
    return new Made<>(
        Stream.concat(before.items().stream(), utterances.stream()).toList(),
        tongues,
        last(context));
  }

  private static List<LanguageSign> last(List<LanguageSign> signs) {
    return signs.subList(Math.max(0, signs.size() - CONTEXT), signs.size());
  }
}
