package ponte.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.OtherWords;
import ponte.wording.Wordings;

/**
 * Finds those who follow what a question is about, by an index of the terms of all topics, and of
 * other words for them, that is kept in memory: topics that have no term in common with the
 * question are never looked at. It is made anew when somebody, here or on another replica, has
 * begun or ended to follow something.
 *
 * <p>What an acronym is short for is learned from what its follower may see, when somebody asks.
 */
public final class Followers {

  private final Follows follows;
  private final Directory directory;
  private final Experts experts;
  private final Wordings wordings;
  private final Nlp nlp;
  private volatile Index index = new Index(0, Map.of(), Map.of(), Map.of());

  public Followers(
      Follows follows, Directory directory, Experts experts, Wordings wordings, Nlp nlp) {
    this.follows = follows;
    this.directory = directory;
    this.experts = experts;
    this.wordings = wordings;
    this.nlp = nlp;
  }

  /** Somebody who follows a topic. */
  record Follower(PersonId person, Follow follow) {}

  /**
   * Who follows what.
   *
   * @param topics those that have a term, in any language
   * @param acronyms those that have a word, or words with these initials
   * @param followers of each topic
   */
  private record Index(
      long revision,
      Map<String, Set<String>> topics,
      Map<String, Set<String>> acronyms,
      Map<String, List<Follower>> followers) {

    private Stream<Follower> of(String topic) {
      return followers.getOrDefault(topic, List.of()).stream();
    }
  }

  /**
   * Those who follow a topic that a text is about, for each of their topics; those first who want
   * to know it soonest.
   *
   * @param otherwise the language of the text where it does not tell
   */
  List<Follower> of(String text, Language otherwise) {
    var now = current();
    if (now.followers().isEmpty()) {
      return List.of();
    }
    var near = new HashSet<String>();
    for (var language : Language.values()) {
      for (var term : nlp.terms(text, language)) {
        near.addAll(now.topics().getOrDefault(term, Set.of()));
      }
    }
    for (var word : nlp.words(text, otherwise)) {
      var counted = OtherWords.counted(word);
      if (counted != null) {
        near.addAll(now.topics().getOrDefault(counted, Set.of()));
      }
    }
    var shortened = shortened(text, otherwise, now);
    if (near.isEmpty() && shortened.isEmpty()) {
      return List.of();
    }
    Predicate<String> about = experts.topicsOf(text, otherwise);
    var found = near.stream().filter(about).collect(Collectors.toSet());
    shortened.removeAll(found);
    return Stream.concat(
            found.stream().sorted().flatMap(now::of),
            shortened.stream().sorted().flatMap(now::of).filter(each -> means(each, about)))
        .sorted(Comparator.comparing(follower -> follower.follow().pace()))
        .toList();
  }

  /** Topics with an acronym that a text may write out, or with words that it may shorten. */
  private Set<String> shortened(String text, Language otherwise, Index now) {
    return Stream.concat(Wordings.initials(text, otherwise, nlp).stream(), words(text, otherwise))
        .flatMap(each -> now.acronyms().getOrDefault(each, Set.of()).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private Stream<String> words(String text, Language language) {
    return nlp.words(text, language).stream().map(word -> word.toLowerCase(Locale.ROOT));
  }

  /** Whether it is about what somebody follows as those write it whom they may read. */
  private boolean means(Follower follower, Predicate<String> about) {
    return wordings
        .writtenOtherwise(
            follower.follow().topic(), Language.ENGLISH, directory.audienceOf(follower.person()))
        .stream()
        .anyMatch(about);
  }

  private Index current() {
    var revision = follows.revision();
    var known = index;
    if (known.revision() != revision) {
      // Whatever changes while it is read tells a later revision, and is read the next time.
      known = read(revision);
      index = known;
    }
    return known;
  }

  private Index read(long revision) {
    var followers = new HashMap<String, List<Follower>>();
    for (var workspace : directory.workspaces()) {
      follows.each(
          workspace,
          (person, all) ->
              all.forEach(
                  follow ->
                      followers
                          .computeIfAbsent(follow.topic(), _ -> new ArrayList<>())
                          .add(new Follower(person, follow))));
    }
    var topics = new HashMap<String, Set<String>>();
    var acronyms = new HashMap<String, Set<String>>();
    for (var topic : followers.keySet()) {
      Stream.concat(
              Wordings.initials(topic, Language.ENGLISH, nlp).stream(),
              words(topic, Language.ENGLISH))
          .forEach(each -> acronyms.computeIfAbsent(each, _ -> new HashSet<>()).add(topic));
      for (var language : Language.values()) {
        var terms = new HashSet<>(nlp.terms(topic, language));
        OtherWords.of(topic, language, nlp)
            .forEach(other -> terms.addAll(nlp.terms(other.other(), other.language())));
        terms.forEach(term -> topics.computeIfAbsent(term, _ -> new HashSet<>()).add(topic));
      }
    }
    return new Index(revision, topics, acronyms, followers);
  }

  /** Whether there is anything in a topic by which a question could be known to be about it. */
  boolean canBeFollowed(String topic) {
    for (var language : Language.values()) {
      if (!nlp.terms(topic, language).isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
