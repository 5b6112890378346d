package ponte.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/** Whoever wrote most so far. */
final class MostActive implements PeopleRanking {

  private final Map<PersonId, Double> messages = new HashMap<>();

  @Override
  public String name() {
    return "most active so far";
  }

  @Override
  public void heard(List<Message> talk) {
    talk.forEach(message -> messages.merge(message.author(), 1.0, Double::sum));
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    return PeopleRanking.best(messages, question.asker());
  }
}
