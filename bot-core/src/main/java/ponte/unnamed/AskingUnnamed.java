package ponte.unnamed;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Nameless;
import ponte.consent.Confidentiality;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.consent.Redaction;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.introduction.IntroductionRules;
import ponte.introduction.Invitations;
import ponte.introduction.Invitations.Invitation;
import ponte.introduction.SameQuestion;
import ponte.nudge.Gate;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Has colleagues asked who may know, without saying who wants to know: only once the asker has seen
 * what they will read, and only where an administrator allows it.
 *
 * <p>Whom it is put to is chosen by what stands in public channels alone, so that nobody learns by
 * being asked in which private ones the asker is.
 */
public final class AskingUnnamed {

  private static final Redaction REDACTION = new Redaction();

  private final UnnamedQuestions questions;
  private final Experts experts;
  private final Gate gate;
  private final Directory directory;
  private final Preferences preferences;
  private final Prompts prompts;
  private final Invitations invitations;
  private final UnnamedRules rules;
  private final IntroductionRules introductions;
  private final Clock clock;

  public AskingUnnamed(
      UnnamedQuestions questions,
      Experts experts,
      Gate gate,
      Directory directory,
      Preferences preferences,
      Prompts prompts,
      Invitations invitations,
      UnnamedRules rules,
      IntroductionRules introductions,
      Clock clock) {
    this.questions = questions;
    this.experts = experts;
    this.gate = gate;
    this.directory = directory;
    this.preferences = preferences;
    this.prompts = prompts;
    this.invitations = invitations;
    this.rules = rules;
    this.introductions = introductions;
    this.clock = clock;
  }

  /** Whether somebody may have colleagues asked so, where they are. */
  public boolean isAllowed(Asker asker) {
    var person = asker.person();
    return person != null && introductions.invited() > 0 && rules.allow(person.workspace());
  }

  /** What was typed, and where it stands in a channel; null: nowhere. */
  private record Wanted(String words, @Nullable Channel room, @Nullable MessageId place) {}

  /** Shows what colleagues would read of a question that was put to Ponte alone. */
  Reply preview(Nameless.Ask ask, Asker asker) {
    var words = REDACTION.redact(ask.words().strip());
    return preview(
        new Wanted(words, null, null),
        new Command.WithoutName(new Nameless.Send(ask.words())),
        asker);
  }

  /**
   * Shows what colleagues would read of a question of the asker that stands in a channel.
   *
   * @param send what the button gives that has them asked
   */
  public Reply preview(String words, Channel room, MessageId place, Command send, Asker asker) {
    return preview(new Wanted(words, room, place), send, asker);
  }

  private Reply preview(Wanted wanted, Command send, Asker asker) {
    return refusal(wanted, asker)
        .orElseGet(
            () ->
                choice(wanted, asker).isEmpty()
                    ? says(asker, "unnamed.nobody")
                    : UnnamedReplies.preview(
                        wanted.words(),
                        wanted.room(),
                        send,
                        introductions.invited(),
                        asker.language()));
  }

  /**
   * What came of a wish to have colleagues asked.
   *
   * @param isAsked whether they are, by now or before
   */
  public record Sent(Reply reply, boolean isAsked) {}

  /** Has colleagues asked; doing it again changes nothing. */
  Reply send(Nameless.Send send, Asker asker) {
    return send(new Wanted(REDACTION.redact(send.words().strip()), null, null), asker).reply();
  }

  /** Whether colleagues were asked about a question of somebody that stands in a channel. */
  public boolean isAsked(PersonId asker, MessageId place) {
    return directory.accounts(asker).stream()
        .flatMap(account -> questions.all(account).stream())
        .anyMatch(each -> place.equals(each.place()));
  }

  /** Has colleagues asked about a question of the asker that stands in a channel. */
  public Sent send(String words, Channel room, MessageId place, Asker asker) {
    return send(new Wanted(words, room, place), asker);
  }

  private Sent send(Wanted wanted, Asker asker) {
    var refusal = refusal(wanted, asker);
    if (refusal.isPresent()) {
      return new Sent(refusal.get(), false);
    }
    var person = Objects.requireNonNull(asker.person());
    if (questions.find(person, wanted.words(), wanted.place()).isEmpty() && hasHadEnough(person)) {
      return new Sent(says(asker, "unnamed.enough", UnnamedRules.MOST), false);
    }
    var people = choice(wanted, asker);
    var question = questions.begin(person, wanted.words(), wanted.place(), people);
    if (question.isEmpty()) {
      return new Sent(says(asker, "unnamed.nobody"), false);
    }
    plan(question.get(), asker);
    return new Sent(
        question.get().isSettled()
            ? says(asker, "unnamed.asked-before", day(question.get(), asker))
            : UnnamedReplies.asking(question.get(), introductions.invited(), asker.language()),
        true);
  }

  private static String day(UnnamedQuestion question, Asker asker) {
    return Texts.in(asker.language()).day(question.at(), asker.zone());
  }

  private boolean hasHadEnough(PersonId person) {
    var since = clock.instant().minus(UnnamedQuestions.SPAN);
    return directory.accounts(person).stream()
            .flatMap(account -> questions.all(account).stream())
            .filter(each -> each.at().isAfter(since))
            .count()
        >= UnnamedRules.MOST;
  }

  private void plan(UnnamedQuestion question, Asker asker) {
    var now = clock.instant();
    for (var invited : question.waiting()) {
      questions.put(question, invited);
      prompts.plan(
          new Prompt.Unnamed(
              invited,
              question.id(),
              Prompt.FIRST,
              introductions.later(now, asker.zone(), holidays(invited))),
          now);
    }
    questions.change(question.id(), UnnamedQuestion::planned);
  }

  /** The public holidays of somebody who is asked. */
  Predicate<LocalDate> holidays(PersonId person) {
    return gate.holidays(person);
  }

  /** Ends a question at its asker's wish. */
  Reply takeBack(Nameless.TakeBack wish, Asker asker) {
    var person = asker.person();
    if (person == null) {
      return says(asker, "unnamed.who-are-you");
    }
    directory.accounts(person).stream()
        .flatMap(account -> questions.ofAsker(account, wish.question()).stream())
        .forEach(each -> questions.change(each.id(), UnnamedQuestion::takenBack));
    return says(asker, "unnamed.taken-back");
  }

  /** Ends all questions of somebody, who takes no part any more. */
  public void withdraw(Asker asker) {
    var person = asker.person();
    if (person != null) {
      directory.accounts(person).stream()
          .flatMap(account -> questions.all(account).stream())
          .forEach(each -> questions.change(each.id(), UnnamedQuestion::takenBack));
    }
  }

  /** Says how it is done. */
  Reply how(Asker asker) {
    return isAllowed(asker)
        ? says(asker, "unnamed.how", Texts.in(asker.language()).say("unnamed.how.words"))
        : refused(asker);
  }

  /** Why colleagues are not asked so; empty: they may be. */
  private Optional<Reply> refusal(Wanted wanted, Asker asker) {
    var person = asker.person();
    if (person == null || !isAllowed(asker)) {
      return Optional.of(refused(asker));
    }
    if (!directory.isOfUs(person)) {
      return Optional.of(says(asker, "unnamed.guest"));
    }
    if (asker.channel() != null) {
      return Optional.of(says(asker, "unnamed.in-channel"));
    }
    if (Confidentiality.isMarked(wanted.words())) {
      return Optional.of(says(asker, "unnamed.marked"));
    }
    return OwnName.of(person, directory).isIn(wanted.words())
        ? Optional.of(says(asker, "unnamed.named"))
        : Optional.empty();
  }

  private static Reply refused(Asker asker) {
    return says(asker, asker.person() == null ? "unnamed.who-are-you" : "unnamed.off");
  }

  private List<PersonId> choice(Wanted wanted, Asker asker) {
    if (isQuiet(wanted.place())) {
      return List.of();
    }
    var person = Objects.requireNonNull(asker.person());
    var open =
        new Audience(
            directory.channels(asker.audience()).stream()
                .filter(Channel::isPublic)
                .map(Channel::id)
                .collect(Collectors.toUnmodifiableSet()));
    var seeker = new Asker(person, open, asker.language(), asker.zone());
    var mayBeNamed = experts.mayBeNamed(wanted.words(), asker.language(), open);
    return experts.answerers(wanted.words(), seeker).stream()
        .filter(each -> !directory.accounts().areOne(each, person))
        .filter(this::mayBeAsked)
        .filter(mayBeNamed)
        .filter(each -> mayOpen(each, wanted.place()))
        .filter(each -> !wasInvited(each, person, wanted.words(), wanted.place()))
        .limit(introductions.invited())
        .toList();
  }

  /** Whether somebody is there, and wants to be asked. */
  boolean mayBeAsked(PersonId person) {
    return rules.allow(person.workspace())
        && isThere(person)
        && preferences.of(person).takes(Offer.INVITATIONS)
        && !experts.isAway(person);
  }

  private boolean isThere(PersonId person) {
    return directory.isOfUs(person)
        && directory.person(person).filter(Person::isActive).isPresent();
  }

  /**
   * Whether something is still done for an asker: not for who left. Who takes no part may ask all
   * the same; who opts out has taken back what they asked before.
   */
  boolean isFor(PersonId asker) {
    return rules.allow(asker.workspace()) && isThere(asker);
  }

  /**
   * Whether colleagues may read a question as it reads now, which may be changed in its channel.
   */
  boolean mayBeRead(UnnamedQuestion question) {
    return !Confidentiality.isMarked(question.words())
        && !OwnName.of(question.asker(), directory).isIn(question.words());
  }

  /** Whether a question stands in a channel about which nobody is written to. */
  boolean isQuiet(@Nullable MessageId place) {
    return place != null && gate.isQuiet(place.channel());
  }

  /** What stands in a channel is told to nobody who could not read it there. */
  boolean mayOpen(PersonId person, @Nullable MessageId place) {
    return place == null || directory.audienceOf(person).maySee(place);
  }

  /**
   * Whether somebody was invited by name to the same question, or to one of the same asker in the
   * same words: to ask them without it would tell them whose it is, and disturb them twice.
   */
  boolean wasInvited(PersonId person, PersonId asker, String words, @Nullable MessageId place) {
    return directory.accounts(person).stream()
        .anyMatch(
            account ->
                (place != null && questions.isInvited(account, place))
                    || invitations.told(account).stream()
                        .anyMatch(each -> isSame(asker, words, each)));
  }

  private boolean isSame(PersonId asker, String words, Invitation invitation) {
    return directory.accounts().areOne(asker, invitation.asker())
        && SameQuestion.areOne(words, invitation.topic());
  }

  /**
   * Whether a matter, or the same words of its asker, is or is to be put to somebody without its
   * asker's name: to invite them by name would tell them whose it is.
   */
  boolean isPut(PersonId person, PersonId asker, String matter) {
    var invitation = invitations.find(person, asker, matter);
    return directory.accounts(person).stream()
        .anyMatch(
            account ->
                questions.isPlanned(account, matter)
                    || invitation.stream()
                        .anyMatch(
                            each ->
                                questions.putTo(account).stream()
                                    .anyMatch(one -> isSame(one.asker(), one.words(), each))));
  }

  private static Reply says(Asker asker, String situation, Object... values) {
    return Reply.saying(Texts.in(asker.language()), situation, values);
  }
}
