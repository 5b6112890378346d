package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.digest.Notices;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;

/**
 * Questions how others do something, to which several had something to say: more will, and nobody
 * who helps one colleague there has said the last word.
 */
final class Practices implements Source {

  /** While people still speak of it nobody needs to begin it. */
  private static final Duration QUIET = Duration.ofDays(4);

  private static final int FEWEST_OTHERS = 2;

  private final Archive archive;
  private final Directory directory;
  private final Wording wording;
  private final Nlp nlp;

  Practices(Archive archive, Directory directory, Wording wording, Nlp nlp) {
    this.archive = archive;
    this.directory = directory;
    this.wording = wording;
    this.nlp = nlp;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene
        .told()
        .filter(told -> told.standing() == Told.Standing.DISCUSSED)
        .filter(told -> told.at().isAfter(scene.now().minus(Scene.LATELY)))
        .filter(told -> told.people().size() > FEWEST_OTHERS)
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
        .filter(question -> wording.asked(question).filter(Notices::wantsPractice).isPresent())
        .filter(question -> wording.of(question).filter(Notices::tellsTrouble).isEmpty())
        .findFirst()
        .flatMap(question -> proposal(question, others(question, talk, told), told, now));
  }

  private Optional<Proposal> proposal(Message question, int others, Told told, Instant now) {
    return others < FEWEST_OTHERS
        ? Optional.empty()
        : Optional.of(
            new Proposal(
                told.channel(),
                new Reason.Practice(question.id(), question.at(), others),
                WaitingQuestions.words(question.text()),
                wording.wanted(question),
                worth(told, now)));
  }

  /**
   * How many others said something to it. In a thread all is said to it that does not only ask back
   * or thank; of a talk in the channel, where others may talk between, what has a word of it or
   * speaks to who asked.
   */
  private int others(Message question, List<Message> talk, Told told) {
    return (int)
        talk.stream()
            .filter(said -> said.at().isAfter(question.at()))
            .filter(said -> !directory.accounts().areOne(said.author(), question.author()))
            .filter(said -> told.people().contains(said.author()))
            .filter(this::tells)
            .filter(said -> question.id().equals(said.thread()) || speaksTo(question, said))
            .map(said -> directory.accounts(said.author()).iterator().next())
            .distinct()
            .count();
  }

  private boolean tells(Message said) {
    var text = said.text().prose();
    var language = language(text);
    return nlp.sentences(text).stream()
        .anyMatch(
            sentence ->
                nlp.question(sentence, language) == QuestionSign.NONE
                    && !Notices.thanks(sentence)
                    && !nlp.terms(sentence, language).isEmpty());
  }

  private boolean speaksTo(Message question, Message said) {
    var language = language(question.text().prose());
    return said.text().mentions().contains(question.author())
        || !Collections.disjoint(
            nlp.terms(question.text().prose(), language), nlp.terms(said.text().prose(), language));
  }

  private Language language(String text) {
    return nlp.language(text, List.of(), Language.ENGLISH);
  }

  /** Newer ones, of which more spoke, come first. */
  private static double worth(Told told, Instant now) {
    double age = (double) Duration.between(told.at(), now).toHours() / Scene.LATELY.toHours();
    return 0.8 + 0.1 * Math.min(5, told.people().size()) + 0.3 * (1 - age);
  }
}
