package ponte.bench.company;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import ponte.nudge.Kind;

/** What became of the questions of a company, and what its people had to bear for it. */
final class Figures {

  /** The working hours after which a question is one that a bot might help with. */
  static final double OPEN = 4;

  private final Company company;
  private final Watch watch;
  private final Map<Integer, Asked> asked = new TreeMap<>();
  private final Map<Integer, First> answered = new HashMap<>();
  private final Map<Kind, Integer> shown = new EnumMap<>(Kind.class);
  private final Map<String, Introduction> introductions = new TreeMap<>();
  private final Set<Integer> annoyed = new HashSet<>();
  private final Set<Integer> stopped = new HashSet<>();
  private final Set<Integer> optedOut = new HashSet<>();
  private final int[] invitations;
  private final int[] answers;
  private final Seekers seekers = new Seekers();
  private final Suggested suggestions = new Suggested();
  private int annoyances;
  private int agreed;
  private int unknowing;
  private int needless;

  /** Who answered a question first. */
  private record First(int by, Instant at, boolean invited) {}

  /** Those who were introduced, and when they were first told. */
  private record Introduction(Instant at, Set<Integer> people) {}

  Figures(Company company, Watch watch) {
    this.company = company;
    this.watch = watch;
    this.invitations = new int[company.people().size()];
    this.answers = new int[company.people().size()];
  }

  void asked(Asked question) {
    asked.put(question.number(), question);
  }

  boolean isAnswered(Asked question) {
    return answered.containsKey(question.number());
  }

  void answered(Asked question, int by, Instant at, boolean invited) {
    answered.put(question.number(), new First(by, at, invited));
    answers[by]++;
  }

  /**
   * @param knows whether they know anything about what they are invited to
   */
  void shown(Shown message, boolean knows) {
    if (message.suggested().isPresent()) {
      suggestions.put();
      return;
    }
    shown.merge(message.kind(), 1, Integer::sum);
    var sought = message.sought();
    if (sought != null && message.kind() == Kind.SOUGHT) {
      seekers.written(sought, message.at(), knows);
    }
    if (message.kind() == Kind.INVITATION) {
      invitations[message.to()]++;
      unknowing += knows ? 0 : 1;
      var about = message.about();
      needless += about != null && isAnswered(about) ? 1 : 0;
    }
  }

  void agreed() {
    agreed++;
  }

  void annoyed(int who) {
    annoyances++;
    annoyed.add(who);
  }

  void stopped(int who) {
    stopped.add(who);
  }

  void optedOut(int who) {
    optedOut.add(who);
  }

  void introduced(String name, int who, Instant at) {
    introductions
        .computeIfAbsent(name, _ -> new Introduction(at, new HashSet<>()))
        .people()
        .add(who);
  }

  int questions() {
    return asked.size();
  }

  int shown(Kind kind) {
    return shown.getOrDefault(kind, 0);
  }

  double unanswered() {
    return share(asked.values().stream().filter(each -> !isAnswered(each)).count(), asked.size());
  }

  /** The share of the answers that came without anybody's invitation. */
  double byThemselves() {
    return share(answered.values().stream().filter(each -> !each.invited()).count(), asked.size());
  }

  /** Hours on the clock until the first answer, of all questions; none is endless. */
  double clockHours(double part) {
    return quantile(asked.values().stream().mapToDouble(this::clockHours), part);
  }

  private double clockHours(Asked question) {
    return hours(question, at -> Duration.between(question.at(), at).toSeconds() / 3600.0);
  }

  /** The same of the asker's working hours. */
  double workingHours(double part) {
    return quantile(asked.values().stream().mapToDouble(this::workingHours), part);
  }

  private double workingHours(Asked question) {
    var site = company.people().get(question.asker()).site();
    return hours(question, at -> site.workingHours(question.at(), at));
  }

  /** The same of those alone that nobody would have answered by themselves in some hours. */
  double workingHoursOfOpen(double part) {
    return quantile(open().mapToDouble(this::workingHours), part);
  }

  double unansweredOfOpen() {
    return share(open().filter(each -> !isAnswered(each)).count(), open().count());
  }

  private java.util.stream.Stream<Asked> open() {
    return asked.values().stream()
        .filter(
            each -> {
              var answer = each.answer();
              return answer == null
                  || company.people().get(each.asker()).site().workingHours(each.at(), answer.at())
                      > OPEN;
            });
  }

  private double hours(Asked question, ToDoubleFunction<Instant> measure) {
    var first = answered.get(question.number());
    return first == null ? Double.POSITIVE_INFINITY : measure.applyAsDouble(first.at());
  }

  private static double quantile(DoubleStream values, double part) {
    var sorted = values.sorted().toArray();
    return sorted.length == 0
        ? Double.NaN
        : sorted[(int) Math.min(sorted.length - 1, Math.floor(part * sorted.length))];
  }

  double messagesAPerson() {
    return watch.messages().stream().mapToInt(each -> each).average().orElse(0);
  }

  int messagesOfTheMost(double part) {
    var messages = watch.messages();
    return messages.get((int) Math.min(messages.size() - 1, Math.floor(part * messages.size())));
  }

  int invited() {
    return Arrays.stream(invitations).sum();
  }

  double giniOfInvitations() {
    return gini(invitations);
  }

  double giniOfAnswers() {
    return gini(answers);
  }

  /** The share of all invitations that the hundredth part of the people got who got most. */
  double invitationsOfTheTop() {
    var sorted = Arrays.stream(invitations).sorted().toArray();
    var top = Math.max(1, sorted.length / 100);
    return share(
        Arrays.stream(sorted).skip(sorted.length - top).sum(), Arrays.stream(sorted).sum());
  }

  /** The share of invitations to people who know nothing about it. */
  double unknowing() {
    return share(unknowing, invited());
  }

  /** The share of invitations to questions that were answered already. */
  double needless() {
    return share(needless, invited());
  }

  /** The share of invitations by which a question got its first answer. */
  double fruitful() {
    return share(answered.values().stream().filter(First::invited).count(), invited());
  }

  int agreements() {
    return agreed;
  }

  int annoyances() {
    return annoyances;
  }

  int stopped() {
    return stopped.size();
  }

  int optedOut() {
    return optedOut.size();
  }

  int introductions() {
    return introductions.size();
  }

  /** How many people were introduced to anybody. */
  long introducedPeople() {
    return introductions.values().stream()
        .flatMap(each -> each.people().stream())
        .distinct()
        .count();
  }

  /** Twos who were introduced to each other twice. */
  int repeats() {
    var pairs = new HashSet<List<Integer>>();
    var repeats = 0;
    for (var each : introductions.values()) {
      var people = each.people().stream().sorted().toList();
      for (var i = 0; i < people.size(); i++) {
        for (var j = i + 1; j < people.size(); j++) {
          repeats += pairs.add(List.of(people.get(i), people.get(j))) ? 0 : 1;
        }
      }
    }
    return repeats;
  }

  /** Those who sought a colleague. */
  Seekers seekers() {
    return seekers;
  }

  /** What others suggested to askers. */
  Suggested suggestions() {
    return suggestions;
  }

  Watch watch() {
    return watch;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** The Gini coefficient over all people: 0 where all have the same, near 1 where one has all. */
  private static double gini(int[] values) {
    var sorted = Arrays.stream(values).sorted().toArray();
    var sum = 0.0;
    var weighted = 0.0;
    for (var i = 0; i < sorted.length; i++) {
      sum += sorted[i];
      weighted += (i + 1.0) * sorted[i];
    }
    return sum == 0 ? 0 : (2 * weighted / sum - sorted.length - 1) / sorted.length;
  }
}
