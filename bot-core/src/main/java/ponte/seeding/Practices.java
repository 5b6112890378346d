package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.digest.Notices;

/**
 * Questions how others do something, to which several had something to say: more will, and nobody
 * who helps one colleague there has said the last word.
 */
final class Practices implements Source {

  /** While people still speak of it nobody needs to begin it. */
  private static final Duration QUIET = Duration.ofDays(4);

  private static final int FEWEST_PEOPLE = 3;

  private final Archive archive;
  private final Wording wording;

  Practices(Archive archive, Wording wording) {
    this.archive = archive;
    this.wording = wording;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.DISCUSSED)
        .filter(told -> told.at().isAfter(scene.now().minus(Scene.LATELY)))
        .filter(told -> told.people().size() >= FEWEST_PEOPLE)
        .filter(told -> !WaitingQuestions.isForNews(told.channel()))
        .flatMap(told -> proposal(told, scene.now()).stream())
        .toList();
  }

  private Optional<Proposal> proposal(Told told, Instant now) {
    var talk =
        archive.conversation(told.id(), Audience.of(told.channel().id())).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .toList();
    if (talk.stream().anyMatch(message -> message.at().isAfter(now.minus(QUIET)))) {
      return Optional.empty();
    }
    return talk.stream()
        .filter(message -> message.id().equals(told.opening().message()))
        .filter(question -> question.text().mentions().isEmpty())
        .filter(question -> !Notices.announces(question))
        .filter(question -> !Notices.isOfTheMoment(question))
        .filter(question -> !Notices.isPast(question, ZoneOffset.UTC, now))
        .filter(question -> wording.of(question).filter(Notices::wantsPractice).isPresent())
        .findFirst()
        .map(
            question ->
                new Proposal(
                    told.channel(),
                    new Reason.Practice(question.id(), question.at(), told.people().size()),
                    WaitingQuestions.words(question.text()),
                    worth(told, now)));
  }

  /** Newer ones, of which more spoke, come first. */
  private static double worth(Told told, Instant now) {
    double age = (double) Duration.between(told.at(), now).toHours() / Scene.LATELY.toHours();
    return 0.8 + 0.1 * Math.min(5, told.people().size()) + 0.3 * (1 - age);
  }
}
