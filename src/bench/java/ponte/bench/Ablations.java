package ponte.bench;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.expert.ExpertRules;
import ponte.expert.ExpertRules.Routing;
import ponte.expert.ExpertRules.Votes;
import ponte.nlp.Analyzers;
import ponte.nlp.Language;

/** Ponte's ranking with one thing taken away, changed or added. */
final class Ablations {

  private Ablations() {}

  /**
   * What routing is without one of its parts.
   *
   * @param ponte Ponte's routing by some rules, of some name
   */
  static List<PeopleRanking> ofRouting(Function<Named, PeopleRanking> ponte) {
    var usual = ExpertRules.DEFAULT.routing();
    var around = usual.around();
    return List.of(
        ponte.apply(
            routed(
                "routing, taking part left out",
                new Routing(0.6, 0.2, 0.7, 2, around, usual.latest(), 0, usual.seen()))),
        ponte.apply(
            routed(
                "routing, last seen left out",
                new Routing(0.6, 0.2, 0.7, 2, around, usual.latest(), usual.joined(), 0))),
        ponte.apply(
            routed(
                "routing, presence left out",
                new Routing(0.6, 0.2, 0.7, 2, around, usual.latest(), 0, 0))),
        ponte.apply(
            routed(
                "routing, daytime left out",
                new Routing(
                    0.6, 0.2, 0.7, 0, around, usual.latest(), usual.joined(), usual.seen()))),
        ponte.apply(
            routed(
                "routing, nothing fades",
                new Routing(0.6, 0.2, 0, 2, around, usual.latest(), usual.joined(), usual.seen()))),
        ponte.apply(
            routed(
                "routing, all channels alike",
                new Routing(0.6, 1, 0.7, 2, around, usual.latest(), usual.joined(), usual.seen()))),
        ponte.apply(
            routed(
                "routing, openings 0.3",
                new Routing(
                    0.3, 0.2, 0.7, 2, around, usual.latest(), usual.joined(), usual.seen()))));
  }

  static Named routed(String name, Routing routing) {
    var usual = ExpertRules.DEFAULT;
    return new Named(
        name,
        new ExpertRules(
            usual.people(),
            usual.most(),
            usual.conversations(),
            usual.votes(),
            usual.evidence(),
            usual.feedback(),
            routing));
  }

  /**
   * @param ponte Ponte by some rules, of some name
   */
  static List<PeopleRanking> of(
      Archive archive, Audience audience, Function<Named, PeopleRanking> ponte) {
    var votes = ExpertRules.DEFAULT.votes();
    var usual = ponte.apply(new Named(Ponte.WHO_KNOWS, ExpertRules.DEFAULT));
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
        usual.people(),
        usual.most(),
        conversations,
        votes,
        usual.evidence(),
        usual.feedback(),
        usual.routing());
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
