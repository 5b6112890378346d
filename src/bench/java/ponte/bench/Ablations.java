package ponte.bench;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
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
    var usual = Changed.of(ExpertRules.DEFAULT.routing());
    return Stream.of(
            usual.with("taking part left out", Part.JOINED, 0),
            usual.with("last seen left out", Part.SEEN, 0),
            usual.with("presence left out", Part.JOINED, 0).with("presence left out", Part.SEEN, 0),
            usual.with("daytime left out", Part.DAYTIME, 0),
            usual.with("nothing fades", Part.FADING, 0),
            usual.with("all channels alike", Part.ELSEWHERE, 1),
            usual.with("asking 0.3", Part.ASKING, 0.3),
            usual.with("asking 1", Part.ASKING, 1),
            usual.with("relevance as it is", Part.RELEVANCE, 1),
            usual.with("who knows left out", Part.KNOWN, 0),
            usual.with("no pace of its own", Part.PACE, 0))
        .map(each -> ponte.apply(routed("routing, " + each.name(), each.rules())))
        .toList();
  }

  /** The numbers of routing. */
  enum Part {
    ASKING,
    ELSEWHERE,
    RELEVANCE,
    FADING,
    PACE,
    DAYTIME,
    JOINED,
    SEEN,
    KNOWN
  }

  /** Routing with some of its numbers changed. */
  record Changed(String name, Map<Part, Double> numbers, Routing usual) {

    static Changed of(Routing usual) {
      return new Changed("", Map.of(), usual);
    }

    Changed with(String name, Part part, double number) {
      var changed = new EnumMap<Part, Double>(Part.class);
      changed.putAll(numbers);
      changed.put(part, number);
      return new Changed(name, changed, usual);
    }

    Routing rules() {
      return new Routing(
          of(Part.ASKING, usual.asking()),
          of(Part.ELSEWHERE, usual.elsewhere()),
          of(Part.RELEVANCE, usual.relevance()),
          of(Part.FADING, usual.fading()),
          of(Part.PACE, usual.pace()),
          of(Part.DAYTIME, usual.daytime()),
          usual.around(),
          usual.latest(),
          of(Part.JOINED, usual.joined()),
          of(Part.SEEN, usual.seen()),
          of(Part.KNOWN, usual.known()));
    }

    private double of(Part part, double usual) {
      return numbers.getOrDefault(part, usual);
    }
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
        ponte.apply(named("asking counts fully", asking(votes, 1))),
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
    return new Votes(
        votes.opening(), votes.asking(), votes.thanked(), elsewhere, halfLife, votes.longTopic());
  }

  private static Votes opening(Votes votes, double opening) {
    return new Votes(
        opening,
        votes.asking(),
        votes.thanked(),
        votes.elsewhere(),
        votes.halfLife(),
        votes.longTopic());
  }

  private static Votes squaredFrom(Votes votes, int terms) {
    return new Votes(
        votes.opening(),
        votes.asking(),
        votes.thanked(),
        votes.elsewhere(),
        votes.halfLife(),
        terms);
  }

  private static Votes asking(Votes votes, double asking) {
    return new Votes(
        votes.opening(),
        asking,
        votes.thanked(),
        votes.elsewhere(),
        votes.halfLife(),
        votes.longTopic());
  }
}
