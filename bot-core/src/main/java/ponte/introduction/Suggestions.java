package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Followed;
import ponte.nudge.FollowedQuestions;
import ponte.nudge.Gate;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Asks whoever put a question whether a colleague is to be invited to it whom somebody else
 * suggests: privately, each colleague once, and only their yes invites anybody.
 */
public final class Suggestions {

  /** Longer than anybody looks for an answer: each colleague is suggested once for a question. */
  private static final Duration MEMORY = Duration.ofDays(180);

  private final Archive archive;
  private final Directory directory;
  private final Matters matters;
  private final Answerers answerers;
  private final Inviting inviting;
  private final FollowedQuestions followed;
  private final Ledger ledger;
  private final Prompts prompts;
  private final Gate gate;
  private final Effects effects;
  private final IntroductionRules rules;
  private final Clock clock;

  public Suggestions(
      Archive archive,
      Directory directory,
      Matters matters,
      Answerers answerers,
      Inviting inviting,
      FollowedQuestions followed,
      Ledger ledger,
      Prompts prompts,
      Gate gate,
      Effects effects,
      IntroductionRules rules,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.matters = matters;
    this.answerers = answerers;
    this.inviting = inviting;
    this.followed = followed;
    this.ledger = ledger;
    this.prompts = prompts;
    this.gate = gate;
    this.effects = effects;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether a person may have colleagues invited: the asker, or anybody once they agreed to it. */
  boolean isConsented(Filed question, PersonId person) {
    return directory.accounts().areOne(person, question.message().author()) || isAgreed(question);
  }

  private boolean isAgreed(Filed question) {
    return followed(question)
        .filter(each -> each.agreed() != null && each.ending() == null)
        .isPresent();
  }

  private Optional<Followed> followed(Filed question) {
    return followed.find(question.message().author(), question.conversation());
  }

  /**
   * Plans to ask the asker, when they may be disturbed and want such suggestions, which is theirs
   * to know.
   *
   * @param request what makes it the same when it is handled twice
   * @return false: it was suggested before, whatever became of that
   */
  boolean suggest(Filed question, Person colleague, PersonId by, String request) {
    var message = question.message();
    var now = clock.instant();
    var prompt =
        new Prompt.Suggested(
            message.author(),
            by,
            colleague.id(),
            message.id(),
            rules.later(now, zone(message.author()), gate.holidays(message.author())));
    if (!isFirst(prompt, request)) {
      return false;
    }
    if (!isRefused(question) && !(gate.ask(prompt.nudge()) instanceof Gate.Answer.Never)) {
      prompts.plan(prompt, now);
    }
    return true;
  }

  /**
   * Whether the colleague was suggested by none of their accounts yet. That goes by what was
   * pressed alone: by what became of it, whoever presses again would learn what somebody chose.
   */
  private boolean isFirst(Prompt.Suggested prompt, String request) {
    var kept =
        directory.accounts(prompt.colleague()).stream()
            .flatMap(account -> ledger.find(prompt.to(), deed(prompt, account)).stream())
            .findFirst()
            .orElseGet(
                () -> ledger.note(prompt.to(), deed(prompt, prompt.colleague()), request, MEMORY));
    return kept.request().equals(request);
  }

  private static String deed(Prompt.Suggested prompt, PersonId colleague) {
    return "suggest " + colleague + " to " + prompt.question();
  }

  private ZoneId zone(PersonId person) {
    return directory.person(person).map(Person::zone).orElse(ZoneOffset.UTC);
  }

  /** Whether the asker wants nothing done about it any more, or nothing at others' wish. */
  private boolean isRefused(Filed question) {
    var message = question.message();
    return ledger.find(message.author(), refusal(message.id())).isPresent()
        || followed(question).filter(each -> each.ending() != null).isPresent();
  }

  private static String refusal(MessageId question) {
    return "no suggestions for " + question;
  }

  /** The question whether the colleague is to be invited, as long as it has a point. */
  public Prompted ask(Prompt.Suggested prompt, Asker asker) {
    var place = prompt.question();
    var question =
        archive
            .find(place, Audience.of(place.channel()))
            .filter(filed -> filed.message().author().equals(prompt.to()))
            .filter(filed -> !StandingQuestions.topic(filed.message()).isBlank());
    var room = directory.channel(place.channel()).filter(each -> !each.archived());
    var colleague = directory.person(prompt.colleague());
    if (question.isEmpty() || room.isEmpty() || colleague.isEmpty()) {
      return new Prompted.Drop("there is nothing to invite to, or nobody");
    }
    var topic = StandingQuestions.topic(question.get().message());
    var matter = matter(prompt.to(), place, topic);
    if (isRefused(question.get()) || answerers.isOver(matter)) {
      return new Prompted.Drop("the question needs nobody any more");
    }
    if (answerers.isMarked(matter)) {
      return new Prompted.Drop("the question is not to be passed on");
    }
    if (isAgreed(question.get())) {
      return new Prompted.Drop("the asker agreed to have colleagues asked");
    }
    if (!inviting.isToBeAsked(prompt.colleague(), matter, room.get(), asker)) {
      return new Prompted.Drop("the colleague may not be invited, or is already");
    }
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(prompt.to())),
            question(prompt, topic, room.get(), colleague.get(), Texts.in(asker.language()))));
  }

  /** The question as it is known among what was begun, or as it would be. */
  Matter matter(PersonId asker, MessageId place, String topic) {
    return matters
        .find(asker, Matter.idOf(place))
        .orElseGet(() -> Matter.standing(asker, topic, place, clock.instant()));
  }

  private static Reply question(
      Prompt.Suggested prompt, String topic, Channel room, Person colleague, Texts texts) {
    var invite = new Command.Invite(prompt.question(), prompt.colleague());
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich(
                    "suggestion.ask",
                    new Span.Mention(prompt.by()),
                    colleague.name(),
                    new Span.ChannelLink(room.id(), room.name()))),
            new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(topic))))),
            new Block.Paragraph(Inviting.link(prompt.question(), texts)),
            Block.Paragraph.plain(texts.say("suggestion.offer", colleague.name())),
            new Block.Buttons(
                List.of(
                    Button.primary(texts.say("suggestion.invite", colleague.name()), invite),
                    Button.of(
                        texts.say("suggestion.no"), new Command.InviteNobody(prompt.question())))),
            new Block.Note(RichText.plain(texts.say("suggestion.silent")))));
  }

  /** The asker agreed to a suggestion. */
  void agreed(PersonId asker, MessageId question, PersonId colleague) {
    directory
        .accounts(colleague)
        .forEach(
            account -> effects.said(asker, Prompt.Suggested.key(question, account), Said.ACCEPTED));
  }

  /** The asker wants nobody invited to their question at others' wish. */
  public Reply refuse(Command.InviteNobody command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    var place = command.question();
    var author =
        archive
            .find(place, Audience.of(place.channel()))
            .map(filed -> filed.message().author())
            .filter(each -> person != null && directory.accounts().areOne(person, each));
    if (author.isEmpty()) {
      return Reply.saying(texts, "invite.gone");
    }
    ledger.note(author.get(), refusal(place), request, MEMORY);
    effects.said(author.get(), Prompt.Suggested.keys(place), Said.PASSED);
    return Reply.saying(texts, "suggestion.refused");
  }
}
