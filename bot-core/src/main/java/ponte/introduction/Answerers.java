package ponte.introduction;

import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Confidentiality;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.expert.Posed;
import ponte.nudge.Effects;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;

/** Notices what becomes of the questions that were asked in channels. */
public final class Answerers {

  private final Archive archive;
  private final Directory directory;
  private final Matters matters;
  private final Posed posed;
  private final Prompts prompts;
  private final Effects effects;
  private final Questions questions;
  private final IntroductionRules rules;

  public Answerers(
      Archive archive,
      Directory directory,
      Matters matters,
      Posed posed,
      Prompts prompts,
      Effects effects,
      Questions questions,
      IntroductionRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.matters = matters;
    this.posed = posed;
    this.prompts = prompts;
    this.effects = effects;
    this.questions = questions;
    this.rules = rules;
  }

  /**
   * Those who wrote under a question, the asker aside, in the order in which they did; nobody where
   * its place is not known.
   */
  List<PersonId> of(Matter matter) {
    var place = matter.message();
    if (place == null) {
      return List.of();
    }
    var there = Audience.of(place.channel());
    var question = archive.find(place, there);
    return archive.conversation(question.map(Filed::conversation).orElse(place), there).stream()
        .map(Filed::message)
        .filter(message -> isAnswer(message, matter))
        .filter(
            message -> question.isEmpty() || message.at().isAfter(question.get().message().at()))
        .map(Message::author)
        .distinct()
        .toList();
  }

  /**
   * Whether a question needs nobody any more. One that Ponte asked is answered, and called settled,
   * in its thread alone; below one that stands in its channel, people also answer in the channel,
   * or make something else of it. A discussion that goes on is not settled by what is said in it.
   */
  public boolean isOver(Matter matter) {
    return matter.ending() != null || isSeenOver(matter);
  }

  /** The same for its asker, who may want again what they took back. */
  boolean isOverForAsker(Matter matter) {
    return matter.ending() == Matter.Ending.TAKEN_BACK ? isSeenOver(matter) : isOver(matter);
  }

  /** Whether a question needs nobody any more by what everybody there can see. */
  boolean isSeenOver(Matter matter) {
    return !of(matter).isEmpty() || isSettled(matter);
  }

  private boolean isSettled(Matter matter) {
    var place = matter.message();
    return place != null
        && switch (matter.with()) {
          case Matter.With.Standing _ -> questions.isOver(place);
          case Matter.With.Room _ ->
              questions.isCalledSettled(questions.talk(place), matter.asker(), matter.at());
          case Matter.With.Colleague _, Matter.With.Discussion _ -> false;
        };
  }

  /** The thread in which a question that stands in a channel is answered. */
  MessageId threadOf(MessageId place) {
    return archive
        .find(place, Audience.of(place.channel()))
        .map(filed -> filed.message().threadOrSelf())
        .orElse(place);
  }

  private boolean isAnswer(Message message, Matter matter) {
    return message.isTalk() && !directory.accounts().areOne(message.author(), matter.asker());
  }

  /** The matter with the place of its question, where any platform knows that by now. */
  Matter located(Matter matter, Postings postings) {
    return matter.message() != null
        ? matter
        : (switch (matter.with()) {
              case Matter.With.Room(var channel, var delivery) ->
                  postings.posted(channel, delivery);
              case Matter.With.Discussion(var channel, var delivery, _) ->
                  postings.posted(channel, delivery);
              case Matter.With.Colleague _, Matter.With.Standing _ -> Optional.<MessageId>empty();
            })
            .flatMap(place -> found(matter, place))
            .orElse(matter);
  }

  private Optional<Matter> found(Matter matter, MessageId place) {
    if (matter.with() instanceof Matter.With.Room) {
      posed.note(place, matter.asker(), matter.at());
    }
    return matters.change(matter.asker(), matter.id(), each -> each.at(place));
  }

  /**
   * The matter as its question reads now, where it stands in a channel in somebody's own words.
   * Whoever edits a question wants nobody to read what it said before.
   */
  Matter worded(Matter matter) {
    return words(matter)
        .map(StandingQuestions::topic)
        .filter(topic -> !topic.isBlank() && !topic.equals(matter.topic()))
        .flatMap(topic -> matters.change(matter.asker(), matter.id(), each -> each.about(topic)))
        .orElse(matter);
  }

  /** The message in whose words a matter is told; empty: in the asker's own, or it is gone. */
  Optional<Message> words(Matter matter) {
    return said(matter)
        .flatMap(place -> archive.find(place, Audience.of(place.channel())))
        .map(Filed::message);
  }

  /**
   * Whether the words of a matter say of themselves that they are not to be passed on, wherever in
   * the whole message that is.
   */
  boolean isMarked(Matter matter) {
    return words(matter)
        .map(message -> Confidentiality.isMarked(message.text()))
        .orElseGet(() -> Confidentiality.isMarked(matter.topic()));
  }

  /** The message in which a matter was put in the words of whoever wrote it; empty: in none. */
  static Optional<MessageId> said(Matter matter) {
    return switch (matter.with()) {
      case Matter.With.Standing _ -> Optional.ofNullable(matter.message());
      case Matter.With.Discussion(_, _, var source) -> Optional.ofNullable(source);
      case Matter.With.Colleague _, Matter.With.Room _ -> Optional.empty();
    };
  }

  /**
   * Somebody said something: where it answers a question, that counts, and its asker is asked about
   * it later. That it is answered is not kept: what was said may be taken back.
   */
  public void heard(Filed said, Postings postings) {
    var message = said.message();
    for (var each : matters.in(message.channel())) {
      if (each.ending() == null && isAnswer(message, each)) {
        var matter = located(each, postings);
        var place = matter.message();
        if (place != null
            && (place.equals(message.thread()) || place.equals(said.conversation()))) {
          answered(matter, message);
        }
      }
    }
  }

  private void answered(Matter matter, Message answer) {
    for (var account : directory.accounts(answer.author())) {
      effects.answered(account, Prompt.Invite.keys(matter.id(), account), answer.at());
    }
    var place = matter.message();
    if (matter.with() instanceof Matter.With.Standing && place != null) {
      effects.answered(matter.asker(), Prompt.Suggested.keys(place), answer.at());
    }
    if (matter.asked() != null
        || matter.with() instanceof Matter.With.Standing
        || matter.with() instanceof Matter.With.Discussion) {
      return;
    }
    var due = answer.at().plus(rules.afterAnswer());
    prompts.plan(
        new Prompt.Helped(
            matter.asker(), matter.id(), Prompt.Occasion.ANSWERED, due.plus(Aftercare.LATEST)),
        due);
  }

  /** A message was taken back: where it is a question, nobody is asked about it any more. */
  void takenBack(MessageId message, Postings postings) {
    for (var each : matters.in(message.channel())) {
      var matter = located(each, postings);
      if (message.equals(matter.message())) {
        matters.change(matter.asker(), matter.id(), one -> one.ending(Matter.Ending.TAKEN_BACK));
      }
    }
  }

  /** Whether this was a question that Ponte asked in a channel, and was taken back. */
  public boolean isTakenBack(MessageId message) {
    return matters.in(message.channel()).stream()
        .anyMatch(
            matter ->
                message.equals(matter.message()) && matter.ending() == Matter.Ending.TAKEN_BACK);
  }

  /** A question in a channel, as those who follow its topic are told of it. */
  public Optional<Matter> asked(PersonId asker, String id, Postings postings) {
    return matters.find(asker, id).map(matter -> located(matter, postings));
  }
}
