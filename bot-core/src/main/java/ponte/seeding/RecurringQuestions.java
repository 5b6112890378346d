package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.directory.Directory;
import ponte.listening.Recurring;
import ponte.listening.RecurringQuestion;

/** Questions that several people asked, again and again, and one of them lately. */
final class RecurringQuestions implements Source {

  private static final Duration SPAN = Duration.ofDays(60);
  private static final Duration LATELY = Duration.ofDays(28);
  private static final int FEWEST_PEOPLE = 3;

  /** With one word in common two questions are not the same one. */
  private static final int FEWEST_SHARED = 2;

  private static final double SAME = 0.5;

  private final Recurring recurring;
  private final Archive archive;
  private final Directory directory;
  private final Subjects subjects;

  RecurringQuestions(Recurring recurring, Archive archive, Directory directory, Subjects subjects) {
    this.recurring = recurring;
    this.archive = archive;
    this.directory = directory;
    this.subjects = subjects;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene.openings(directory).entrySet().stream()
        .flatMap(each -> asked(scene, each.getKey(), each.getValue()))
        .toList();
  }

  private Stream<Proposal> asked(Scene scene, Audience open, Set<ChannelId> rooms) {
    return recurring.over(open, TimeSpan.before(scene.now(), SPAN), scene.channels(open)).stream()
        .filter(each -> each.last().isAfter(scene.now().minus(LATELY)))
        .filter(each -> each.channels().stream().limit(1).anyMatch(rooms::contains))
        .flatMap(each -> proposal(each, scene).stream());
  }

  private Optional<Proposal> proposal(RecurringQuestion question, Scene scene) {
    return question.channels().stream()
        .findFirst()
        .flatMap(scene::part)
        .flatMap(
            part -> {
              var open = directory.audienceOf(part.channel().id());
              var same = ofOneSubject(asked(question, open, scene.now()));
              return people(same) < FEWEST_PEOPLE || !isOfLate(same, scene.now())
                  ? Optional.empty()
                  : Optional.of(
                      new Proposal(
                          part.channel(),
                          new Reason.Circling(
                              same.stream().map(Message::id).toList(), people(same)),
                          same.getFirst().text().searchable().strip(),
                          1.3 + 0.1 * people(same)));
            });
  }

  /** The questions as they read now, those of the last weeks alone, of each asker one. */
  private List<Message> asked(RecurringQuestion question, Audience open, Instant now) {
    var askers = new HashSet<PersonId>();
    return Stream.concat(Stream.of(question.question()), question.asked().stream())
        .map(Quote::message)
        .distinct()
        .flatMap(each -> archive.find(each, open).stream())
        .map(Filed::message)
        .filter(message -> message.at().isAfter(now.minus(SPAN)))
        .filter(message -> askers.add(message.author()))
        .toList();
  }

  /** Those that share what they are about, and more than its name, with the one asked best. */
  private List<Message> ofOneSubject(List<Message> asked) {
    var same = new ArrayList<Message>();
    for (var message : asked) {
      var with = Stream.concat(same.stream(), Stream.of(message)).toList();
      if (isMuchTheSame(with)
          && subjects.of(with).filter(subject -> isNotAll(subject, with)).isPresent()) {
        same.add(message);
      }
    }
    return same;
  }

  /** Whether the shortest has little beside what all share. */
  private boolean isMuchTheSame(List<Message> asked) {
    var language = subjects.language(asked);
    int shared = subjects.shared(asked, language).size();
    int least =
        asked.stream()
            .mapToInt(each -> subjects.shared(List.of(each), language).size())
            .min()
            .orElse(0);
    return shared >= FEWEST_SHARED && shared >= SAME * least;
  }

  /** Whether they share more than the name of what they ask about. */
  private boolean isNotAll(String subject, List<Message> asked) {
    var language = subjects.language(asked);
    var shared = subjects.shared(asked, language);
    shared.removeAll(subjects.terms(subject, language));
    return !shared.isEmpty();
  }

  private static boolean isOfLate(List<Message> asked, Instant now) {
    return asked.stream().anyMatch(each -> each.at().isAfter(now.minus(LATELY)));
  }

  private static int people(List<Message> asked) {
    return (int) asked.stream().map(Message::author).distinct().count();
  }
}
