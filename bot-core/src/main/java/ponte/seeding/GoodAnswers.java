package ponte.seeding;

import java.time.Duration;
import java.util.Comparator;
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
 * is what whoever is thanked said last before it, of several messages in a row the one that speaks
 * most to the question and no note to it; what they took back later is none.
 */
final class GoodAnswers implements Source {

  /** Whoever thanks later thanks for something that was asked later. */
  private static final Duration SOON = Duration.ofDays(3);

  private static final int FEWEST_TERMS = 4;
  private static final int FEWEST_WORDS = 8;
  private static final int FEWEST_SHARED = 3;

  private final Archive archive;
  private final Subjects subjects;
  private final Wording wording;

  GoodAnswers(Archive archive, Subjects subjects, Wording wording) {
    this.archive = archive;
    this.subjects = subjects;
    this.wording = wording;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.ANSWERED)
        .filter(told -> told.at().isAfter(scene.now().minus(Scene.LATELY)))
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
        .filter(question -> wording.of(question).isPresent())
        .findFirst()
        .flatMap(
            question ->
                answer(question, talk.subList(talk.indexOf(question) + 1, talk.size()), told))
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
  private Optional<Message> answer(Message question, List<Message> since, Told told) {
    return since.reversed().stream()
        .filter(said -> said.author().equals(question.author()) && ThankYous.isOne(said))
        .filter(said -> said.at().isBefore(question.at().plus(SOON)))
        .findFirst()
        .map(thanks -> thankedFor(thanks, since.subList(0, since.indexOf(thanks))))
        .flatMap(answers -> answers.stream().max(speakingMost(question)))
        .filter(answer -> speaksTo(question, answer, told))
        .filter(answer -> answer.text().prose().split("\\s+").length >= FEWEST_WORDS)
        .filter(answer -> !answer.text().prose().strip().endsWith("?"))
        .filter(answer -> !Notices.tellsOfADeed(answer) && !Notices.praises(answer))
        .filter(answer -> !isTakenBack(answer, since));
  }

  /** Whether it is what a digest would tell as the outcome, or has words of the question. */
  private boolean speaksTo(Message question, Message answer, Told told) {
    var outcome = told.outcome();
    return outcome != null && outcome.message().equals(answer.id())
        || subjects.shared(List.of(question, answer), subjects.language(List.of(question))).size()
            >= FEWEST_SHARED;
  }

  /** What whoever is thanked said last, with what they said right before it, the last one first. */
  private static List<Message> thankedFor(Message thanks, List<Message> before) {
    var named = ThankYous.named(thanks);
    var since =
        before.reversed().stream()
            .dropWhile(
                said ->
                    said.author().equals(thanks.author())
                        || !(named.isEmpty() || named.contains(said.author())))
            .toList();
    return since.stream()
        .takeWhile(said -> said.author().equals(since.getFirst().author()))
        .toList();
  }

  /** By the words of the question, then by length: a note after an answer has fewer of both. */
  private Comparator<Message> speakingMost(Message question) {
    return Comparator.<Message>comparingInt(
            said ->
                subjects
                    .shared(List.of(question, said), subjects.language(List.of(question)))
                    .size())
        .thenComparing(said -> said.text().prose().length());
  }

  private static boolean isTakenBack(Message answer, List<Message> since) {
    return since.subList(since.indexOf(answer), since.size()).stream()
        .anyMatch(said -> said.author().equals(answer.author()) && Notices.takesBack(said));
  }
}
