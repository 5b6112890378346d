package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import ponte.community.Networks;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Conversations about the same in two channels, of people who seem not to know of each other. */
final class ApartTeams implements Source {

  private static final Duration LATELY = Duration.ofDays(28);
  private static final int FEWEST_PEOPLE = 2;
  private static final int FEWEST_MESSAGES = 3;
  private static final int FEWEST_SHARED = 4;

  /** So much of what the shorter one tells must be in both. */
  private static final double ALIKE = 0.2;

  private final Directory directory;
  private final Networks networks;
  private final Nlp nlp;

  ApartTeams(Directory directory, Networks networks, Nlp nlp) {
    this.directory = directory;
    this.networks = networks;
    this.nlp = nlp;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    var talks =
        scene
            .told()
            .filter(told -> told.at().isAfter(scene.now().minus(LATELY)))
            .filter(told -> told.people().size() >= FEWEST_PEOPLE)
            .filter(told -> told.messages() >= FEWEST_MESSAGES)
            .toList();
    var found = new ArrayList<Pair>();
    for (int i = 0; i < talks.size(); i++) {
      for (int j = i + 1; j < talks.size(); j++) {
        var one = talks.get(i);
        var other = talks.get(j);
        if (areApart(one, other)) {
          // The later one is where people still think about it.
          var here = one.at().isAfter(other.at()) ? one : other;
          var there = here == one ? other : one;
          proposal(here, there, scene).ifPresent(each -> found.add(new Pair(here, there, each)));
        }
      }
    }
    // Who turned to whom is read only where two conversations are about the same.
    return found.isEmpty() ? List.of() : ofStrangers(found, scene.now());
  }

  private record Pair(Told here, Told there, Proposal proposal) {}

  private List<Proposal> ofStrangers(List<Pair> pairs, Instant now) {
    var strangers = Strangers.at(now, networks, directory);
    return pairs.stream()
        .filter(pair -> strangers.are(pair.here().people(), pair.there().people()))
        .map(Pair::proposal)
        .toList();
  }

  private boolean areApart(Told one, Told other) {
    return !one.channel().id().equals(other.channel().id())
        && one.people().stream()
            .noneMatch(
                person ->
                    other.people().stream()
                        .anyMatch(each -> directory.accounts().areOne(person, each)));
  }

  private java.util.Optional<Proposal> proposal(Told here, Told there, Scene scene) {
    if (!directory.audienceOf(here.channel().id()).maySee(there.channel().id())) {
      return java.util.Optional.empty();
    }
    Set<String> shared = scene.shared(here.terms(), there.terms());
    double both = scene.weight(shared);
    double least = Math.min(scene.weight(here.terms()), scene.weight(there.terms()));
    if (shared.size() < FEWEST_SHARED
        || both < ALIKE * least
        || Collections.disjoint(here.asked(), shared)
        || Collections.disjoint(there.asked(), shared)) {
      return java.util.Optional.empty();
    }
    var language = scene.part(here.channel().id()).orElseThrow().language();
    return scene
        .topic(List.of(here, there), shared, language)
        .filter(topic -> isOfBoth(topic, here, there, language))
        .filter(
            topic ->
                scene.isSpecificIn(here.channel().id(), topic, scene.now())
                    && scene.isSpecificIn(there.channel().id(), topic, scene.now()))
        .map(
            topic ->
                new Proposal(
                    here.channel(),
                    new Reason.Apart(topic, here.opening().message(), there.opening().message()),
                    topic,
                    1.2 + both / least));
  }

  /** Whether both open with it: a word that comes up on the way is not what they talk about. */
  private boolean isOfBoth(String topic, Told here, Told there, Language language) {
    var terms = nlp.terms(topic, language);
    return here.asked().containsAll(terms) && there.asked().containsAll(terms);
  }
}
