package ponte.seeding;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.directory.Directory;
import ponte.listening.Recurring;
import ponte.listening.RecurringQuestion;

/** Questions that several people asked, again and again, and one of them lately. */
final class RecurringQuestions implements Source {

  private static final Duration SPAN = Duration.ofDays(180);
  private static final Duration LATELY = Duration.ofDays(28);
  private static final int SHOWN = 3;

  private final Recurring recurring;
  private final Directory directory;

  RecurringQuestions(Recurring recurring, Directory directory) {
    this.recurring = recurring;
    this.directory = directory;
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

  private java.util.Optional<Proposal> proposal(RecurringQuestion question, Scene scene) {
    return question.channels().stream()
        .findFirst()
        .flatMap(scene::part)
        .map(
            part -> {
              var open = directory.audienceOf(part.channel().id());
              var asked = asked(question).filter(open::maySee).limit(SHOWN).toList();
              return new Proposal(
                  part.channel(),
                  new Reason.Circling(asked, question.people()),
                  WaitingQuestions.words(question.question().text()),
                  1.3 + 0.1 * Math.min(6, question.people()));
            })
        .filter(each -> each.reason().sources().size() > 1);
  }

  private static Stream<MessageId> asked(RecurringQuestion question) {
    return Stream.concat(Stream.of(question.question()), question.asked().stream())
        .map(Quote::message)
        .distinct();
  }
}
