package ponte.bench;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/**
 * Several rankings in one: the scores of each are divided by its best candidate's, weighed, and
 * summed.
 */
final class Blend implements PeopleRanking {

  private final String name;
  private final Map<PeopleRanking, Double> weights;

  Blend(String name, Map<PeopleRanking, Double> weights) {
    this.name = name;
    this.weights = Map.copyOf(weights);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void heard(List<Message> talk) {
    weights.keySet().forEach(part -> part.heard(talk));
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    var scores = new HashMap<PersonId, Double>();
    weights.forEach(
        (part, weight) -> {
          var ranked = part.rank(question, words);
          if (!ranked.isEmpty() && ranked.getFirst().score() > 0) {
            var best = ranked.getFirst().score();
            ranked.forEach(
                each -> scores.merge(each.person(), weight * each.score() / best, Double::sum));
          }
        });
    return PeopleRanking.best(scores, question.asker());
  }
}
