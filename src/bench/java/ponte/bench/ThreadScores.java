package ponte.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How well conversations were told apart, over all annotated lines of all logs at once.
 *
 * <p>The measures of Kummerfeld et al., "A Large-Scale Corpus for Conversation Disentanglement",
 * ACL 2019: F of reply links; 1 less the variation of information over its greatest value, the
 * logarithm of the number of lines; the share of lines in the best pairing of conversations one to
 * one; F of conversations of two lines and more that are the same to the last line.
 */
final class ThreadScores {

  /** A line of a log. */
  record Place(String file, int line) {}

  private final Map<Place, String> gold = new LinkedHashMap<>();
  private final Map<Place, String> found = new LinkedHashMap<>();
  private int goldLinks;
  private int foundLinks;
  private int rightLinks;

  /** Adds a log that was taken apart, and gives the conversation of each of its lines. */
  Map<Integer, String> add(EntangledLog log, Map<Integer, Integer> links) {
    var conversations = conversations(log, links);
    for (var line : log.lines()) {
      if (line.annotated()) {
        var place = new Place(log.file(), line.number());
        gold.put(place, log.file() + "\t" + line.conversation());
        found.put(place, log.file() + "\t" + conversations.get(line.number()));
        goldLinks += line.repliesTo().size();
        foundLinks++;
        rightLinks += line.repliesTo().contains(links.get(line.number())) ? 1 : 0;
      }
    }
    return conversations;
  }

  /** What links connect, named by its first line. */
  static Map<Integer, String> conversations(EntangledLog log, Map<Integer, Integer> links) {
    var first = new HashMap<Integer, Integer>();
    var conversations = new LinkedHashMap<Integer, String>();
    for (var line : log.lines()) {
      int to = links.getOrDefault(line.number(), line.number());
      int opening = first.getOrDefault(to, to);
      first.put(line.number(), opening);
      conversations.put(line.number(), log.file() + "-" + opening);
    }
    return conversations;
  }

  int lines() {
    return gold.size();
  }

  boolean hasLinks() {
    return goldLinks > 0;
  }

  double linkF() {
    return 200.0 * rightLinks / (goldLinks + foundLinks);
  }

  double variation() {
    if (gold.size() < 2) {
      return 100;
    }
    var both = new ArrayList<String>();
    gold.forEach((place, label) -> both.add(label + "\t" + found.get(place)));
    var distance = 2 * entropy(both) - entropy(gold.values()) - entropy(found.values());
    return 100 * (1 - distance / Math.log(gold.size()));
  }

  private static double entropy(Collection<String> labels) {
    var counts = labels.stream().collect(Collectors.groupingBy(it -> it, Collectors.counting()));
    return counts.values().stream()
        .mapToDouble(count -> (double) count / labels.size())
        .map(share -> -share * Math.log(share))
        .sum();
  }

  double oneToOne() {
    var byFile = new LinkedHashMap<String, Set<Place>>();
    gold.keySet()
        .forEach(
            place -> byFile.computeIfAbsent(place.file(), _ -> new LinkedHashSet<>()).add(place));
    return 100 * byFile.values().stream().mapToDouble(this::paired).sum() / gold.size();
  }

  /** How many lines of one log the best pairing of its conversations has in common. */
  private double paired(Set<Place> places) {
    var theirs = numbered(places, gold);
    var ours = numbered(places, found);
    var common = new double[theirs.size()][ours.size()];
    for (var place : places) {
      common[number(theirs, gold, place)][number(ours, found, place)]++;
    }
    return Pairing.heaviest(common);
  }

  private static Map<String, Integer> numbered(Set<Place> places, Map<Place, String> labels) {
    var numbers = new HashMap<String, Integer>();
    places.forEach(
        place -> numbers.putIfAbsent(Objects.requireNonNull(labels.get(place)), numbers.size()));
    return numbers;
  }

  private static int number(Map<String, Integer> numbers, Map<Place, String> labels, Place place) {
    return Objects.requireNonNull(numbers.get(Objects.requireNonNull(labels.get(place))));
  }

  double exactF() {
    var theirs = groups(gold);
    var ours = groups(found);
    var same = ours.stream().filter(theirs::contains).count();
    return 200.0 * same / Math.max(1, theirs.size() + ours.size());
  }

  private static Set<Set<Place>> groups(Map<Place, String> labels) {
    var groups = new HashMap<String, Set<Place>>();
    labels.forEach(
        (place, label) -> groups.computeIfAbsent(label, _ -> new HashSet<>()).add(place));
    return groups.values().stream().filter(group -> group.size() > 1).collect(Collectors.toSet());
  }

  static String header() {
    return String.format(
        Locale.ROOT, "%-16s %7s %7s %7s %8s", "", "link F", "1 - VI", "1-1", "exact F");
  }

  String line(String name) {
    return String.format(
        Locale.ROOT,
        "%-16s %7s %7.1f %7.1f %8.1f",
        name,
        hasLinks() ? String.format(Locale.ROOT, "%.1f", linkF()) : "-",
        variation(),
        oneToOne(),
        exactF());
  }
}
