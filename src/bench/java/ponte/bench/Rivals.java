package ponte.bench;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;

/** The rankings to beat. */
final class Rivals {

  static final MessageVotes.Rules RECIPE_B_MESSAGES = new MessageVotes.Rules(500, 0.3, 60);

  private Rivals() {}

  static List<PeopleRanking> of(Archive archive, Audience audience) {
    return List.of(
        new MostActive(),
        presence(archive, audience),
        new MessageVotes(
            archive,
            audience,
            new EnglishAnalyzer(),
            new MessageVotes.Rules(200, 1, Double.POSITIVE_INFINITY)),
        recipeB(archive, audience));
  }

  /** Whoever is there, whatever the question. */
  static PeopleRanking presence(Archive archive, Audience audience) {
    return new Blend(
        "presence only",
        Map.of(
            new Joined(archive, audience, 14),
            0.7,
            new Joined(archive, audience, Double.POSITIVE_INFINITY),
            0.7,
            new LastSeen(),
            0.5));
  }

  /** Conversations, messages and presence together: the best recipe of an earlier study. */
  static PeopleRanking recipeB(Archive archive, Audience audience) {
    return new Blend(
        "recipe B",
        Map.of(
            new ConversationVotes(archive, audience),
            1.0,
            new MessageVotes(archive, audience, Analyzers.of(Language.ENGLISH), RECIPE_B_MESSAGES),
            0.5,
            new Joined(archive, audience, 14),
            0.3,
            new LastSeen(),
            0.4));
  }
}
