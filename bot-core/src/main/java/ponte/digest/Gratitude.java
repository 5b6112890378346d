package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import ponte.consent.Absent;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Celebrated;
import ponte.digest.Digest.Thanked;

/** Finds whom several thanked, and what others celebrated. */
final class Gratitude {

  private static final Set<String> CELEBRATING =
      Set.of(
          "tada",
          "confetti_ball",
          "partying_face",
          "party_parrot",
          "parrot",
          "fireworks",
          "sparkler",
          "champagne",
          "clinking_glasses",
          "trophy",
          "rocket",
          "clap",
          "raised_hands",
          "birthday",
          "cake",
          "balloon",
          "medal",
          "first_place_medal",
          "star-struck");

  static final Set<String> THANKING =
      Set.of("pray", "bow", "man-bowing", "woman-bowing", "thanks", "thank_you", "thankyou");

  /** Who thanks so many at once thanks nobody in particular. */
  static final int MOST_THANKED_AT_ONCE = 3;

  /** News that cannot stand alone are none to a reader. */
  private static final double LEAST_FIT = -0.5;

  private static final int FEWEST_TERMS = 3;

  private final DigestRules.Small rules;
  private final Reading reading;
  private final Fitness fitness;
  private final Quoting quoting;
  private final Favours favours;

  Gratitude(DigestRules rules, Reading reading, Fitness fitness, Quoting quoting) {
    this.rules = rules.small();
    this.reading = reading;
    this.fitness = fitness;
    this.quoting = quoting;
    this.favours = new Favours(reading, fitness, new Openings(rules.opening(), fitness));
  }

  /** The first thanks of each colleague to one. */
  private static final class Thanks {
    private final Map<PersonId, Said> by = new LinkedHashMap<>();

    void add(PersonId thanker, Message message, Talk talk) {
      by.putIfAbsent(thanker, new Said(message, talk));
    }
  }

  private record Said(Message message, Talk in) {}

  /**
   * Those whom several thanked, by name, in answer or with a reaction; those whom most thanked
   * first. Thanks of which nobody can tell what they are for are not told.
   *
   * @param out who is not named
   */
  List<Thanked> thanked(List<Talk> talks, Absent out) {
    var thanks = new HashMap<PersonId, Thanks>();
    for (var talk : talks) {
      for (var message : talk.messages()) {
        var author = message.author();
        thankedIn(message, talk).stream()
            .filter(person -> !person.equals(author))
            .forEach(
                person ->
                    thanks.computeIfAbsent(person, _ -> new Thanks()).add(author, message, talk));
        reacting(message, THANKING)
            .forEach(
                person ->
                    thanks.computeIfAbsent(author, _ -> new Thanks()).add(person, message, talk));
      }
    }
    return thanks.entrySet().stream()
        .filter(each -> !out.contains(each.getKey()))
        .flatMap(each -> thanked(each.getKey(), each.getValue()).stream())
        .sorted(
            Comparator.comparing((Thanked each) -> -each.by().size())
                .thenComparing(Thanked::person))
        .toList();
  }

  private Optional<Thanked> thanked(PersonId person, Thanks thanks) {
    var by =
        thanks.by.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    (Map.Entry<PersonId, Said> each) -> each.getValue().message(),
                    Message.IN_ORDER))
            .toList();
    if (by.size() < rules.thankers()) {
      return Optional.empty();
    }
    var first = by.getFirst().getValue().message();
    return favour(person, by)
        .map(
            about ->
                new Thanked(
                    person,
                    by.stream().map(Map.Entry::getKey).toList(),
                    first.id(),
                    first.at(),
                    by.stream().map(each -> each.getValue().message().id()).toList(),
                    quoting.headline(about)));
  }

  /** What one of them says to thank for, or else had asked; the first that can be told. */
  private Optional<Line> favour(PersonId person, List<Map.Entry<PersonId, Said>> by) {
    return Stream.<Function<Said, Optional<Line>>>of(
            said -> favours.named(said.message(), person),
            said -> favours.asked(said.in(), said.message(), person))
        .flatMap(way -> by.stream().map(Map.Entry::getValue).map(way))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Whether a message that was edited still has somebody thank a person. */
  static boolean stillThanks(Message message, PersonId by, PersonId person) {
    if (message.author().equals(person)) {
      return reacting(message, THANKING).anyMatch(by::equals);
    }
    var text = message.text().searchable();
    var named = message.text().mentions();
    return Cues.anyHas(Cue.THANKS, text)
        && !Cues.anyHas(Cue.NO_THANKS, text)
        && (named.isEmpty() || named.contains(person));
  }

  /** Whom a message thanks: those it names; in a thread of the platform, who spoke before it. */
  private List<PersonId> thankedIn(Message message, Talk talk) {
    if (!reading.has(message, Cue.THANKS)) {
      return List.of();
    }
    var lines = reading.lines(new Talk(message.id(), List.of(message)));
    var thanking =
        lines.stream()
            .filter(line -> line.starts(Cue.THANKS) && !line.has(Cue.NO_THANKS) && !line.asks())
            .findFirst();
    // Thanks and a name alone are no sentence.
    if ((thanking.isEmpty() && !lines.isEmpty()) || reading.has(message, Cue.NO_THANKS)) {
      return List.of();
    }
    var named =
        thanking
            .map(Line::quote)
            .map(
                quote -> {
                  var people = new HashSet<>(quote.spokenTo());
                  people.addAll(quote.text().mentions());
                  return people;
                })
            .orElseGet(() -> new HashSet<>(message.text().mentions()));
    if (!named.isEmpty()) {
      return named.size() > MOST_THANKED_AT_ONCE ? List.of() : new ArrayList<>(named);
    }
    return talk.isThread() && message.author().equals(talk.opener())
        ? before(message, talk)
        : List.of();
  }

  private static List<PersonId> before(Message message, Talk talk) {
    var place = talk.messages().indexOf(message);
    return talk.messages().subList(0, place).reversed().stream()
        .map(Message::author)
        .limit(1)
        .toList();
  }

  private static Stream<PersonId> reacting(Message message, Set<String> emojis) {
    return message.reactions().stream()
        .filter(reaction -> emojis.contains(reaction.emoji()))
        .flatMap(reaction -> reaction.people().stream())
        .filter(person -> !person.equals(message.author()))
        .distinct();
  }

  /**
   * What others celebrated, by reactions or with congratulations below it; what most celebrated
   * first.
   */
  List<Celebrated> celebrated(List<Talk> talks) {
    var celebrated = new ArrayList<Celebrated>();
    for (var talk : talks) {
      var congratulating = congratulating(talk);
      for (var message : talk.messages()) {
        var people = new HashSet<>(reacting(message, CELEBRATING).toList());
        if (message.id().equals(talk.id())) {
          people.addAll(congratulating);
        }
        people.remove(message.author());
        if (people.size() >= rules.celebrating()) {
          news(message)
              .ifPresent(
                  line -> celebrated.add(new Celebrated(quoting.headline(line), people.size())));
        }
      }
    }
    celebrated.sort(
        Comparator.comparing((Celebrated each) -> -each.people())
            .thenComparing(each -> each.news().at()));
    return celebrated;
  }

  private Set<PersonId> congratulating(Talk talk) {
    var people = new HashSet<PersonId>();
    talk.messages().stream()
        .filter(message -> talk.isThread() && message.thread() != null)
        .filter(message -> reading.has(message, Cue.CONGRATULATION))
        .map(Message::author)
        .forEach(people::add);
    return people;
  }

  private Optional<Line> news(Message message) {
    var lines = reading.lines(new Talk(message.id(), List.of(message)));
    return lines.stream()
        .filter(line -> !line.asks() && fitness.of(line) > LEAST_FIT)
        .filter(line -> !line.starts(Cue.THANKS) && !line.starts(Cue.CONGRATULATION))
        .filter(line -> !line.has(Cue.DOUBT) && !line.has(Cue.JOKE))
        .filter(line -> line.terms().stream().distinct().count() >= FEWEST_TERMS)
        .max(Comparator.comparingDouble(fitness::of))
        .map(line -> Beginning.toldWith(lines, lines.indexOf(line)));
  }
}
