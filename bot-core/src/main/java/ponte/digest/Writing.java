package ponte.digest;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Choice.Offer;
import ponte.digest.Digest.Unanswered;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Writes the digest of one channel. A conversation is shown once: with what was decided in it, as a
 * discussion, or as an open question.
 */
final class Writing {

  /** How many messages tell the language of a channel. */
  private static final int MESSAGES_FOR_LANGUAGE = 100;

  /** How many messages after the span may answer a question of it. */
  private static final int MOST_LATER = 2_000;

  /** Kinds in their order; decisions and open questions as time went by. */
  private static final Comparator<Digest.Item> IN_ORDER =
      Digest.BY_KIND.thenComparing(
          item ->
              switch (item) {
                case Digest.Decision decision -> decision.decided().at();
                case Unanswered unanswered -> unanswered.question().at();
                default -> Instant.EPOCH;
              });

  private final Archive archive;
  private final Channel channel;
  private final Audience audience;
  private final DigestRules rules;
  private final Nlp nlp;
  private final Analyses analyses;
  private final Proposals proposals;
  private final Function<PersonId, ZoneId> zones;
  private final Predicate<String> somebody;
  private final Acquaintances acquaintances;
  private final Absent out;

  /**
   * @param zones where people's clocks stand
   * @param somebody whether words name a colleague, who is no topic
   * @param acquaintances tells who is not new
   * @param out those who are neither quoted nor counted
   */
  Writing(
      Archive archive,
      Channel channel,
      DigestRules rules,
      Nlp nlp,
      Analyses analyses,
      Proposals proposals,
      Function<PersonId, ZoneId> zones,
      Predicate<String> somebody,
      Acquaintances acquaintances,
      Absent out) {
    this.archive = archive;
    this.channel = channel;
    this.audience = Audience.of(channel.id());
    this.rules = rules;
    this.nlp = nlp;
    this.analyses = analyses;
    this.proposals = proposals;
    this.zones = zones;
    this.somebody = somebody;
    this.acquaintances = acquaintances;
    this.out = out;
  }

  /** Writes it: what it says follows from what was said alone, whoever reads it. */
  Digest digest(Lookback lookback, List<Filed> all, Instant now) {
    var filed = without(all.stream()).toList();
    var said = filed.stream().map(Filed::message).filter(Message::isTalk).toList();
    var everything = all.stream().map(Filed::message).filter(Message::isTalk).toList();
    var talks = Talk.of(filed);
    var language = language(said);
    var reading = new Reading(analyses, language);
    var earlier = earlier(lookback.span().from());
    var topics = new Topics(talks, earlier, analyses, language);
    var drafts = new Drafts(rules, nlp, reading, topics, opened());
    var quoting = new Quoting(rules.lines());

    var decided = decided(talks, reading, drafts);
    var undecided = talks.stream().filter(talk -> !decided.containsKey(talk.id())).toList();
    var offer =
        new Offer(
            new Discussions(drafts, rules.rank())
                .best(parts(undecided, reading, topics), rules.whole().discussions()).stream()
                    .map(draft -> discussion(draft, quoting))
                    .toList(),
            decided.values().stream().map(quoting::decision).toList(),
            open(undecided, until(everything, lookback.span(), now), reading, now).stream()
                .map(
                    line ->
                        new Unanswered(
                            quoting.headline(line), proposals.to(line, channel).orElse(null)))
                .toList());
    var beside =
        new Beside(rules, nlp, reading, quoting, zones, somebody, out)
            .of(
                talks,
                said,
                earlier,
                lookback.span(),
                topics,
                language,
                offer.all(),
                people -> acquaintances.among(people, channel, lookback.span().from()));
    var items = new Choice(rules.lines(), rules.small()).of(offer, beside);
    var more =
        Stream.concat(offer.all().stream(), beside.stream().flatMap(List::stream))
            .filter(item -> !items.contains(item))
            .toList();
    return new Digest(
        List.of(channel),
        lookback.span(),
        said.size(),
        Digests.people(said),
        lookback.remarks(),
        items.stream().sorted(IN_ORDER).toList(),
        more.stream().sorted(IN_ORDER).toList());
  }

  private static List<Talk> parts(List<Talk> talks, Reading reading, Topics topics) {
    var strands = new Strands(reading);
    var departures = new Departures(reading, topics);
    return talks.stream()
        .flatMap(talk -> strands.of(talk).stream())
        .flatMap(talk -> departures.of(talk).stream())
        .toList();
  }

  /** Those who opted out have said nothing, and reacted to nothing. */
  private Stream<Filed> without(Stream<Filed> all) {
    return all.filter(each -> !out.contains(each.message().author()))
        .map(each -> new Filed(unmoved(each.message()), each.conversation()));
  }

  private Message unmoved(Message message) {
    return message.reactions().stream().allMatch(each -> !out.containsAny(each.people()))
        ? message
        : message.with(
            message.reactions().stream()
                .map(
                    each ->
                        new Message.Reaction(
                            each.emoji(),
                            each.people().stream()
                                .filter(person -> !out.contains(person))
                                .collect(Collectors.toSet())))
                .filter(each -> !each.people().isEmpty())
                .toList());
  }

  /** A question that its asker called settled is told with its answer. */
  private static Digest.Item discussion(Draft draft, Quoting quoting) {
    var discussion = quoting.discussion(draft);
    var outcome = draft.outcome();
    return draft.opening().question()
            && outcome != null
            && (draft.solved()
                || (approved(outcome.message(), draft.opening().line().author())
                    && !Outcomes.asksOn(draft.lines(), draft.opening().line())))
        ? new Digest.Answered(discussion)
        : discussion;
  }

  private static boolean approved(Message answer, PersonId asker) {
    return answer.reactions().stream()
        .anyMatch(
            reaction -> Outcomes.isApproval(reaction.emoji()) && reaction.people().contains(asker));
  }

  /** The language of most messages; of as many in each, the one in which more was written. */
  private Language language(List<Message> said) {
    var step = Math.max(1, said.size() / MESSAGES_FOR_LANGUAGE);
    var messages = new EnumMap<Language, Integer>(Language.class);
    var characters = new EnumMap<Language, Integer>(Language.class);
    for (int i = 0; i < said.size(); i += step) {
      var text = said.get(i).text().searchable();
      nlp.language(text)
          .ifPresent(
              language -> {
                messages.merge(language, 1, Integer::sum);
                characters.merge(language, text.length(), Integer::sum);
              });
    }
    return Collections.max(
        List.of(Language.values()),
        Comparator.comparingInt((Language language) -> messages.getOrDefault(language, 0))
            .thenComparingInt(language -> characters.getOrDefault(language, 0)));
  }

  private List<Message> earlier(Instant from) {
    var since = from.minus(rules.span().memory());
    return without(
            archive.before(channel.id(), from, rules.span().mostRemembered(), audience).stream())
        .map(Filed::message)
        .filter(message -> message.isTalk() && !message.at().isBefore(since))
        .toList();
  }

  private UnaryOperator<Talk> opened() {
    return talk ->
        talk.lacksOpening()
            ? archive
                .find(talk.id(), audience)
                .map(Filed::message)
                .filter(message -> message.isTalk() && !out.contains(message.author()))
                .map(talk::openedBy)
                .orElse(talk)
            : talk;
  }

  /** The conversations in which something was decided, the largest ones, by their openings. */
  private Map<MessageId, Decided> decided(List<Talk> talks, Reading reading, Drafts drafts) {
    var decisions = new Decisions(reading, new Fitness(rules.fit()));
    var decided = new LinkedHashMap<MessageId, Decided>();
    talks.stream()
        .flatMap(talk -> decisions.in(talk).map(line -> Map.entry(talk, line)).stream())
        .sorted(
            Comparator.comparingDouble((Map.Entry<Talk, Line> each) -> -drafts.bulk(each.getKey()))
                .thenComparing(each -> each.getKey().id()))
        .limit(rules.whole().decisions())
        .forEach(
            each ->
                drafts
                    .of(each.getKey(), each.getValue())
                    .ifPresent(
                        draft ->
                            decided.put(draft.talk().id(), new Decided(each.getValue(), draft))));
    return decided;
  }

  /** What was said from the start of the span until now: what comes later may answer too. */
  private List<Message> until(List<Message> said, TimeSpan span, Instant now) {
    var all = new ArrayList<>(said);
    if (span.until().isBefore(now)) {
      archive.read(channel.id(), new TimeSpan(span.until(), now), MOST_LATER, audience).stream()
          .map(Filed::message)
          .filter(Message::isTalk)
          .forEach(all::add);
    }
    return all;
  }

  private List<Line> open(List<Talk> talks, List<Message> said, Reading reading, Instant now) {
    var openings = new Openings(rules.opening(), new Fitness(rules.fit()));
    return new OpenQuestions(rules.open(), openings, reading)
        .among(talks, said, OpenQuestions.isThreaded(said), now, rules.whole().open());
  }
}
