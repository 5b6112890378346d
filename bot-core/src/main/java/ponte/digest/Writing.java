package ponte.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Writes the digest of one channel. A conversation is shown once: with what was decided in it, as a
 * discussion, or as an open question.
 */
final class Writing {

  /** Where at least this share of messages are replies in threads, people answer in threads. */
  private static final double THREADED = 0.3;

  /** How many messages tell the language of a channel. */
  private static final int MESSAGES_FOR_LANGUAGE = 100;

  /** How many messages after the span may answer a question of it. */
  private static final int MOST_LATER = 2_000;

  private final Archive archive;
  private final Channel channel;
  private final Audience audience;
  private final DigestRules rules;
  private final Nlp nlp;
  private final Analyses analyses;
  private final Set<PersonId> out;

  /**
   * @param out those who are neither quoted nor counted
   */
  Writing(
      Archive archive,
      Channel channel,
      DigestRules rules,
      Nlp nlp,
      Analyses analyses,
      Set<PersonId> out) {
    this.archive = archive;
    this.channel = channel;
    this.audience = Audience.of(channel.id());
    this.rules = rules;
    this.nlp = nlp;
    this.analyses = analyses;
    this.out = Set.copyOf(out);
  }

  /** Writes it: what it says follows from what was said alone, whoever reads it. */
  Digest digest(Lookback lookback, List<Filed> all, Instant now) {
    var filed = all.stream().filter(each -> !out.contains(each.message().author())).toList();
    var said = filed.stream().map(Filed::message).filter(Message::isTalk).toList();
    var everything = all.stream().map(Filed::message).filter(Message::isTalk).toList();
    var talks = Talk.of(filed);
    var language = language(said);
    var reading = new Reading(analyses, language);
    var topics = new Topics(talks, earlier(lookback.span().from()), analyses, language);
    var drafts = new Drafts(rules, nlp, reading, topics, opened());
    var quoting = new Quoting(nlp, rules.lines(), topics.vocabulary());

    var decided = decided(talks, reading, drafts);
    var undecided = talks.stream().filter(talk -> !decided.containsKey(talk.id())).toList();
    var open = open(undecided, until(everything, lookback.span(), now), reading, now);
    int room = rules.lines().most() - decided.size() - open.size();
    var discussions =
        new Discussions(drafts, rules.rank())
            .best(undecided, Math.min(room, rules.lines().discussions()));
    var items = new ArrayList<Digest.Item>();
    discussions.stream().map(quoting::discussion).forEach(items::add);
    decided.values().stream()
        .map(quoting::decision)
        .sorted(Comparator.comparing(decision -> decision.decided().at()))
        .forEach(items::add);
    open.stream()
        .map(quoting::headline)
        .map(question -> new Digest.Unanswered(question, null))
        .forEach(items::add);
    return new Digest(
        List.of(channel),
        lookback.span(),
        said.size(),
        Digests.people(said),
        lookback.remarks(),
        items,
        List.of());
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
    return archive.before(channel.id(), from, rules.span().mostRemembered(), audience).stream()
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
    var decided = new HashMap<MessageId, Decided>();
    talks.stream()
        .flatMap(talk -> decisions.in(talk).map(line -> Map.entry(talk, line)).stream())
        .sorted(
            Comparator.comparingDouble((Map.Entry<Talk, Line> each) -> -drafts.bulk(each.getKey()))
                .thenComparing(each -> each.getKey().id()))
        .limit(rules.lines().decisions())
        .forEach(
            each ->
                drafts
                    .of(each.getKey())
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
    long replies = said.stream().filter(message -> message.thread() != null).count();
    return new OpenQuestions(rules.open(), openings, reading)
        .among(talks, said, replies >= THREADED * said.size(), now, rules.lines().open());
  }
}
