package ponte.bench;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.expert.Experts;
import ponte.expert.Experts.Ranked;
import ponte.nlp.Language;

/** One of Ponte's own rankings. */
final class Ponte implements PeopleRanking {

  /** What knowledge alone is called. */
  static final String WHO_KNOWS = "Ponte, who knows";

  /** What the ranking is called by which a question finds whom to ask. */
  static final String ROUTING = "Ponte, routing";

  private final String name;
  private final Way way;
  private final Experts experts;
  private final Audience audience;

  /** What Ponte is asked for. */
  private interface Way {
    List<Ranked> rank(Experts experts, String topic, Asker asker);
  }

  private Ponte(String name, Way way, Experts experts, Audience audience) {
    this.name = name;
    this.way = way;
    this.experts = experts;
    this.audience = audience;
  }

  /** By knowledge, including those of whom it has too little evidence to name them. */
  static Ponte knowing(String name, Experts experts, Audience audience) {
    return new Ponte(name, Experts::ranking, experts, audience);
  }

  /** By knowledge and presence. */
  static Ponte routing(String name, Experts experts, Audience audience) {
    return new Ponte(name, Experts::routing, experts, audience);
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
    return topic(words).map(topic -> way.rank(experts, topic, asker(question))).orElse(List.of());
  }

  /** Whether it would name anybody. */
  boolean names(AskedQuestion question, String words) {
    return !named(question, words).isEmpty();
  }

  /** Whom it would name, best first. */
  List<PersonId> named(AskedQuestion question, String words) {
    return topic(words).stream()
        .flatMap(topic -> experts.on(topic, asker(question)).experts().stream())
        .map(expert -> expert.person().id())
        .toList();
  }

  private Asker asker(AskedQuestion question) {
    return new Asker(
        question.asker(), audience, Language.ENGLISH, ZoneOffset.UTC, question.channel());
  }

  /** As much of a question as may be asked; empty where there is nothing to ask. */
  static Optional<String> topic(String words) {
    return Optional.of(words.substring(0, Math.min(words.length(), Command.LONGEST_TOPIC)))
        .filter(topic -> !topic.isBlank());
  }
}
