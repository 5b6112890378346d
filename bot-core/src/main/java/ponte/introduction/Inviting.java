package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Expert;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.nlp.Language;
import ponte.nudge.Gate;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.platform.Postings;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Invites colleagues to a question in a channel: each is asked privately first, and only who says
 * yes is mentioned there. Whoever does not answer is never named.
 */
public final class Inviting {

  /** A question that was just handed over may take so long to stand in its channel. */
  private static final Duration POSTING = Duration.ofMinutes(1);

  /** What does not stand there after that could not be posted; quiet hours may lie in between. */
  static final Duration POSTED = Duration.ofDays(1);

  private final Invitations invitations;
  private final Matters matters;
  private final Answerers answerers;
  private final Prompts prompts;
  private final Requests requests;
  private final Experts experts;
  private final Gate gate;
  private final Directory directory;
  private final Preferences preferences;
  private final IntroductionRules rules;
  private final Clock clock;

  public Inviting(
      Invitations invitations,
      Matters matters,
      Answerers answerers,
      Prompts prompts,
      Requests requests,
      Experts experts,
      Gate gate,
      Directory directory,
      Preferences preferences,
      IntroductionRules rules,
      Clock clock) {
    this.invitations = invitations;
    this.matters = matters;
    this.answerers = answerers;
    this.prompts = prompts;
    this.requests = requests;
    this.experts = experts;
    this.gate = gate;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  /** Whether nobody is invited to what stands in a channel. */
  boolean isOff(ChannelId room) {
    return rules.invited() == 0 || gate.isQuiet(room);
  }

  /** How many may be invited to one question. */
  public int most() {
    return rules.invited();
  }

  /**
   * Colleagues who may be invited to a question in a channel: of all who may be named for it, the
   * ones first who will answer best. Who is away is not among them, and nobody is where a channel
   * is to be left in peace. Who wants to be invited to nothing is among them, and is not asked: to
   * be missing here would tell it.
   */
  public List<Person> candidates(String topic, Channel room, Asker asker) {
    return candidates(topic, room, asker, rules.invited());
  }

  /**
   * The same, of whom not all can be invited.
   *
   * @param most so many of them; none where nobody may be invited at all
   */
  public List<Person> candidates(String topic, Channel room, Asker asker, int most) {
    var person = asker.person();
    if (person == null || isOff(room.id())) {
      return List.of();
    }
    var found = experts.all(topic, asker);
    var route = experts.routing(topic, asker).stream().map(Experts.Ranked::person).toList();
    var mayBeNamed = mayBeNamed(person, topic, asker.language());
    return Stream.concat(found.experts().stream().map(Expert::person), found.declared().stream())
        .sorted(Comparator.comparingInt(each -> place(each, route)))
        .filter(each -> mayBeOffered(each.id(), room.id(), person, mayBeNamed))
        .limit(most)
        .toList();
  }

  /**
   * Those who are to be asked next whether they want to be invited to a question, the ones first
   * who will answer best ({@link Experts#answerers}). Nobody gets to see them, so that who wants to
   * be invited to nothing, or was asked already, need not be among them.
   */
  public List<PersonId> next(Matter matter, Channel room, Asker asker) {
    var person = asker.person();
    if (person == null || isOff(room.id())) {
      return List.of();
    }
    var mayBeNamed = mayBeNamed(person, matter.topic(), asker.language());
    return experts.answerers(matter.topic(), asker.in(room.id())).stream()
        .filter(each -> preferences.of(each).takes(Offer.INVITATIONS))
        .filter(each -> mayBeOffered(each, room.id(), person, mayBeNamed))
        .filter(each -> !wasAsked(each, matter))
        .limit(rules.invited())
        .toList();
  }

  /** Whether somebody may be asked about a question at all, and was or is not to be already. */
  boolean isToBeAsked(PersonId person, Matter matter, Channel room, Asker asker) {
    return preferences.of(person).takes(Offer.INVITATIONS)
        && mayBeInvited(person, room.id(), matter.asker(), matter.topic(), asker.language())
        && !wasAsked(person, matter);
  }

  private boolean wasAsked(PersonId person, Matter matter) {
    return isAsked(person, matter) || wasAskedByAnother(person, matter);
  }

  /** Whether somebody was or is to be asked by another of their accounts. */
  private boolean wasAskedByAnother(PersonId person, Matter matter) {
    return directory.accounts(person).stream()
        .anyMatch(account -> !account.equals(person) && isAsked(account, matter));
  }

  private boolean isAsked(PersonId account, Matter matter) {
    return invitations.find(account, matter.asker(), matter.id()).isPresent();
  }

  /** Who is not to be disturbed now is asked when that is over, and so comes last. */
  private static int place(Person person, List<PersonId> route) {
    var place = route.indexOf(person.id());
    return place < 0 ? route.size() : place;
  }

  private boolean mayBeInvited(
      PersonId person, ChannelId room, PersonId asker, String topic, Language language) {
    return mayBeOffered(person, room, asker, mayBeNamed(asker, topic, language));
  }

  /** Who may be brought together with the asker for a topic: asked of many, looked up once. */
  private Predicate<PersonId> mayBeNamed(PersonId asker, String topic, Language language) {
    return experts.mayBeNamed(topic, language, directory.audienceOf(asker));
  }

  /** Whether somebody is away now, and so is not asked. */
  boolean isAway(PersonId person) {
    return experts.isAway(person);
  }

  private boolean mayBeOffered(
      PersonId person, ChannelId room, PersonId asker, Predicate<PersonId> mayBeNamed) {
    return !directory.accounts().areOne(person, asker)
        && directory.person(person).filter(Person::isActive).isPresent()
        && !isAway(person)
        && mayBeNamed.test(person)
        && directory.audienceOf(person).maySee(room);
  }

  /**
   * Plans to ask those of these colleagues who could be offered, each by one account, first of all
   * where the question stands. Again, it plans nothing more. Who wants no invitation when it is
   * time to ask is not asked.
   */
  void plan(Matter matter, Channel room, List<PersonId> invited, Asker asker) {
    plan(matter, room, invited, asker, matter.at());
  }

  /**
   * The same from a later moment on.
   *
   * @param from the first moment at which they may be asked
   */
  public void plan(Matter matter, Channel room, List<PersonId> invited, Asker asker, Instant from) {
    prompts(matter, room, invited, asker, from, true).forEach(each -> prompts.plan(each, from));
  }

  /**
   * The same of {@link #next those} whom nobody chose by name.
   *
   * @return whether one of them at least is told, at once or later; of a kind of message that helps
   *     little, many are not
   */
  public boolean planNext(
      Matter matter, Channel room, List<PersonId> invited, Asker asker, Instant from) {
    var planned = prompts(matter, room, invited, asker, from, false);
    planned.forEach(each -> prompts.plan(each, from));
    return planned.stream()
        .anyMatch(each -> !(gate.ask(each.nudge()) instanceof Gate.Answer.Never));
  }

  /** Keeps that they are invited, and gives what they are to be asked. */
  private List<Prompt.Invite> prompts(
      Matter matter,
      Channel room,
      List<PersonId> invited,
      Asker asker,
      Instant from,
      boolean chosen) {
    var mayBeNamed = mayBeNamed(matter.asker(), matter.topic(), asker.language());
    var people =
        invited.stream()
            .map(each -> directory.accounts().metFrom(room.id().workspace(), each))
            .distinct()
            .filter(each -> mayBeOffered(each, room.id(), matter.asker(), mayBeNamed))
            .filter(each -> !wasAskedByAnother(each, matter))
            .limit(rules.invited())
            .toList();
    people.forEach(each -> invitations.add(each, matter));
    return people.stream()
        .map(
            each ->
                new Prompt.Invite(
                    each,
                    matter.asker(),
                    matter.id(),
                    room.id(),
                    Prompt.FIRST,
                    rules.later(from, asker.zone(), gate.holidays(each)),
                    chosen))
        .toList();
  }

  /** The question whether they want to be invited, as long as it has a point. */
  public Prompted ask(Prompt.Invite prompt, Asker invited, Postings postings) {
    var person = prompt.to();
    var invitation = invitations.find(person, prompt.asker(), prompt.matter());
    var found = matters.find(prompt.asker(), prompt.matter());
    if (invitation.isEmpty() || isAnswered(invitation.get()) || found.isEmpty()) {
      return new Prompted.Drop("there is nothing to invite to");
    }
    var matter = answerers.worded(answerers.located(found.get(), postings));
    var room = matter.channel().orElse(null);
    if (room == null || answerers.isOver(matter)) {
      return new Prompted.Drop("the question was answered or taken back");
    }
    if (isGroundless(matter)) {
      return new Prompted.Drop("what it rests on is not there any more");
    }
    if (answerers.isMarked(matter)) {
      return new Prompted.Drop("the question is not to be passed on");
    }
    var asker = directory.person(matter.asker()).filter(Person::isActive);
    var channel = directory.channel(room).filter(each -> !each.archived());
    if (asker.isEmpty()
        || channel.isEmpty()
        || !mayBeInvitedFor(matter)
        || !mayBeInvited(person, room, matter.asker(), matter.topic(), invited.language())) {
      return new Prompted.Drop("they may not be invited");
    }
    var place = matter.message();
    if (place == null) {
      var now = clock.instant();
      return now.isAfter(matter.at().plus(POSTED))
          ? new Prompted.Drop("the question could not be posted")
          : new Prompted.Wait(now.plus(POSTING), "the question is not there yet");
    }
    return new Prompted.Say(
        new Outgoing(
            prompt.key(),
            new Destination.Together(Set.of(person)),
            question(matter, asker.get(), channel.get(), place, invited)));
  }

  /**
   * Whether somebody may still be invited for whoever asked. Who takes no part may ask a channel or
   * begin a discussion all the same, in their own name; whoever opted out since has ended that.
   */
  private boolean mayBeInvitedFor(Matter matter) {
    return switch (matter.with()) {
      case Matter.With.Room _, Matter.With.Discussion _ -> true;
      case Matter.With.Colleague _, Matter.With.Standing _ -> !preferences.isOut(matter.asker());
    };
  }

  /** They were asked: it counts as asked of them. */
  public void said(Prompt.Invite prompt) {
    requests.note(prompt.to(), directory.accounts().metFrom(null, prompt.asker()), clock.instant());
  }

  /** Whether a discussion rests on a message that was taken back, or whose author is out. */
  private boolean isGroundless(Matter matter) {
    return matter.with() instanceof Matter.With.Discussion(_, _, var source)
        && source != null
        && answerers
            .words(matter)
            .filter(message -> !preferences.isOut(message.author()))
            .isEmpty();
  }

  private static boolean isAnswered(Invitations.Invitation invitation) {
    return invitation.said() != null && invitation.said() != Rsvp.LATER;
  }

  private static Reply question(
      Matter matter, Person asker, Channel room, MessageId place, Asker invited) {
    var texts = Texts.in(invited.language());
    var buttons = new ArrayList<Button>();
    for (var rsvp : Rsvp.values()) {
      var label = texts.say("invitation." + key(rsvp));
      var command = new Command.AnswerInvitation(matter.asker(), matter.id(), rsvp);
      buttons.add(rsvp == Rsvp.ACCEPT ? Button.primary(label, command) : Button.of(label, command));
    }
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich(
                    "invitation.ask",
                    new Span.Mention(asker.id()),
                    new Span.ChannelLink(room.id(), room.name()))),
            quote(matter),
            new Block.Paragraph(link(place, texts)),
            Block.Paragraph.plain(texts.say("invitation.offer")),
            new Block.Buttons(buttons),
            new Block.Note(RichText.plain(texts.say("invitation.silent")))));
  }

  private static String key(Rsvp rsvp) {
    return rsvp.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Block quote(Matter matter) {
    return new Block.Paragraph(
        RichText.of(new Span.Quote(List.of(new Span.Plain(matter.topic())))));
  }

  static RichText link(MessageId place, Texts texts) {
    return RichText.of(new Span.MessageLink(place, texts.say("invitation.question")));
  }
}
