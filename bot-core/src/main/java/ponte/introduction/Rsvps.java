package ponte.introduction;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Rsvp;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preferences;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.nudge.Gate;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Takes what invited colleagues say. Who agrees is mentioned under the question; of all else nobody
 * learns.
 */
public final class Rsvps {

  private static final Duration LATER = Duration.ofDays(1);

  /** Longer than a matter is kept: who agreed is mentioned once, whenever they press it again. */
  private static final Duration MENTIONED = Duration.ofDays(40);

  private final Invitations invitations;
  private final Ledger ledger;
  private final Matters matters;
  private final Answerers answerers;
  private final Prompts prompts;
  private final Experts experts;
  private final Directory directory;
  private final Preferences preferences;
  private final ChannelLanguage languages;
  private final Effects effects;
  private final Gate gate;
  private final IntroductionRules rules;
  private final Clock clock;

  public Rsvps(
      Invitations invitations,
      Ledger ledger,
      Matters matters,
      Answerers answerers,
      Prompts prompts,
      Experts experts,
      Directory directory,
      Preferences preferences,
      ChannelLanguage languages,
      Effects effects,
      Gate gate,
      IntroductionRules rules,
      Clock clock) {
    this.invitations = invitations;
    this.ledger = ledger;
    this.matters = matters;
    this.answerers = answerers;
    this.prompts = prompts;
    this.experts = experts;
    this.directory = directory;
    this.preferences = preferences;
    this.languages = languages;
    this.effects = effects;
    this.gate = gate;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Does what an invited colleague says; handling it again changes nothing.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome answer(Command.AnswerInvitation command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var person = asker.person();
    if (person == null) {
      return says(texts, "invitation.who-are-you");
    }
    var invited =
        directory.accounts(person).stream()
            .filter(
                account -> invitations.find(account, command.asker(), command.matter()).isPresent())
            .findFirst();
    var matter = matters.find(command.asker(), command.matter());
    if (invited.isEmpty() || matter.isEmpty()) {
      return says(texts, "invitation.gone");
    }
    return answer(command.rsvp(), invited.get(), matter.get(), asker, request);
  }

  private Outcome answer(Rsvp rsvp, PersonId invited, Matter matter, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    return switch (rsvp) {
      case ACCEPT -> accept(invited, matter, asker, request);
      case PASS -> {
        keep(invited, matter, Rsvp.PASS);
        yield passed(invited, matter, texts);
      }
      case NOT_MY_TOPIC -> {
        keep(invited, matter, Rsvp.NOT_MY_TOPIC);
        yield hide(invited, matter, texts);
      }
      case LATER -> later(invited, matter, asker);
      case NEVER -> {
        keep(invited, matter, Rsvp.NEVER);
        preferences.change(invited, old -> old.choosing(Offer.INVITATIONS, Choice.NONE));
        yield Outcome.only(
            reply(
                texts,
                RichText.plain(texts.say("invitation.never-again")),
                Button.of(texts.say("invitation.allow"), new Command.AllowInvitations())));
      }
    };
  }

  /** What was said under the question before, when they agreed, stands there for all to see. */
  private Outcome passed(PersonId invited, Matter matter, Texts texts) {
    return ledger.find(invited, joining(matter)).isPresent()
        ? linked(texts, "invitation.passed-after-all", matter.message())
        : says(texts, "invitation.passed");
  }

  /** What is done once for who agrees. */
  private static String joining(Matter matter) {
    return "join " + matter.asker() + " " + matter.id();
  }

  /**
   * Hides what the question is about rather than its words, of which no other question has all.
   * What else it may be about they hide if they wish. Words that are not to be passed on any more
   * are told by no topic either.
   */
  private Outcome hide(PersonId invited, Matter matter, Texts texts) {
    if (answerers.isMarked(matter)) {
      return passed(invited, matter, texts);
    }
    var topics = experts.topicsIn(matter.topic(), texts.language());
    var hidden = topics.isEmpty() ? matter.topic() : topics.getFirst();
    preferences.change(invited, old -> old.hiding(hidden));
    var buttons = new ArrayList<Button>();
    buttons.add(Button.of(texts.say("invitation.show-again"), new Command.UnhideTopic(hidden)));
    topics.stream()
        .skip(1)
        .map(topic -> Button.of(texts.say("topics.hide", topic), new Command.HideTopic(topic)))
        .forEach(buttons::add);
    return Outcome.only(
        new Reply(
            texts.language(),
            List.of(
                Block.Paragraph.plain(texts.say("invitation.hidden", hidden)),
                new Block.Buttons(buttons))));
  }

  private void keep(PersonId invited, Matter matter, Rsvp said) {
    invitations.answer(invited, matter.asker(), matter.id(), said);
    var shown = Prompt.Invite.keys(matter.id(), invited);
    switch (said) {
      case ACCEPT -> effects.said(invited, shown, Said.ACCEPTED);
      case PASS, NOT_MY_TOPIC, NEVER -> effects.said(invited, shown, Said.PASSED);
      case LATER -> {}
    }
  }

  /** Leads them to the question; where nobody answered yet, they are mentioned there. */
  private Outcome accept(PersonId invited, Matter matter, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var place = matter.message();
    if (place == null
        || !asker.audience().maySee(place)
        || isOver(matter)
        || preferences.isOut(invited)) {
      return says(texts, "invitation.gone");
    }
    keep(invited, matter, Rsvp.ACCEPT);
    if (answerers.isOver(matter)) {
      return Outcome.only(
          new Reply(
              texts.language(),
              List.of(
                  Block.Paragraph.plain(texts.say("invitation.answered")),
                  new Block.Paragraph(Inviting.link(place, texts)))));
    }
    var there = Texts.in(languages.of(place.channel(), asker.language()));
    var accepted =
        new Reply(
            texts.language(),
            List.of(
                Block.Paragraph.plain(texts.say("invitation.accepted")),
                new Block.Paragraph(Inviting.link(place, texts))));
    var first = ledger.note(invited, joining(matter), request, MENTIONED);
    if (!first.request().equals(request)) {
      return Outcome.only(accepted);
    }
    return new Outcome(
        accepted,
        List.of(
            new Outgoing(
                matter.id() + "/accepted/" + invited,
                new Destination.InThread(answerers.threadOf(place)),
                new Reply(
                    there.language(),
                    List.of(
                        new Block.Paragraph(
                            there.rich("invitation.joins", new Span.Mention(invited))))))));
  }

  private static boolean isOver(Matter matter) {
    return matter.ending() == Matter.Ending.TAKEN_BACK;
  }

  private Outcome later(PersonId invited, Matter matter, Asker asker) {
    var texts = Texts.in(asker.language());
    var due = clock.instant().plus(LATER);
    var asked =
        invitations
            .find(invited, matter.asker(), matter.id())
            .map(Invitations.Invitation::at)
            .orElse(matter.at());
    var until = rules.later(asked, asker.zone(), gate.holidays(invited));
    if (answerers.isOver(matter) || due.isAfter(until)) {
      keep(invited, matter, Rsvp.PASS);
      return linked(texts, "invitation.too-late", matter.message());
    }
    keep(invited, matter, Rsvp.LATER);
    // Whoever says it twice on one day is asked once on the next.
    var day = due.atZone(asker.zone()).toLocalDate().toString();
    prompts.plan(
        new Prompt.Invite(
            invited, matter.asker(), matter.id(), matter.channel().orElse(null), day, until, false),
        due);
    return linked(texts, "invitation.postponed", matter.message());
  }

  private static Outcome linked(Texts texts, String situation, @Nullable MessageId place) {
    var blocks = new ArrayList<Block>();
    blocks.add(Block.Paragraph.plain(texts.say(situation)));
    Optional.ofNullable(place)
        .ifPresent(there -> blocks.add(new Block.Paragraph(Inviting.link(there, texts))));
    return Outcome.only(new Reply(texts.language(), blocks));
  }

  private static Reply reply(Texts texts, RichText text, Button button) {
    return new Reply(
        texts.language(), List.of(new Block.Paragraph(text), new Block.Buttons(List.of(button))));
  }

  private static Outcome says(Texts texts, String situation) {
    return Outcome.only(Reply.saying(texts, situation));
  }
}
