package ponte.pairing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.colleague.Colleagues;
import ponte.colleague.Meant;
import ponte.colleague.WhichOne;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Offer;
import ponte.consent.Preference.Choice;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.introduction.Outcome;
import ponte.nudge.Effects;
import ponte.nudge.Effects.Said;
import ponte.prompt.Prompt;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Takes what people want of being introduced to colleagues, and what they say of it. */
public final class PairingWishes {

  private final Participations participations;
  private final Meetings meetings;
  private final ChannelProgrammes channels;
  private final PairingPage page;
  private final Effects effects;
  private final Directory directory;
  private final Preferences preferences;
  private final PairingRules rules;
  private final Colleagues colleagues;

  PairingWishes(
      Participations participations,
      Meetings meetings,
      ChannelProgrammes channels,
      PairingPage page,
      Effects effects,
      Directory directory,
      Preferences preferences,
      PairingRules rules) {
    this.participations = participations;
    this.meetings = meetings;
    this.channels = channels;
    this.page = page;
    this.effects = effects;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.colleagues = Colleagues.toMeet(directory, preferences);
  }

  /**
   * Does what somebody wants; handling it again changes nothing.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome take(Acquaintance wish, Asker asker, String request) {
    var person = asker.person();
    if (person == null) {
      return says(asker, "pairing.who-are-you");
    }
    return switch (wish) {
      case Acquaintance.Start start -> channels.start(start, person, asker, request);
      case Acquaintance.Stop stop -> channels.stop(stop, person, asker);
      default -> Outcome.only(reply(wish, person, asker));
    };
  }

  private Reply reply(Acquaintance wish, PersonId person, Asker asker) {
    return switch (wish) {
      case Acquaintance.Join(var channel) -> join(channel, person, asker);
      case Acquaintance.Leave(var channel) -> leave(channel, person, asker);
      case Acquaintance.Snooze(var until) ->
          page.isAhead(until, asker)
              ? change(person, asker, before -> before.pausing(until))
              : say(asker, "pairing.snooze-is-over");
      case Acquaintance.Resume() -> change(person, asker, before -> before.pausing(null));
      case Acquaintance.Every(var cadence) ->
          change(person, asker, before -> before.every(cadence));
      case Acquaintance.NotWith(var whom) -> notWith(whom, person, asker);
      case Acquaintance.WithAgain(var whom) -> withAgain(whom, person, asker);
      case Acquaintance.Learn(var topic) ->
          wanting(person, asker, before -> before.learning(topic));
      case Acquaintance.LearnNoMore(var topic) ->
          change(person, asker, before -> before.notLearning(topic));
      case Acquaintance.Volunteer(var role) ->
          wanting(person, asker, before -> before.volunteering(role));
      case Acquaintance.StepDown(var role) ->
          change(person, asker, before -> before.steppingDown(role));
      case Acquaintance.Show() -> page.of(person, asker);
      case Acquaintance.React react -> react(react, person, asker);
      case Acquaintance.Tell tell -> tell(tell, person, asker);
      case Acquaintance.Start _, Acquaintance.Stop _ ->
          throw new IllegalArgumentException("not one's own: " + wish);
    };
  }

  private Reply join(@Nullable String name, PersonId person, Asker asker) {
    if (name == null) {
      return !rules.company()
          ? say(asker, "pairing.no-company")
          : directory.isOfUs(person)
              ? wanting(person, asker, Participation::joining)
              : say(asker, "pairing.guest");
    }
    var channel = directory.channelNamed(name, asker.audience());
    if (channel.isEmpty()) {
      return say(asker, "digest.no-such-channel", name);
    }
    return channels.isRunning(channel.get().id())
        ? wanting(person, asker, before -> before.joining(channel.get().id()))
        : say(asker, "pairing.no-programme", channel.get().name());
  }

  private Reply leave(@Nullable String name, PersonId person, Asker asker) {
    if (name == null) {
      preferences.change(person, old -> old.choosing(Offer.INTRODUCTIONS, Choice.NONE));
      return change(person, asker, Participation::leaving);
    }
    var channel = directory.channelNamed(name, asker.audience());
    return channel.isEmpty()
        ? say(asker, "digest.no-such-channel", name)
        : change(person, asker, before -> before.leaving(channel.get().id()));
  }

  /** Something for which they must want to be introduced to others at all: that they do now. */
  private Reply wanting(PersonId person, Asker asker, UnaryOperator<Participation> change) {
    if (preferences.isOut(person)) {
      return say(asker, "pairing.out", Texts.in(asker.language()).say("command.opt-in"));
    }
    preferences.change(person, old -> old.choosing(Offer.INTRODUCTIONS, Choice.WELCOME));
    return change(person, asker, change);
  }

  private Reply change(PersonId person, Asker asker, UnaryOperator<Participation> change) {
    participations.change(person, change);
    return page.of(person, asker);
  }

  private Reply notWith(Whom whom, PersonId person, Asker asker) {
    return switch (colleagues.meant(whom, asker)) {
      case Meant.Self _ -> say(asker, "pairing.yourself");
      case Meant.One(var other) ->
          change(person, asker, before -> before.without(directory.accounts(other.id())));
      case Meant.Unclear unclear ->
          WhichOne.asked(
              unclear, asker, id -> new Command.Meet(new Acquaintance.NotWith(new Whom.Known(id))));
    };
  }

  private Reply withAgain(Whom whom, PersonId person, Asker asker) {
    return switch (colleagues.meant(whom, asker)) {
      case Meant.Self _ -> say(asker, "pairing.yourself");
      case Meant.One(var other) ->
          change(person, asker, before -> before.with(directory.accountsEver(other.id())));
      case Meant.Unclear unclear ->
          WhichOne.asked(
              unclear,
              asker,
              id -> new Command.Meet(new Acquaintance.WithAgain(new Whom.Known(id))));
    };
  }

  private Reply react(Acquaintance.React react, PersonId person, Asker asker) {
    var reaction = react.reaction();
    var known = meetings.change(person, react.introduction(), before -> before.reacting(reaction));
    if (known.isEmpty()) {
      return say(asker, "pairing.gone");
    }
    said(
        person,
        Prompt.Introduced.shown(react.introduction(), Prompt.Step.OPENING),
        reaction == Reaction.ON ? Said.ACCEPTED : Said.PASSED);
    if (reaction == Reaction.SOMEBODY_ELSE) {
      participations.change(person, before -> before.soon(true));
    }
    return say(
        asker,
        switch (reaction) {
          case ON -> "pairing.reacted.on";
          case PASS -> "pairing.reacted.pass";
          case SOMEBODY_ELSE -> "pairing.reacted.somebody-else";
        });
  }

  private Reply tell(Acquaintance.Tell tell, PersonId person, Asker asker) {
    var known =
        meetings.change(person, tell.introduction(), before -> before.telling(tell.experience()));
    if (known.isEmpty()) {
      return say(asker, "pairing.gone");
    }
    var met = tell.experience() != Experience.NOT_MET;
    said(
        person,
        Prompt.Introduced.shown(tell.introduction(), Prompt.Step.LATER),
        met ? Said.HELPED : Said.NOT_HELPED);
    if (met) {
      said(
          person, Prompt.Introduced.shown(tell.introduction(), Prompt.Step.OPENING), Said.ANSWERED);
    }
    return tell.experience() == Experience.NOT_MET && isTooMuch(person)
        ? fewer(asker)
        : say(
            asker,
            switch (tell.experience()) {
              case GOOD -> "pairing.told.good";
              case MET -> "pairing.told.met";
              case NOT_MET -> "pairing.told.not-met";
            });
  }

  /** What a colleague says counts for the account by which they were introduced. */
  private void said(PersonId person, String key, Said said) {
    directory.accounts(person).forEach(account -> effects.said(account, key, said));
  }

  /** Whether the last two came to nothing. */
  private boolean isTooMuch(PersonId person) {
    var told =
        meetings.of(person).stream()
            .filter(meeting -> meeting.experience() != null)
            .sorted(Comparator.comparing(Meeting::at).reversed())
            .limit(2)
            .toList();
    return told.size() == 2
        && told.stream().allMatch(meeting -> meeting.experience() == Experience.NOT_MET);
  }

  private static Reply fewer(Asker asker) {
    var texts = Texts.in(asker.language());
    var buttons = new ArrayList<Button>();
    buttons.add(
        Button.of(
            texts.say("pairing.every.monthly"),
            new Command.Meet(new Acquaintance.Every(Acquaintance.Cadence.MONTHLY))));
    buttons.add(
        Button.of(texts.say("pairing.leave"), new Command.Meet(new Acquaintance.Leave(null))));
    return new Reply(
        texts.language(),
        List.of(
            Block.Paragraph.plain(texts.say("pairing.told.fewer")), new Block.Buttons(buttons)));
  }

  private static Reply say(Asker asker, String situation, Object... values) {
    return Reply.saying(Texts.in(asker.language()), situation, values);
  }

  private static Outcome says(Asker asker, String situation) {
    return Outcome.only(say(asker, situation));
  }
}
