package ponte.follow;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.wording.OtherWords;

/**
 * Finds those who follow what a question is about, by an index of the terms of all topics, and of
 * other words for them, that is kept in memory: topics that have no term in common with the
 * question are never looked at. It is made anew when somebody, here or on another replica, has
 * begun or ended to follow something.
 */
public final class Followers {

  private final Follows follows;
  private final Directory directory;
  private final Experts experts;
  private final Nlp nlp;
  private volatile Index index = new Index(0, Map.of(), Map.of());

  public Followers(Follows follows, Directory directory, Experts experts, Nlp nlp) {
    this.follows = follows;
    this.directory = directory;
    this.experts = experts;
    this.nlp = nlp;
  }

  /** Somebody who follows a topic. */
  record Follower(PersonId person, Follow follow) {}

  /**
   * Who follows what.
   *
   * @param topics those that have a term, in any language
   * @param followers of each topic
   */
  private record Index(
      long revision, Map<String, Set<String>> topics, Map<String, List<Follower>> followers) {}

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
    if (near.isEmpty()) {
      return List.of();
    }
    Predicate<String> about = experts.topicsOf(text, otherwise);
    return near.stream()
        .sorted()
        .filter(about)
        .flatMap(topic -> now.followers().getOrDefault(topic, List.of()).stream())
        .sorted(Comparator.comparing(follower -> follower.follow().pace()))
        .toList();
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
    for (var topic : followers.keySet()) {
      for (var language : Language.values()) {
        var terms = new HashSet<>(nlp.terms(topic, language));
        OtherWords.of(topic, language, nlp)
            .forEach(other -> terms.addAll(nlp.terms(other.other(), other.language())));
        terms.forEach(term -> topics.computeIfAbsent(term, _ -> new HashSet<>()).add(topic));
      }
    }
    return new Index(revision, topics, followers);
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
