package ponte.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.consent.Absent;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Finds what a digest tells beside discussions, decisions and questions: promises, links, trends,
 * thanks, new people.
 */
final class Beside {

  private final DigestRules rules;
  private final Nlp nlp;
  private final Reading reading;
  private final Quoting quoting;
  private final Function<PersonId, ZoneId> zones;
  private final Predicate<String> somebody;
  private final Absent out;

  /**
   * @param zones where people's clocks stand
   * @param somebody whether words name a colleague, who is no topic
   * @param out those who are neither quoted nor counted
   */
  Beside(
      DigestRules rules,
      Nlp nlp,
      Reading reading,
      Quoting quoting,
      Function<PersonId, ZoneId> zones,
      Predicate<String> somebody,
      Absent out) {
    this.rules = rules;
    this.nlp = nlp;
    this.reading = reading;
    this.quoting = quoting;
    this.zones = zones;
    this.somebody = somebody;
    this.out = out;
  }

  /**
   * A list of each kind with the best first, in the order in which kinds are chosen.
   *
   * @param earlier what was said before the span, oldest first
   * @param main what the digest tells already
   * @param known those of some people who wrote before the span
   */
  List<List<? extends Item>> of(
      List<Talk> talks,
      List<Message> said,
      List<Message> earlier,
      TimeSpan span,
      Topics topics,
      Language language,
      List<Item> main,
      UnaryOperator<Set<PersonId>> known) {
    var fitness = new Fitness(rules.fit());
    var shown =
        main.stream().flatMap(item -> Sources.of(item).stream()).collect(Collectors.toSet());
    var quoted =
        main.stream()
            .flatMap(item -> Sources.quotes(item).stream())
            .map(Quote::message)
            .collect(Collectors.toSet());
    var gratitude = new Gratitude(rules, reading, fitness, quoting);
    var saidNow = new Usage(said, topics::spoken);
    var saidBefore = new Usage(earlier, topics::spoken);
    var rising = trends(fitness, language, saidNow, new Usage(earlier, topics::terms));
    var quiet = trends(fitness, language, topics.said(), saidBefore);
    int most = rules.whole().small();
    Instant from = span.from();
    return Stream.<List<? extends Item>>of(
            new Commitments(reading, fitness, quoting, zones).in(talks, shown),
            gratitude.celebrated(talks).stream()
                .filter(each -> !shown.contains(each.source()))
                .toList(),
            rising.rising(talks, from, span.length()).stream()
                .filter(each -> !quoted.contains(each.source()))
                .toList(),
            new SharedThings(reading, fitness, rules.opening(), quoting).in(talks, shown),
            gratitude.thanked(talks, out),
            Newcomers.in(said, earlier, from, rules.span().memory(), known),
            quiet.quiet(from, earlier))
        .<List<? extends Item>>map(each -> each.subList(0, Math.min(most, each.size())))
        .toList();
  }

  private Trends trends(Fitness fitness, Language language, Usage now, Usage before) {
    return new Trends(
        rules.trend(), nlp, reading, fitness, quoting, somebody, language, now, before);
  }
}
