package ponte.bench.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whom a simple bot asks about a question. */
interface Routing {

  /** Those to be asked next, by their numbers. */
  List<Integer> next(Asked asked, Set<Integer> already);

  /** Somebody answered. */
  default void answered(Asked asked, int who) {}

  /** Some who are in the channel, whoever they are. */
  static Routing random(Company company, int most) {
    return (asked, already) -> {
      var members =
          new ArrayList<>(company.members().get(company.channels().indexOf(asked.channel())));
      Collections.shuffle(members, new Random(asked.number()));
      return members.stream()
          .filter(each -> each != asked.asker() && !already.contains(each))
          .limit(most)
          .toList();
    };
  }

  /**
   * The one who answered most questions about the very subject so far. It is told the subject,
   * which Ponte has to read out of the words.
   */
  static Routing top(Company company) {
    var answers = new HashMap<Integer, Map<Integer, Integer>>();
    var routing =
        new Routing() {
          @Override
          public List<Integer> next(Asked asked, Set<Integer> already) {
            return answers.getOrDefault(asked.subject(), Map.of()).entrySet().stream()
                .filter(each -> each.getKey() != asked.asker() && !already.contains(each.getKey()))
                .sorted(
                    Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(1)
                .map(Map.Entry::getKey)
                .toList();
          }

          @Override
          public void answered(Asked asked, int who) {
            answers
                .computeIfAbsent(asked.subject(), _ -> new HashMap<>())
                .merge(who, 1, Integer::sum);
          }
        };
    for (var asked : company.past()) {
      var answer = asked.answer();
      if (answer != null && answer.at().isBefore(Company.start())) {
        routing.answered(asked, answer.by());
      }
    }
    return routing;
  }
}
