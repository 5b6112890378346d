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

/** Whoever joins others' conversations, whatever they are about; each halved by a half-life. */
final class Joined implements PeopleRanking {

  private final Archive archive;
  private final Audience audience;
  private final double halfLifeDays;
  private final Map<MessageId, PersonId> openers = new HashMap<>();
  private final Map<PersonId, Map<MessageId, Instant>> joined = new HashMap<>();

  /**
   * @param halfLifeDays infinite: for all time
   */
  Joined(Archive archive, Audience audience, double halfLifeDays) {
    this.archive = archive;
    this.audience = audience;
    this.halfLifeDays = halfLifeDays;
  }

  @Override
  public String name() {
    return "joined conversations";
  }

  @Override
  public void heard(List<Message> talk) {
    for (var message : talk) {
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
    var scores = new HashMap<PersonId, Double>();
    joined.forEach(
        (person, conversations) ->
            scores.put(
                person,
                conversations.values().stream()
                    .mapToDouble(at -> Math.pow(2, -question.daysSince(at) / halfLifeDays))
                    .sum()));
    return PeopleRanking.best(scores, question.asker());
  }
}
