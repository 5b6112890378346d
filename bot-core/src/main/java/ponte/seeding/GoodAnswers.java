package ponte.seeding;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.digest.Notices;
import ponte.digest.ThankYous;

/**
 * Answers that their askers thanked for, to questions that can be understood by others. The answer
 * is what whoever is thanked said last before it; what they took back later is none.
 */
final class GoodAnswers implements Source {

  private static final Duration MOST = Duration.ofDays(21);

  /** Whoever thanks later thanks for something that was asked later. */
  private static final Duration SOON = Duration.ofDays(3);

  private static final int FEWEST_TERMS = 4;
  private static final int FEWEST_WORDS = 8;

  private final Archive archive;
  private final Subjects subjects;

  GoodAnswers(Archive archive, Subjects subjects) {
    this.archive = archive;
    this.subjects = subjects;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.ANSWERED)
        .filter(told -> told.at().isAfter(scene.now().minus(MOST)))
        .filter(told -> told.asked().size() >= FEWEST_TERMS)
        .flatMap(told -> proposal(told).stream())
        .toList();
  }

  private Optional<Proposal> proposal(Told told) {
    var talk =
        archive.conversation(told.id(), Audience.of(told.channel().id())).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .sorted(Message.IN_ORDER)
            .toList();
    return talk.stream()
        .filter(message -> message.id().equals(told.opening().message()))
        .filter(question -> subjects.of(List.of(question)).isPresent())
        .findFirst()
        .flatMap(
            question -> answer(question, talk.subList(talk.indexOf(question) + 1, talk.size())))
        .map(
            answer ->
                new Proposal(
                    told.channel(),
                    new Reason.Answered(told.opening().message(), answer.id()),
                    WaitingQuestions.words(told.opening().text()),
                    0.8 + 0.15 * Math.min(5, told.people().size())));
  }

  /**
   * What the asker thanked for last, if it is of use to others.
   *
   * @param since what was said after the question, in order
   */
  private static Optional<Message> answer(Message question, List<Message> since) {
    return since.reversed().stream()
        .filter(said -> said.author().equals(question.author()) && ThankYous.isOne(said))
        .filter(said -> said.at().isBefore(question.at().plus(SOON)))
        .findFirst()
        .flatMap(thanks -> thankedFor(thanks, since.subList(0, since.indexOf(thanks))))
        .filter(answer -> answer.text().prose().split("\\s+").length >= FEWEST_WORDS)
        .filter(answer -> !answer.text().prose().strip().endsWith("?"))
        .filter(answer -> !Notices.tellsOfADeed(answer))
        .filter(answer -> !isTakenBack(answer, since));
  }

  private static Optional<Message> thankedFor(Message thanks, List<Message> before) {
    var named = ThankYous.named(thanks);
    return before.reversed().stream()
        .filter(said -> !said.author().equals(thanks.author()))
        .filter(said -> named.isEmpty() || named.contains(said.author()))
        .findFirst();
  }

  private static boolean isTakenBack(Message answer, List<Message> since) {
    return since.subList(since.indexOf(answer), since.size()).stream()
        .anyMatch(said -> said.author().equals(answer.author()) && Notices.takesBack(said));
  }
}
