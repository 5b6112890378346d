package ponte.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/** Whoever wrote last. */
final class LastSeen implements PeopleRanking {

  private final Map<PersonId, Instant> last = new HashMap<>();

  @Override
  public String name() {
    return "last seen";
  }

  @Override
  public void heard(List<Message> talk) {
    talk.forEach(message -> last.put(message.author(), message.at()));
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    var scores = new HashMap<PersonId, Double>();
    last.forEach((person, at) -> scores.put(person, 1 / (1 + question.daysSince(at))));
    return PeopleRanking.best(scores, question.asker());
  }
}
