package ponte.bench;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/**
 * Whoever is there, whatever the question: 0.7 for joining others' conversations lately (half-life
 * 14 days), 0.7 for joining them ever, 0.5 for having written last; each divided by the best
 * candidate's.
 */
final class Presence implements PeopleRanking {

  private static final double HALF_LIFE_DAYS = 14;
  private static final double DAY = 86_400_000;

  private final Archive archive;
  private final Audience audience;
  private final Map<MessageId, PersonId> openers = new HashMap<>();
  private final Map<PersonId, Map<MessageId, Instant>> joined = new HashMap<>();
  private final Map<PersonId, Instant> last = new HashMap<>();

  Presence(Archive archive, Audience audience) {
    this.archive = archive;
    this.audience = audience;
  }

  @Override
  public String name() {
    return "presence only";
  }

  @Override
  public void heard(List<Message> talk) {
    for (var message : talk) {
      last.put(message.author(), message.at());
      archive
          .find(message.id(), audience)
          .ifPresent(
              filed -> {
                var opener = openers.computeIfAbsent(filed.conversation(), _ -> message.author());
                if (!opener.equals(message.author())) {
                  joined
                      .computeIfAbsent(message.author(), _ -> new HashMap<>())
                      .put(filed.conversation(), message.at());
                }
              });
    }
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    var lately = new HashMap<PersonId, Double>();
    var ever = new HashMap<PersonId, Double>();
    var seen = new HashMap<PersonId, Double>();
    last.forEach(
        (person, at) -> {
          if (!person.equals(question.asker())) {
            var conversations = joined.getOrDefault(person, Map.of());
            lately.put(
                person,
                conversations.values().stream()
                    .mapToDouble(time -> Math.pow(2, -days(time, question) / HALF_LIFE_DAYS))
                    .sum());
            ever.put(person, (double) conversations.size());
            seen.put(person, 1 / (1 + days(at, question)));
          }
        });
    var scores = new HashMap<PersonId, Double>();
    add(lately, 0.7, scores);
    add(ever, 0.7, scores);
    add(seen, 0.5, scores);
    return PeopleRanking.best(scores, question.asker());
  }

  private static double days(Instant time, AskedQuestion question) {
    return (question.at().toEpochMilli() - time.toEpochMilli()) / DAY;
  }

  private static void add(Map<PersonId, Double> part, double weight, Map<PersonId, Double> scores) {
    var best = part.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (best > 0) {
      part.forEach((person, score) -> scores.merge(person, weight * score / best, Double::sum));
    }
  }
}
