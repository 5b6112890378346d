package ponte.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.expert.ExpertRules;
import ponte.expert.ExpertRules.Votes;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;

/** Ponte's ranking with one thing taken away, changed or added. */
final class Ablations {

  private Ablations() {}

  /**
   * @param ponte Ponte by some rules, of some name
   */
  static List<PeopleRanking> of(
      Archive archive, Audience audience, Function<Named, PeopleRanking> ponte) {
    var votes = ExpertRules.DEFAULT.votes();
    var usual = ponte.apply(new Named("Ponte", ExpertRules.DEFAULT));
    return List.of(
        ponte.apply(
            named("half-life 30 days", with(votes, votes.elsewhere(), Duration.ofDays(30)))),
        ponte.apply(named("all channels alike", with(votes, 1, votes.halfLife()))),
        ponte.apply(named("only the same channel", with(votes, 0, votes.halfLife()))),
        ponte.apply(named("openings count nothing", opening(votes, 0))),
        ponte.apply(named("openings count fully", opening(votes, 1))),
        ponte.apply(named("never squared", squaredFrom(votes, Integer.MAX_VALUE))),
        ponte.apply(named("always squared", squaredFrom(votes, 0))),
        ponte.apply(looking(50)),
        ponte.apply(looking(400)),
        new Blend(
            "and message votes, 0.5",
            Map.of(
                usual,
                1.0,
                new MessageVotes(
                    archive, audience, Analyzers.of(Language.ENGLISH), Rivals.RECIPE_B_MESSAGES),
                0.5)),
        new Blend(
            "and presence, 0.3", Map.of(usual, 1.0, Rivals.presence(archive, audience), 0.3)));
  }

  /** Rules and what they are called. */
  record Named(String name, ExpertRules rules) {}

  static Named named(String name, Votes votes) {
    return new Named(name, rules(ExpertRules.DEFAULT.conversations(), votes));
  }

  private static Named looking(int conversations) {
    return new Named(
        conversations + " conversations", rules(conversations, ExpertRules.DEFAULT.votes()));
  }

  private static ExpertRules rules(int conversations, Votes votes) {
    var usual = ExpertRules.DEFAULT;
    return new ExpertRules(
        usual.people(), usual.most(), conversations, votes, usual.evidence(), usual.feedback());
  }

  static Votes with(Votes votes, double elsewhere, Duration halfLife) {
    return new Votes(votes.opening(), votes.thanked(), elsewhere, halfLife, votes.longTopic());
  }

  private static Votes opening(Votes votes, double opening) {
    return new Votes(
        opening, votes.thanked(), votes.elsewhere(), votes.halfLife(), votes.longTopic());
  }

  private static Votes squaredFrom(Votes votes, int terms) {
    return new Votes(votes.opening(), votes.thanked(), votes.elsewhere(), votes.halfLife(), terms);
  }
}
