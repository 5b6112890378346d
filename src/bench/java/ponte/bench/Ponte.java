package ponte.bench;

import java.time.ZoneOffset;
import java.util.List;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.nlp.Language;

/** Ponte's own ranking, including those it has too little evidence of to name them. */
final class Ponte implements PeopleRanking {

  private final String name;
  private final Experts experts;
  private final Audience audience;

  Ponte(String name, Experts experts, Audience audience) {
    this.name = name;
    this.experts = experts;
    this.audience = audience;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void heard(List<Message> talk) {
    // The archive has it.
  }

  @Override
  public List<Ranked> rank(AskedQuestion question, String words) {
    var topic = topic(words);
    var asker =
        new Asker(question.asker(), audience, Language.ENGLISH, ZoneOffset.UTC, question.channel());
    return experts.ranking(topic, asker);
  }

  /** As much of a question as may be asked. */
  static String topic(String words) {
    return words.substring(0, Math.min(words.length(), Command.LONGEST_TOPIC));
  }
}
