package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.consent.Confidentiality;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.digest.Questions;
import ponte.directory.Directory;
import ponte.introduction.StandingQuestions;
import ponte.nudge.Followed.Ending;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.unnamed.AskingUnnamed;

/**
 * Follows questions that nobody answers, rung by rung: after some working hours the asker is asked,
 * privately, whether colleagues are to be asked; who agreed has a few asked, then a few others; in
 * the end the question stands on the community managers' list.
 *
 * <p>What was planned looks at each rung how the question stands then ({@link Standing}), and does
 * nothing where it was answered, marked as done, taken back or made into something else. Doing the
 * same again changes nothing.
 */
public final class Ladder {

  private static final Logger log = LoggerFactory.getLogger(Ladder.class);

  /** What is older when it is heard was read from a history. */
  private static final Duration JUST_ASKED = Duration.ofHours(2);

  /** So long after its time it is still worth offering help, Saturdays and Sundays not counted. */
  private static final Duration OFFERED = Duration.ofHours(48);

  /**
   * So long after the offer it is looked once more whether somebody answered: what was shown counts
   * for a week longer.
   */
  private static final Duration LAST_LOOK = Duration.ofDays(21);

  private final FollowedQuestions followed;
  private final Questions questions;
  private final Standing standing;
  private final Offers offers;
  private final Groups groups;
  private final Rungs rungs;
  private final WorkingTimes times;
  private final Prompts prompts;
  private final AskingUnnamed unnamed;
  private final Directory directory;
  private final Preferences preferences;
  private final NudgeRules rules;
  private final Clock clock;

  Ladder(
      FollowedQuestions followed,
      Questions questions,
      Standing standing,
      Offers offers,
      Groups groups,
      Rungs rungs,
      WorkingTimes times,
      Prompts prompts,
      AskingUnnamed unnamed,
      Directory directory,
      Preferences preferences,
      NudgeRules rules,
      Clock clock) {
    this.followed = followed;
    this.questions = questions;
    this.standing = standing;
    this.offers = offers;
    this.groups = groups;
    this.rungs = rungs;
    this.times = times;
    this.prompts = prompts;
    this.unnamed = unnamed;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Somebody said something just now, or put it in other words: where it asks the room something,
   * it is followed.
   */
  public void heard(Filed said) {
    var message = said.message();
    if (message.at().plus(JUST_ASKED).isAfter(clock.instant())
        && questions.mayAsk(message)
        && preferences.of(message.author()).takes(Offer.HELP)) {
      questions
          .asked(said)
          .ifPresent(
              question ->
                  directory
                      .person(question.author())
                      .filter(Person::isActive)
                      .ifPresent(asker -> follow(said, question, asker)));
    }
  }

  private void follow(Filed said, Message question, Person asker) {
    followed.begin(
        Followed.begun(
            asker.id(),
            said.conversation(),
            question.id(),
            question.at(),
            !directory.members(said.message().channel()).isEmpty()));
    planOffer(said.conversation(), question, asker, null);
    planList(said.conversation(), question, asker, null);
  }

  private void planOffer(
      MessageId conversation, Message question, Person asker, @Nullable MessageId again) {
    var due = due(question, asker);
    var until = times.weekdays(asker.id(), asker.zone()).after(due, OFFERED);
    prompts.plan(new Prompt.Help(asker.id(), conversation, until, again), due);
  }

  private void planList(
      MessageId conversation, Message question, Person asker, @Nullable MessageId again) {
    var listed =
        times.weekdays(asker.id(), asker.zone()).after(due(question, asker), rules.listed());
    rungs.plan(new Rung.Listing(asker.id(), conversation, again), listed);
  }

  /**
   * Somebody took back what they said: questions that are open without it, and were looked at while
   * it stood, are followed again where they are young enough.
   */
  public void takenBack(MessageId message) {
    lookAgain(message.channel(), message);
  }

  /**
   * Somebody took away the mark by which a message was the end of a question: as where what they
   * said is taken back, each time that they do.
   */
  public void unmarked(MessageId message, Instant at) {
    lookAgain(
        message.channel(),
        new MessageId(message.channel(), message.value() + "-" + at.toEpochMilli()));
  }

  /**
   * @param occasion what makes it another time than the last one
   */
  private void lookAgain(ChannelId channel, MessageId occasion) {
    for (var question : followed.answeredIn(channel)) {
      switch (standing.of(question)) {
        case Standing.Now.Answered _ -> {}
        case Standing.Now.Over(var ending) -> followed.end(question, ending);
        case Standing.Now.Open(var asks, _) ->
            directory
                .person(question.asker())
                .ifPresent(asker -> follow(question, asks, asker, occasion));
      }
    }
  }

  private void follow(Followed question, Message asks, Person asker, MessageId again) {
    if (!offers.isMade(question)) {
      planOffer(question.conversation(), asks, asker, again);
    }
    groups.planAgain(question, again);
    planList(question.conversation(), asks, asker, again);
    followed.reopened(question);
  }

  /** When the asker has waited long enough, as their working hours are now. */
  private Instant due(Message question, Person asker) {
    return times.of(asker).after(question.at(), rules.after());
  }

  /** The question whether colleagues are to be asked, unless it has lost its point. */
  public Prompted ask(Prompt.Help prompt, Asker asker) {
    var found = followed.find(prompt.to(), prompt.conversation());
    var person = directory.person(prompt.to());
    if (found.isEmpty() || person.isEmpty() || found.get().agreed() != null) {
      return new Prompted.Drop("the asker has said what is to be done");
    }
    var question = found.get();
    return switch (standing.of(question)) {
      case Standing.Now.Answered(var at) -> answered(question, at);
      case Standing.Now.Over(var ending) -> {
        followed.end(question, ending);
        yield new Prompted.Drop("the question is over: " + ending);
      }
      case Standing.Now.Open(var message, var room) -> {
        var due = due(message, person.get());
        yield due.isAfter(clock.instant())
            ? new Prompted.Wait(due, "the asker has not waited long enough")
            : offer(prompt, question, message, room, asker);
      }
    };
  }

  private Prompted answered(Followed question, @Nullable Instant at) {
    offers.answered(question, at);
    followed.answered(question);
    return new Prompted.Drop("somebody may have answered");
  }

  private Prompted offer(
      Prompt.Help prompt, Followed question, Message message, Channel room, Asker asker) {
    if (Confidentiality.isMarked(message.text())) {
      return new Prompted.Drop("the question is not to be passed on");
    }
    var topic = StandingQuestions.topic(message);
    if (groups.seeksHelp(message, topic, asker)) {
      followed.end(question, Ending.SOUGHT);
      return new Prompted.Drop("the asker asks colleagues about it already");
    }
    var offered =
        followed
            .change(question, each -> each.offered(message.id(), clock.instant()))
            .orElse(question);
    var somebody = !groups.next(offered, message, room, asker).isEmpty();
    var elsewhere = somebody ? null : groups.elsewhere(topic, room, asker);
    if (!somebody && elsewhere == null) {
      return new Prompted.Drop("there is nobody to ask");
    }
    return new Prompted.Say(
        new Outgoing(
            Prompt.Help.key(prompt.conversation()),
            new Destination.Together(Set.of(prompt.to())),
            HelpReplies.offer(
                offered, topic, room, elsewhere, groups.size(), unnamed.isAllowed(asker), asker)));
  }

  /** Does what was planned for a question that nobody has answered by now. */
  public Prompted climb(Rung rung) {
    var found = followed.find(rung.asker(), rung.conversation());
    if (found.isEmpty()) {
      return new Prompted.Drop("the question was forgotten");
    }
    var question = found.get();
    return switch (standing.of(question)) {
      case Standing.Now.Answered(var at) -> answered(question, at);
      case Standing.Now.Over(var ending) -> {
        followed.end(question, ending);
        yield new Prompted.Drop("the question is over: " + ending);
      }
      case Standing.Now.Open(var message, var room) ->
          switch (rung) {
            case Rung.Group(_, _, var number, _) -> {
              var asker = asker(rung.asker());
              var due = groups.due(number, question, asker);
              if (due.isAfter(clock.instant())) {
                yield new Prompted.Wait(due, "those before them were not asked long enough ago");
              }
              if (Confidentiality.isMarked(message.text())) {
                yield new Prompted.Drop("the question is not to be passed on");
              }
              groups.ask(number, question, message, room, asker);
              yield new Prompted.Drop("the next colleagues are asked");
            }
            case Rung.Listing _ -> list(question, message, asker(rung.asker()));
          };
    };
  }

  /** A colleague was asked about a question. */
  public void told(Prompt.Invite invite) {
    groups.told(invite);
  }

  private Prompted list(Followed question, Message message, Asker asker) {
    if (question.listed() != null) {
      return lookLater(question);
    }
    var since = question.agreed() == null ? question.offered() : question.agreed();
    if (since != null) {
      var due = times.weekdays(asker.person(), asker.zone()).after(since, rules.listed());
      if (due.isAfter(clock.instant())) {
        return new Prompted.Wait(due, "the asker or colleagues are still being asked");
      }
    }
    if (question.agreed() == null
        && groups.seeksHelp(message, StandingQuestions.topic(message), asker)) {
      followed.end(question, Ending.SOUGHT);
      return new Prompted.Drop("the asker asks colleagues about it already");
    }
    followed.list(question);
    log.atInfo()
        .addKeyValue("channel", question.conversation().channel())
        .addKeyValue("invited", question.invited())
        .log("question put on the community managers' list");
    return lookLater(question);
  }

  private Prompted lookLater(Followed question) {
    var offered = question.offered();
    var last = offered == null ? clock.instant() : offered.plus(LAST_LOOK);
    return last.isAfter(clock.instant())
        ? new Prompted.Wait(last, "it stands on the list, and may still be answered")
        : new Prompted.Drop("it stands on the list");
  }

  private Asker asker(PersonId id) {
    var person = directory.person(id).orElse(null);
    return new Asker(
        id,
        directory.audienceOf(id),
        HelpReplies.language(preferences.of(id).language(), person),
        person == null ? ZoneOffset.UTC : person.zone());
  }
}
