package ponte.seeding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.PersonId;

/** Questions of several people that are about the same, wherever they were asked. */
final class CirclingQuestions implements Source {

  private static final int FEWEST_PEOPLE = 3;
  private static final int SHOWN = 3;
  private static final int FEWEST_SHARED = 2;

  /** So much of what the shorter of two questions tells must be in both. */
  private static final double ALIKE = 0.45;

  @Override
  public List<Proposal> in(Scene scene) {
    var questions = scene.told().filter(Told::isQuestion).toList();
    var found = new ArrayList<Proposal>();
    var taken = new HashSet<Told>();
    circles(questions, scene).stream()
        .sorted(Comparator.comparingInt((List<Told> circle) -> -people(circle).size()))
        .forEach(
            circle -> {
              var left = circle.stream().filter(each -> !taken.contains(each)).toList();
              if (people(left).size() >= FEWEST_PEOPLE) {
                proposal(left, scene)
                    .ifPresent(
                        proposal -> {
                          taken.addAll(left);
                          found.add(proposal);
                        });
              }
            });
    return found;
  }

  private static List<List<Told>> circles(List<Told> questions, Scene scene) {
    var circles = new ArrayList<List<Told>>();
    for (var centre : questions) {
      var circle =
          questions.stream()
              .filter(each -> each == centre || areAlike(centre, each, scene))
              .toList();
      if (people(circle).size() >= FEWEST_PEOPLE) {
        circles.add(circle);
      }
    }
    return circles;
  }

  private static boolean areAlike(Told one, Told other, Scene scene) {
    var shared = shared(one.asked(), other.asked(), scene);
    if (shared.size() < FEWEST_SHARED) {
      return false;
    }
    double both = weight(shared, scene);
    return both >= ALIKE * Math.min(weight(one.asked(), scene), weight(other.asked(), scene));
  }

  /** The terms of both that tell anything. */
  static Set<String> shared(Set<String> one, Set<String> other, Scene scene) {
    var shared = new HashSet<>(one);
    shared.retainAll(other);
    shared.removeIf(term -> scene.rarity(term) == 0);
    return shared;
  }

  static double weight(Set<String> terms, Scene scene) {
    return terms.stream().mapToDouble(scene::rarity).sum();
  }

  private static Set<PersonId> people(List<Told> circle) {
    return circle.stream().map(Told::opener).collect(Collectors.toSet());
  }

  private static java.util.Optional<Proposal> proposal(List<Told> circle, Scene scene) {
    var latest = circle.stream().sorted(Comparator.comparing(Told::at).reversed()).toList();
    var room = room(latest);
    var language = scene.part(room.channel().id()).orElseThrow().language();
    int people = people(circle).size();
    return scene
        .topic(latest, common(latest), language)
        .map(
            topic ->
                new Proposal(
                    room.channel(),
                    new Reason.Circling(
                        topic,
                        latest.stream().limit(SHOWN).map(told -> told.opening().message()).toList(),
                        people),
                    topic,
                    1.2 + 0.2 * people));
  }

  /** The channel in which most of them were asked, the last one there. */
  private static Told room(List<Told> latest) {
    Map<Object, Integer> asked = new LinkedHashMap<>();
    latest.forEach(told -> asked.merge(told.channel().id(), 1, Integer::sum));
    int most = asked.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
    return latest.stream()
        .filter(told -> asked.getOrDefault(told.channel().id(), 0) == most)
        .findFirst()
        .orElseThrow();
  }

  /** What comes up in half of the questions at least. */
  private static Set<String> common(List<Told> circle) {
    var with = new HashMap<String, Integer>();
    circle.forEach(told -> told.asked().forEach(term -> with.merge(term, 1, Integer::sum)));
    return with.entrySet().stream()
        .filter(each -> 2 * each.getValue() >= circle.size() && each.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
