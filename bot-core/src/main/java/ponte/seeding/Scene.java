package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Preferences;
import ponte.consent.WrittenNames;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest;
import ponte.digest.Digests;
import ponte.directory.Directory;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** What channels talked about lately, read once for all who look for something to talk about. */
final class Scene {

  /** So far back conversations are read; who asked earlier has an answer or forgot it. */
  static final Duration LATELY = Duration.ofDays(42);

  /** So far back it is told how lively a channel was. */
  static final Duration BEFORE = Duration.ofDays(120);

  private static final int CONVERSATIONS = 60;
  private static final int MESSAGES = 5_000;
  private static final int WORDS_OF_A_TOPIC = 4;
  private static final int LETTERS_OF_A_TOPIC = 4;

  /** What is in one conversation of so many is no topic of all of them. */
  private static final double COMMON = 0.08;

  /** What comes up on more than this share of the days of a channel is general there. */
  private static final double GENERAL = 0.1;

  private static final int FEW_DAYS = 3;

  /** What more than this share of the messages of a channel have tells nothing there. */
  private static final double USUAL = 0.02;

  private static final int FEW_MESSAGES = 15;

  private final Archive archive;
  private final Digests digests;
  private final Preferences preferences;
  private final Nlp nlp;
  private final WrittenNames names;
  private final Instant now;
  private final Map<ChannelId, Part> parts = new HashMap<>();
  private final Map<String, Integer> conversationsWith = new HashMap<>();
  private final Map<ChannelId, Map<String, Integer>> messagesWith = new HashMap<>();
  private int conversations;

  /** A channel, what it speaks, and what was said in it. */
  record Part(Channel channel, Language language, List<Message> said, List<Told> told) {

    /** Those who wrote since a moment. */
    Set<PersonId> people(Instant since) {
      var people = new HashSet<PersonId>();
      since(since).map(Message::author).forEach(people::add);
      return people;
    }

    Stream<Message> since(Instant since) {
      return said.stream().filter(message -> !message.at().isBefore(since));
    }
  }

  /**
   * @param names whose names are no topic, nor is anything of theirs
   */
  Scene(
      Archive archive,
      Digests digests,
      Preferences preferences,
      Nlp nlp,
      WrittenNames names,
      Instant now) {
    this.archive = archive;
    this.digests = digests;
    this.preferences = preferences;
    this.nlp = nlp;
    this.names = names;
    this.now = now;
  }

  /** Reads channels, each for itself alone. */
  void read(Collection<Channel> channels, ChannelLanguage languages, Language otherwise) {
    for (var channel : channels) {
      var said = said(channel);
      if (said.isEmpty()) {
        continue;
      }
      var language = languages.of(channel.id(), otherwise);
      var told = told(channel, language);
      told.forEach(
          each -> each.terms().forEach(term -> conversationsWith.merge(term, 1, Integer::sum)));
      conversations += told.size();
      parts.put(channel.id(), new Part(channel, language, said, told));
    }
  }

  private List<Message> said(Channel channel) {
    var out = preferences.out(channel.id().workspace());
    return archive.before(channel.id(), now, MESSAGES, Audience.of(channel.id())).stream()
        .map(Filed::message)
        .filter(message -> message.isTalk() && !out.contains(message.author()))
        .filter(message -> message.at().isAfter(now.minus(BEFORE)))
        .toList();
  }

  private List<Told> told(Channel channel, Language language) {
    return digests.lines(channel, TimeSpan.before(now, LATELY), CONVERSATIONS).stream()
        .flatMap(
            item ->
                switch (item) {
                  case Digest.Discussion about ->
                      Stream.of(
                          told(
                              channel,
                              about,
                              about.headline() instanceof Digest.Headline.Asked
                                  ? Told.Standing.DISCUSSED
                                  : Told.Standing.REMARK,
                              language));
                  case Digest.Answered(var about) ->
                      Stream.of(told(channel, about, Told.Standing.ANSWERED, language));
                  case Digest.Unanswered(var question, _) ->
                      Stream.of(
                          new Told(
                              question.message(),
                              channel,
                              question,
                              Told.Standing.WAITING,
                              null,
                              List.of(question.author()),
                              1,
                              terms(question, language),
                              terms(question, language)));
                  case Digest.Decision _,
                      Digest.Commitment _,
                      Digest.Rising _,
                      Digest.WentQuiet _,
                      Digest.Shared _,
                      Digest.Celebrated _,
                      Digest.Thanked _,
                      Digest.Newcomer _ ->
                      Stream.<Told>empty();
                })
        .toList();
  }

  private Told told(
      Channel channel, Digest.Discussion about, Told.Standing standing, Language language) {
    var terms = new HashSet<String>();
    archive.conversation(about.conversation(), Audience.of(channel.id())).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .forEach(message -> terms.addAll(nlp.terms(message.text().prose(), language)));
    var opening = about.headline().opening();
    return new Told(
        about.conversation(),
        channel,
        opening,
        standing,
        about.outcome(),
        about.people(),
        about.messages(),
        terms,
        terms(opening, language));
  }

  private Set<String> terms(Digest.Quote quote, Language language) {
    return Set.copyOf(nlp.terms(quote.text().prose(), language));
  }

  /**
   * The channels by what everybody may read who can open them: what is counted or shown in a
   * channel rests on that alone, and never on what else the asker can open.
   */
  Map<Audience, Set<ChannelId>> openings(Directory directory) {
    return parts.keySet().stream()
        .collect(Collectors.groupingBy(directory::audienceOf, Collectors.toSet()));
  }

  /** Those of the channels that may be read for an audience. */
  Set<ChannelId> channels(Audience audience) {
    return parts.keySet().stream().filter(audience::maySee).collect(Collectors.toSet());
  }

  Instant now() {
    return now;
  }

  Collection<Part> parts() {
    return parts.values().stream()
        .sorted(java.util.Comparator.comparing(part -> part.channel().id()))
        .toList();
  }

  Optional<Part> part(ChannelId channel) {
    return Optional.ofNullable(parts.get(channel));
  }

  Stream<Told> told() {
    return parts().stream().flatMap(part -> part.told().stream());
  }

  /** Whether a conversation opens with this question, and its asker was content with an answer. */
  boolean isAnswered(MessageId question) {
    return told()
        .anyMatch(
            each ->
                each.standing() == Told.Standing.ANSWERED
                    && each.opening().message().equals(question));
  }

  /** The terms of both that tell anything. */
  Set<String> shared(Set<String> one, Set<String> other) {
    var shared = new HashSet<>(one);
    shared.retainAll(other);
    shared.removeIf(term -> rarity(term) == 0);
    return shared;
  }

  /**
   * Whether a topic is a thing of its own in a channel: words that come up there all the time mean
   * something general, and in another channel another thing.
   *
   * @param until what was said later does not count
   */
  boolean isSpecificIn(ChannelId channel, String topic, Instant until) {
    var part = parts.get(channel);
    if (part == null) {
      return false;
    }
    var terms = nlp.terms(topic, part.language());
    var said = part.said().stream().filter(message -> message.at().isBefore(until)).toList();
    long with =
        said.stream()
            .filter(
                message -> nlp.terms(message.text().prose(), part.language()).containsAll(terms))
            .map(message -> message.at().truncatedTo(ChronoUnit.DAYS))
            .distinct()
            .count();
    return with <= Math.max(FEW_DAYS, GENERAL * days(said));
  }

  private static long days(List<Message> said) {
    return said.stream()
        .map(message -> message.at().truncatedTo(ChronoUnit.DAYS))
        .distinct()
        .count();
  }

  /**
   * The terms of both that tell anything in a channel: few of its messages have them. What no
   * conversation that is told of has is counted here, too.
   */
  Set<String> telling(ChannelId channel, Set<String> one, Set<String> other) {
    var shared = new HashSet<>(one);
    shared.retainAll(other);
    var messages = messagesWith.computeIfAbsent(channel, this::messagesWith);
    double most = Math.max(FEW_MESSAGES, USUAL * said(channel));
    shared.removeIf(term -> messages.getOrDefault(term, 0) > most);
    return shared;
  }

  private int said(ChannelId channel) {
    return part(channel).map(part -> part.said().size()).orElse(0);
  }

  private Map<String, Integer> messagesWith(ChannelId channel) {
    var messages = new HashMap<String, Integer>();
    part(channel)
        .ifPresent(
            part ->
                part.said().stream()
                    .flatMap(
                        message ->
                            nlp.terms(message.text().prose(), part.language()).stream().distinct())
                    .forEach(term -> messages.merge(term, 1, Integer::sum)));
    return messages;
  }

  /** How much terms tell together. */
  double weight(Set<String> terms) {
    return terms.stream().mapToDouble(this::rarity).sum();
  }

  /** How much a term tells: 0 for one that comes up everywhere. */
  double rarity(String term) {
    int with = conversationsWith.getOrDefault(term, 0);
    return with == 0 || with > Math.max(3, COMMON * conversations)
        ? 0
        : Math.log((1.0 + conversations) / with);
  }

  /**
   * What several texts have in common, in a few words of theirs, none of which names a colleague;
   * empty where that cannot be named.
   *
   * @param shared the terms that they share
   */
  Optional<String> topic(List<Told> about, Set<String> shared, Language language) {
    var sentences = about.stream().map(each -> each.opening().text().prose()).toList();
    return nlp
        .keyPhrases(sentences, language, term -> shared.contains(term) ? rarity(term) : 0, 4)
        .stream()
        .map(phrase -> phrase.text().strip())
        .filter(phrase -> phrase.split("\\s+").length <= WORDS_OF_A_TOPIC)
        .filter(phrase -> phrase.chars().filter(Character::isLetter).count() >= LETTERS_OF_A_TOPIC)
        .filter(phrase -> shared.containsAll(nlp.terms(phrase, language)))
        .filter(phrase -> phrase.contains(" ") || digests.naming().isSpecial(phrase))
        .filter(phrase -> !names.areIn(phrase))
        .findFirst();
  }
}
