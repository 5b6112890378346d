package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.directory.Directory;
import ponte.nlp.Nlp;

/** Channels that were lively and are quiet, while their people talk about their topic elsewhere. */
final class QuietRooms implements Source {

  private static final Duration QUIET = Duration.ofDays(21);

  /** So much was said before, by so many, or it was never lively. */
  private static final int LIVELY = 20;

  private static final int FEWEST_PEOPLE = 4;
  private static final int FEW = 2;
  private static final int TOPICS = 40;
  private static final int FEWEST_SHARED = 2;

  /** One conversation about something, or one person, brings no room to life. */
  private static final int FEWEST_TALKS = 2;

  private static final int FEWEST_PEOPLE_ELSEWHERE = 2;

  /** So many times the share of any other channel is about it. */
  private static final double OWN = 2;

  /** What came up less often is not what a room is for. */
  private static final int FEWEST_HERE = 3;

  private final Directory directory;
  private final Nlp nlp;

  QuietRooms(Directory directory, Nlp nlp) {
    this.directory = directory;
    this.nlp = nlp;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    var found = new ArrayList<Proposal>();
    var quiet = scene.now().minus(QUIET);
    for (var part : scene.parts()) {
      if (isDormant(part, quiet)) {
        var topics = topics(part, scene);
        var people = part.people(Instant.EPOCH);
        var open = directory.audienceOf(part.channel().id());
        scene
            .told()
            .filter(told -> !told.channel().id().equals(part.channel().id()))
            .filter(told -> open.maySee(told.channel().id()) && told.at().isAfter(quiet))
            .filter(told -> told.people().stream().anyMatch(people::contains))
            .filter(told -> told.people().size() > 1)
            .filter(told -> told.standing() != Told.Standing.ANSWERED)
            .map(told -> Map.entry(told, scene.shared(told.terms(), topics)))
            .filter(each -> each.getValue().size() >= FEWEST_SHARED)
            .max(
                Comparator.comparingDouble(
                    (Map.Entry<Told, Set<String>> each) -> scene.weight(each.getValue())))
            .flatMap(
                each ->
                    scene
                        .topic(List.of(each.getKey()), each.getValue(), part.language())
                        .filter(topic -> isSpokenOf(topic, part, open, quiet, scene))
                        .filter(topic -> belongs(topic, part, each.getKey(), scene))
                        .map(
                            topic ->
                                new Proposal(
                                    part.channel(),
                                    new Reason.Quiet(
                                        topic,
                                        each.getKey().opening().message(),
                                        lively(part, quiet)),
                                    topic,
                                    1.1)))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /** Whether it came up elsewhere in several conversations, of several who used to talk here. */
  private boolean isSpokenOf(
      String topic, Scene.Part part, Audience open, Instant quiet, Scene scene) {
    var terms = nlp.terms(topic, part.language());
    var people = part.people(Instant.EPOCH);
    var talks =
        scene
            .told()
            .filter(told -> !told.channel().id().equals(part.channel().id()))
            .filter(told -> open.maySee(told.channel().id()) && told.at().isAfter(quiet))
            .filter(told -> told.terms().containsAll(terms))
            .toList();
    return talks.size() >= FEWEST_TALKS
        && talks.stream()
                .flatMap(told -> told.people().stream())
                .distinct()
                .filter(people::contains)
                .count()
            >= FEWEST_PEOPLE_ELSEWHERE;
  }

  /**
   * Whether the quiet channel is the place for it: of all that is said there much more is about it
   * than in any other, and several spoke of it; what everybody speaks of all the time has no place.
   */
  private boolean belongs(String topic, Scene.Part part, Told there, Scene scene) {
    var terms = nlp.terms(topic, part.language());
    var here = about(terms, part);
    return here.size() >= FEWEST_HERE
        && here.stream().map(Message::author).distinct().count() >= FEWEST_PEOPLE_ELSEWHERE
        && scene.isSpecificIn(there.channel().id(), topic, scene.now())
        && scene.parts().stream()
            .filter(other -> !other.channel().id().equals(part.channel().id()))
            .allMatch(other -> share(terms, part) >= OWN * share(terms, other));
  }

  private double share(List<String> terms, Scene.Part part) {
    return (double) about(terms, part).size() / part.said().size();
  }

  private List<Message> about(List<String> terms, Scene.Part part) {
    return part.said().stream()
        .filter(each -> nlp.terms(each.text().prose(), part.language()).containsAll(terms))
        .toList();
  }

  /** When people last talked there: a single message since then is no talk. */
  private static Instant lively(Scene.Part part, Instant quiet) {
    return part.said().stream()
        .map(Message::at)
        .filter(at -> at.isBefore(quiet))
        .reduce((_, later) -> later)
        .orElse(quiet);
  }

  private static boolean isDormant(Scene.Part part, Instant quiet) {
    long lately = part.since(quiet).count();
    return lately <= FEW
        && part.said().size() - lately >= LIVELY
        && part.people(Instant.EPOCH).size() >= FEWEST_PEOPLE;
  }

  /** What the channel spoke of most, that others do not speak of all the time. */
  private Set<String> topics(Scene.Part part, Scene scene) {
    var times = new HashMap<String, Integer>();
    for (Message message : part.said()) {
      new HashSet<>(nlp.terms(message.text().searchable(), part.language()))
          .forEach(term -> times.merge(term, 1, Integer::sum));
    }
    return times.entrySet().stream()
        .filter(each -> each.getValue() > 2 && scene.rarity(each.getKey()) > 0)
        .sorted(
            Comparator.comparingDouble(
                    (Map.Entry<String, Integer> each) ->
                        -Math.log1p(each.getValue()) * scene.rarity(each.getKey()))
                .thenComparing(Map.Entry::getKey))
        .limit(TOPICS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
