package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;
import ponte.digest.TopicNaming;
import ponte.directory.Directory;
import ponte.listening.Trend.Direction;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Finds what people speak of much more, or much less, than in the weeks before. */
public final class Trending {

  /** Of a shorter time before nothing can be said. */
  private static final Duration LEAST_HISTORY = Duration.ofDays(14);

  /** Further down a term is chance, or no thing. */
  private static final int CANDIDATES = 80;

  private static final int MESSAGES_TO_READ = 16;
  private static final int QUOTES = 3;

  /** Two topics that share so much of what was said are one. */
  private static final double SAME = 0.5;

  private final Archive archive;
  private final Directory directory;
  private final Gists gists;
  private final Chatter chatter;
  private final Nlp nlp;
  private final TopicNaming naming;
  private final ListeningRules rules;

  public Trending(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Nlp nlp,
      TopicNaming naming,
      ListeningRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.gists = new Gists(nlp);
    this.chatter = new Chatter(archive, directory, preferences, gists, rules.reach());
    this.nlp = nlp;
    this.naming = naming;
    this.rules = rules;
  }

  /**
   * What rises and what fades in a span, held against the time before it; what rises first, then
   * the most surprising first. Empty where nothing does, or where nobody wrote two weeks before.
   *
   * @param audience for whose eyes; of other channels nothing is read
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<Trend> over(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    var looked = looked(audience, channels);
    var start = span.from().minus(rules.reach().history());
    var spoken = chatter.in(looked, new TimeSpan(start, span.until()));
    var first = Chatter.first(spoken, span.until());
    var since = first.isAfter(start) ? first : start;
    if (Duration.between(since, span.from()).compareTo(LEAST_HISTORY) < 0) {
      return List.of();
    }
    var search = new Search(spoken, since, span, audience);
    return Stream.of(Direction.values())
        .flatMap(direction -> search.of(direction).stream())
        .toList();
  }

  private List<ChannelId> looked(Audience audience, Collection<ChannelId> channels) {
    return directory.channels(audience).stream()
        .filter(
            channel -> channels.isEmpty() ? !channel.archived() : channels.contains(channel.id()))
        .map(Channel::id)
        .toList();
  }

  /** One look at what was said. */
  private final class Search {

    private final Instant since;
    private final TimeSpan span;
    private final Audience audience;
    private final Mentions mentions;
    private final int channels;
    private final long voicesNow;
    private final long voicesBefore;
    private final Set<Integer> names;

    Search(List<Spoken> spoken, Instant since, TimeSpan span, Audience audience) {
      this.since = since;
      this.span = span;
      this.audience = audience;
      this.mentions = new Mentions(spoken, rules.trends().people(), i -> isNow(spoken.get(i)));
      this.channels = (int) spoken.stream().map(Spoken::channel).distinct().count();
      this.voicesNow = voices(spoken, this::isNow);
      this.voicesBefore = voices(spoken, each -> !isNow(each));
      this.names = names();
    }

    private boolean isNow(Spoken each) {
      return !each.at().isBefore(span.from());
    }

    private static long voices(List<Spoken> spoken, Predicate<Spoken> which) {
      return spoken.stream().filter(which).map(Spoken::voice).distinct().count();
    }

    /** A colleague is no topic. */
    private Set<Integer> names() {
      return directory.people().stream()
          .flatMap(person -> Stream.of(person.name(), person.handle()))
          .flatMap(name -> Stream.of(name.split("[\\s()]+")))
          .flatMap(
              name -> Stream.of(Language.values()).flatMap(each -> nlp.terms(name, each).stream()))
          .map(Gists::code)
          .collect(Collectors.toSet());
    }

    private Wave wave(List<Spoken> spoken) {
      return new Wave(
          Wave.Side.of(spoken.stream().filter(this::isNow).toList(), voicesNow, span.length()),
          Wave.Side.of(
              spoken.stream().filter(each -> !isNow(each)).toList(),
              voicesBefore,
              Duration.between(since, span.from())));
    }

    private boolean goes(Wave wave, Direction direction) {
      return switch (direction) {
        case RISING -> wave.rises(rules.trends(), channels);
        case FADING -> wave.fades(rules.trends(), channels);
      };
    }

    private static Wave.Side high(Wave wave, Direction direction) {
      return switch (direction) {
        case RISING -> wave.now();
        case FADING -> wave.before();
      };
    }

    private record Candidate(long key, Wave wave, double surprise) {}

    List<Trend> of(Direction direction) {
      var candidates =
          mentions.keys().stream()
              .filter(key -> !isName(key))
              .map(key -> new Candidate(key, wave(mentions.of(key)), 0))
              .filter(each -> goes(each.wave(), direction))
              .map(each -> new Candidate(each.key(), each.wave(), each.wave().surprise()))
              .sorted(
                  Comparator.comparingDouble((Candidate each) -> -each.surprise())
                      .thenComparing(Candidate::key))
              .limit(CANDIDATES)
              .toList();
      var trends = new ArrayList<Trend>();
      var told = new ArrayList<Set<MessageId>>();
      for (var candidate : candidates) {
        if (trends.size() == rules.trends().shown()) {
          break;
        }
        if (told.stream()
            .noneMatch(other -> isSame(ids(high(candidate.wave(), direction)), other))) {
          topic(candidate, direction)
              .filter(
                  topic ->
                      told.stream()
                          .noneMatch(other -> isSame(ids(high(topic.wave(), direction)), other)))
              .ifPresent(
                  topic -> {
                    told.add(ids(high(topic.wave(), direction)));
                    trends.add(topic.trend(direction));
                  });
        }
      }
      return trends;
    }

    private boolean isName(long key) {
      return Arrays.stream(Mentions.terms(key)).allMatch(names::contains);
    }

    private static Set<MessageId> ids(Wave.Side side) {
      return side.spoken().stream().map(Spoken::id).collect(Collectors.toSet());
    }

    private static boolean isSame(Set<MessageId> one, Set<MessageId> other) {
      long shared = one.stream().filter(other::contains).count();
      return shared >= SAME * Math.min(one.size(), other.size());
    }

    private final class Topic {
      private final String name;
      private final Wave wave;
      private final List<Message> messages;
      private final Language language;

      Topic(String name, Wave wave, List<Message> messages, Language language) {
        this.name = name;
        this.wave = wave;
        this.messages = messages;
        this.language = language;
      }

      Wave wave() {
        return wave;
      }

      Trend trend(Direction direction) {
        var high = high(wave, direction);
        return new Trend(
            name,
            direction,
            wave.now().weekly(),
            wave.before().weekly(),
            (int) high.voices(),
            high.distinct(Spoken::person),
            high.distinct(Spoken::conversation),
            high.channels(),
            wave.course(since, span.until()),
            wave.surprise(),
            naming.quotes(name, messages, language, QUOTES));
      }
    }

    /** A candidate by the words people have for it, counted anew by these in both languages. */
    private Optional<Topic> topic(Candidate candidate, Direction direction) {
      var spoken = high(candidate.wave(), direction).spoken();
      var language = mostly(spoken);
      var messages = sample(spoken.stream().filter(each -> each.language() == language).toList());
      if (messages.isEmpty()) {
        return Optional.empty();
      }
      var terms =
          Set.copyOf(gists.spelled(messages.getFirst(), language, Mentions.terms(candidate.key())));
      return naming
          .name(terms, messages, language)
          .flatMap(
              name -> {
                var wordings =
                    Stream.of(Language.values()).map(each -> gists.codes(name, each)).toList();
                var wave = wave(mentions.of(wordings));
                return goes(wave, direction)
                    ? Optional.of(
                        new Topic(
                            name,
                            wave,
                            sample(
                                high(wave, direction).spoken().stream()
                                    .filter(each -> each.language() == language)
                                    .toList()),
                            language))
                    : Optional.empty();
              });
    }

    private static Language mostly(List<Spoken> spoken) {
      Map<Language, Integer> counts = new HashMap<>();
      spoken.forEach(each -> counts.merge(each.language(), 1, Integer::sum));
      return counts.getOrDefault(Language.ITALIAN, 0) > counts.getOrDefault(Language.ENGLISH, 0)
          ? Language.ITALIAN
          : Language.ENGLISH;
    }

    /** The latest messages, those of different conversations first. */
    private List<Message> sample(List<Spoken> spoken) {
      var conversations = new HashSet<MessageId>();
      var first = new ArrayList<Spoken>();
      var rest = new ArrayList<Spoken>();
      for (var each : spoken.reversed()) {
        (conversations.add(each.conversation()) ? first : rest).add(each);
      }
      return Stream.concat(first.stream(), rest.stream())
          .limit(MESSAGES_TO_READ)
          .flatMap(each -> archive.find(each.id(), audience).stream())
          .map(Filed::message)
          .toList();
    }
  }
}
