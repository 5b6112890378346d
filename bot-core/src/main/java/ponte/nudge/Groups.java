package ponte.nudge;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.introduction.Answerers;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Inviting;
import ponte.introduction.Matter;
import ponte.introduction.Matters;
import ponte.introduction.SameQuestion;
import ponte.introduction.StandingQuestions;
import ponte.prompt.Prompt;

/** Has colleagues asked about a question, a few at a time: each group once, nobody twice. */
final class Groups {

  /** What somebody did about a question so long before they put it in a channel. */
  private static final Duration BEFORE = Duration.ofDays(2);

  /** So often it is looked whether somebody was asked by now. */
  private static final Duration LOOKING = Duration.ofHours(1);

  private final FollowedQuestions followed;
  private final Inviting inviting;
  private final Answerers answerers;
  private final Matters matters;
  private final Experts experts;
  private final Directory directory;
  private final Rungs rungs;
  private final WorkingTimes times;
  private final NudgeRules rules;
  private final IntroductionRules introductions;
  private final Clock clock;

  Groups(
      FollowedQuestions followed,
      Inviting inviting,
      Answerers answerers,
      Matters matters,
      Experts experts,
      Directory directory,
      Rungs rungs,
      WorkingTimes times,
      NudgeRules rules,
      IntroductionRules introductions,
      Clock clock) {
    this.followed = followed;
    this.inviting = inviting;
    this.answerers = answerers;
    this.matters = matters;
    this.experts = experts;
    this.directory = directory;
    this.rungs = rungs;
    this.times = times;
    this.rules = rules;
    this.introductions = introductions;
    this.clock = clock;
  }

  /** The most colleagues of a group. */
  int size() {
    return introductions.invited();
  }

  /** Who would be asked next. */
  List<PersonId> next(Followed question, Message message, Channel room, Asker asker) {
    return inviting.next(matter(question, message), room, asker.in(room.id()));
  }

  /**
   * Whether the asker waits to be helped with it elsewhere: was brought together with somebody, or
   * asked a channel through Ponte; or colleagues were invited to it. The same words, once answered,
   * need no more help either.
   */
  boolean seeksHelp(Message message, String topic, Asker asker) {
    var since = message.at().minus(BEFORE);
    var isAbout = experts.topicsOf(topic, asker.language());
    return directory.accounts(message.author()).stream()
        .flatMap(account -> matters.of(account).stream())
        .anyMatch(
            matter ->
                matter.id().equals(Matter.idOf(message.id()))
                    || (matter.at().isAfter(since)
                        && !matter.topic().isBlank()
                        && !(matter.with() instanceof Matter.With.Discussion)
                        && seeks(matter, message, topic, isAbout, asker)));
  }

  private boolean seeks(
      Matter matter, Message message, String topic, Predicate<String> isAbout, Asker asker) {
    if (matter.ending() != Matter.Ending.NOT_SOLVED
        && SameQuestion.areOne(message.text().searchable(), matter.topic())) {
      return true;
    }
    return !answerers.isOver(matter)
        && (isAbout.test(matter.topic())
            || experts.topicsOf(matter.topic(), asker.language()).test(topic));
  }

  /**
   * Another channel where such questions found answers, as far as the asker may see; null: none.
   */
  @Nullable Channel elsewhere(String topic, Channel room, Asker asker) {
    var found = experts.on(topic, asker);
    var other = found.room();
    var isKnown = !found.experts().isEmpty() || !found.related().isEmpty();
    return isKnown && other != null && !other.id().equals(room.id()) ? other : null;
  }

  /**
   * Has a group asked, and plans the next one; empty where there is nobody any more.
   *
   * @return how many are asked by now
   */
  int ask(int number, Followed question, Message message, Channel room, Asker asker) {
    if (question.groups() >= number) {
      return question.invited();
    }
    var matter = matter(question, message);
    matters.begin(matter);
    matters.reword(matter.asker(), matter.id(), matter.topic());
    var people = followed.group(question, number, () -> next(question, message, room, asker));
    if (!inviting.planNext(matter, room, people, asker, clock.instant())) {
      // Nobody hears of it, so nobody will be told: the next group comes as if these were silent.
      followed.told(question, rules.groups());
    }
    if (!people.isEmpty() && number < rules.groups()) {
      rungs.plan(
          new Rung.Group(question.asker(), question.conversation(), number + 1, null),
          times.weekdays(asker.person(), asker.zone()).after(clock.instant(), rules.next()));
    }
    return followed.asked(question, number, people.size()).invited();
  }

  /**
   * Plans the next group anew, of a question that was answered when it was time for it.
   *
   * @param again the answer that was taken back
   */
  void planAgain(Followed question, MessageId again) {
    var next = question.groups() + 1;
    if (question.agreed() != null && next <= rules.groups()) {
      rungs.plan(
          new Rung.Group(question.asker(), question.conversation(), next, again), clock.instant());
    }
  }

  /**
   * Somebody was asked whether they want to be invited: the next group comes so long after that.
   */
  void told(Prompt.Invite invite) {
    followed.of(invite.asker()).stream()
        .filter(question -> Matter.idOf(question.question()).equals(invite.matter()))
        .forEach(question -> followed.told(question, rules.groups()));
  }

  /**
   * When the next group may be asked: so long after somebody of the one before was, and not before
   * that, until the question stands on the community managers' list anyway.
   */
  Instant due(int number, Followed question, Asker asker) {
    var weekdays = times.weekdays(asker.person(), asker.zone());
    return followed
        .toldAt(question, number - 1)
        .map(told -> weekdays.after(told, rules.next()))
        .orElseGet(
            () -> {
              var agreed = Objects.requireNonNullElse(question.agreed(), question.at());
              var last = weekdays.after(agreed, rules.listed());
              var soon = clock.instant().plus(LOOKING);
              return soon.isBefore(last) ? soon : last;
            });
  }

  private Matter matter(Followed question, Message message) {
    var topic = StandingQuestions.topic(message);
    var agreed = Objects.requireNonNullElse(question.agreed(), clock.instant());
    var known = matters.find(question.asker(), Matter.idOf(question.question()));
    return known
        .map(matter -> matter.about(topic))
        .orElseGet(() -> Matter.standing(question.asker(), topic, question.question(), agreed));
  }
}
