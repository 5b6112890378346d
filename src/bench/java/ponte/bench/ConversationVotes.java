package ponte.bench;

import java.util.HashMap;
import java.util.List;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts.Ranked;

/**
 * The first 200 conversations vote for those who took part: their score relative to the best one's,
 * squared from five words on, × 0.3 for who opened it, halved every 30 days.
 */
final class ConversationVotes implements PeopleRanking {

  private static final int CONVERSATIONS = 200;
  private static final int LONG = 5;
  private static final double OPENING = 0.3;
  private static final double HALF_LIFE_DAYS = 30;

  private final Archive archive;
  private final Audience audience;

  ConversationVotes(Archive archive, Audience audience) {
    this.archive = archive;
    this.audience = audience;
  }

  @Override
  public String name() {
    return "conversation votes";
  }

  @Override
  public void heard(List<Message> talk) {
    // The archive has it.
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    var topic = Ponte.topic(words).orElse("");
    var isLong = topic.split("\\s+").length >= LONG;
    var found = archive.search(topic, audience, CONVERSATIONS);
    var scores = new HashMap<PersonId, Double>();
    for (var each : found) {
      var relative = each.score() / found.getFirst().score();
      for (var part : each.parts()) {
        var vote =
            (isLong ? relative * relative : relative)
                * (each.isOpenedBy(part.person()) ? OPENING : 1)
                * Math.pow(2, -question.daysSince(part.last()) / HALF_LIFE_DAYS);
        scores.merge(part.person(), vote, Double::sum);
      }
    }
    return PeopleRanking.best(scores, question.asker());
  }
}
