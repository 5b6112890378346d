package ponte.seeding;

import java.time.Duration;
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

/**
 * Questions that several people asked in the last weeks, none of whom is known to be content with
 * an answer: an answer that helped is worth more than the question.
 */
final class RecurringQuestions implements Source {

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
    return recurring.over(open, TimeSpan.before(scene.now(), LATELY), scene.channels(open)).stream()
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
              var same = ofOneSubject(asked(question, open, scene), scene);
              return people(same) < FEWEST_PEOPLE
                      || same.stream().anyMatch(each -> scene.isAnswered(each.id()))
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
  private List<Message> asked(RecurringQuestion question, Audience open, Scene scene) {
    var askers = new HashSet<PersonId>();
    var quoted =
        Stream.concat(Stream.of(question.question()), question.asked().stream())
            .map(Quote::message)
            .distinct()
            .toList();
    var found = archive.find(quoted, open);
    return quoted.stream()
        .flatMap(each -> Stream.ofNullable(found.get(each)))
        .map(Filed::message)
        .filter(message -> message.at().isAfter(scene.now().minus(LATELY)))
        .filter(message -> askers.add(directory.accounts(message.author()).iterator().next()))
        .toList();
  }

  /** Those that ask the same, with the one asked best first. */
  private List<Message> ofOneSubject(List<Message> asked, Scene scene) {
    var same = new ArrayList<Message>();
    for (var message : asked) {
      var with = Stream.concat(same.stream(), Stream.of(message)).toList();
      var subject = subjects.of(with);
      if (subject.isPresent()
          && same.stream().allMatch(each -> areSame(each, message, subject.get(), scene))) {
        same.add(message);
      }
    }
    return same;
  }

  /**
   * Whether what two ask is mostly the same, beside the name of what they ask about and what
   * everybody speaks of.
   */
  private boolean areSame(Message one, Message other, String subject, Scene scene) {
    var language = subjects.language(List.of(one, other));
    var first = subjects.asking(one, language);
    var second = subjects.asking(other, language);
    var room = other.id().channel();
    var shared = scene.telling(room, first, second);
    int least =
        Math.min(
            scene.telling(room, first, first).size(), scene.telling(room, second, second).size());
    boolean mostly = shared.size() >= FEWEST_SHARED && shared.size() >= SAME * least;
    shared.removeAll(subjects.terms(subject, language));
    return mostly && !shared.isEmpty();
  }

  private static int people(List<Message> asked) {
    return (int) asked.stream().map(Message::author).distinct().count();
  }
}
