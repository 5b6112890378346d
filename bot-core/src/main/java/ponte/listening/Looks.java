package ponte.listening;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.digest.TopicNaming;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Looks at what was said for topics in it. */
final class Looks {

  /** Of a shorter time before nothing can be said. */
  private static final Duration LEAST_HISTORY = Duration.ofDays(14);

  private final Archive archive;
  private final Directory directory;
  private final Gists gists;
  private final Nlp nlp;
  private final TopicNaming naming;

  Looks(Archive archive, Directory directory, Gists gists, Nlp nlp, TopicNaming naming) {
    this.archive = archive;
    this.directory = directory;
    this.gists = gists;
    this.nlp = nlp;
    this.naming = naming;
  }

  /**
   * A look at what was said.
   *
   * @param fewest what comes up in fewer messages, now and before, is no topic
   * @param whole the time in which it was said
   * @param from what was said since then is now
   */
  Look at(List<Spoken> spoken, int fewest, TimeSpan whole, Instant from, Audience audience) {
    return new Look(this, spoken, fewest, whole, from, audience);
  }

  /**
   * A look at what was said in a span and in the time before it; empty where too little of that
   * time is known for anything to be said.
   */
  Optional<Look> remembering(
      Chatter chatter,
      Collection<ChannelId> channels,
      TimeSpan span,
      int fewest,
      Audience audience) {
    var start = span.from().minus(chatter.history());
    var spoken = chatter.in(channels, new TimeSpan(start, span.until()));
    var first = Chatter.first(spoken, span.until());
    var since = first.isAfter(start) ? first : start;
    return Duration.between(since, span.from()).compareTo(LEAST_HISTORY) < 0
        ? Optional.empty()
        : Optional.of(at(spoken, fewest, new TimeSpan(since, span.until()), span.from(), audience));
  }

  /** A colleague is no topic: the terms of all their names. */
  Set<Integer> names() {
    return directory.people().stream()
        .flatMap(person -> Stream.of(person.name(), person.handle()))
        .distinct()
        .flatMap(
            name -> Stream.of(Language.values()).flatMap(each -> nlp.terms(name, each).stream()))
        .map(Gists::code)
        .collect(Collectors.toSet());
  }

  Archive archive() {
    return archive;
  }

  Gists gists() {
    return gists;
  }

  TopicNaming naming() {
    return naming;
  }
}
