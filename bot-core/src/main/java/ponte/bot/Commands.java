package ponte.bot;

import ponte.command.Command;
import ponte.command.Recurring;
import ponte.command.Sowing;
import ponte.digest.DigestOutcome;
import ponte.digest.Digests;
import ponte.expert.ExpertAnswers;
import ponte.expert.Explanations;
import ponte.expert.Thanks;
import ponte.follow.Following;
import ponte.guide.Guide;
import ponte.introduction.Outcome;
import ponte.reply.Block;
import ponte.schedule.ComingDigests;
import ponte.schedule.DigestSchedules;

/** Hands each command to the one feature that it is about. */
final class Commands {

  private final ExpertAnswers experts;
  private final Thanks thanks;
  private final Explanations explanations;
  private final Digests digests;
  private final Together together;
  private final Following following;
  private final DigestSchedules schedules;
  private final Sharing sharing;
  private final Own own;
  private final Guide guide;
  private final Auditing auditing;
  private final Witness witness;

  Commands(
      Expertise expertise,
      Digesting digesting,
      Together together,
      Following following,
      Own own,
      Guide guide,
      Auditing auditing,
      Witness witness) {
    this.experts = expertise.answers();
    this.thanks = expertise.thanks();
    this.explanations = expertise.explanations();
    this.digests = digesting.digests();
    this.together = together;
    this.following = following;
    this.schedules = digesting.desk().schedules();
    this.sharing = digesting.sharing();
    this.own = own;
    this.guide = guide;
    this.auditing = auditing;
    this.witness = witness;
  }

  /**
   * Does what the asker wants.
   *
   * @param request what makes it the same when it is handled twice
   */
  Answer answer(Command command, Asker asker, String request) {
    var answer = witness.answering(command, () -> done(command, asker, request));
    auditing.note(command, asker);
    return answer;
  }

  private Answer done(Command command, Asker asker, String request) {
    return switch (command) {
      case Command.WhoKnows whoKnows -> {
        var reply = experts.whoKnows(whoKnows, asker);
        yield reply.blocks().stream().anyMatch(Block.PersonCard.class::isInstance)
            ? Answer.found(reply)
            : Answer.nothingFound(reply);
      }
      case Command.NotRight notRight -> {
        together.notRight(asker, notRight.person(), notRight.topic());
        yield Answer.found(experts.notRight(notRight, asker));
      }
      case Command.RightAgain again -> Answer.found(experts.rightAgain(again, asker));
      case Command.Solved solved ->
          Answer.found(
              together.solved(asker, solved).orElseGet(() -> thanks.solved(solved, asker)));
      case Command.WhyNot whyNot -> Answer.found(explanations.whyNot(whyNot, asker));
      case Command.Digest digest -> digest(digest, asker);
      case Command.Recap recap -> {
        var reply = digests.recaps().of(recap, asker);
        yield reply.blocks().stream().anyMatch(Block.Listing.class::isInstance)
            ? Answer.found(reply)
            : Answer.nothingFound(reply);
      }
      case Command.Introduce introduce ->
          answer(together.introductions().introduce(introduce, asker, request));
      case Command.IntroduceNamed named ->
          answer(together.introductions().introduce(named, asker, request));
      case Command.GiveAddress give ->
          Answer.found(together.addresses().give(give, asker, request));
      case Command.AskRoom askRoom -> Answer.found(together.rooms().preview(askRoom, asker));
      case Command.Post post -> answer(together.rooms().post(post, asker, request));
      case Command.Invite invite -> answer(together.standing().invite(invite, asker, request));
      case Command.InviteNobody nobody ->
          Answer.found(together.suggestions().refuse(nobody, asker, request));
      case Command.AnswerInvitation answer ->
          answer(together.rsvps().answer(answer, asker, request));
      case Command.NotYet notYet -> Answer.found(together.aftercare().notYet(notYet, asker));
      case Command.Meet(var wish) -> answer(together.pairing().take(wish, asker, request));
      case Command.WithoutName(var wish) -> answer(together.unnamed().take(wish, asker, request));
      case Command.Sound(var wish) -> Answer.found(together.listening().take(wish, asker));
      case Command.OnMyQuestion mine -> Answer.found(together.nudging().own().take(mine, asker));
      case Command.Seed(Sowing.Edit _) -> Answer.found(own.form(command, asker));
      case Command.Seed(var wish) -> answer(together.seeding().wishes().take(wish, asker, request));
      case Command.OpenQuestions _ -> Answer.found(together.nudging().list().show(asker));
      case Command.Pulse pulse -> Answer.found(together.scorecard().show(pulse, asker));
      case Command.TakeOffList off -> Answer.found(together.nudging().list().takeOff(off, asker));
      case Command.StopHelp _ -> Answer.found(own.preferences().stopHelp(asker));
      case Command.AllowHelp _ -> Answer.found(own.preferences().allowHelp(asker));
      case Command.StopAftercare _ -> Answer.found(own.preferences().stopAftercare(asker));
      case Command.AllowAftercare _ -> Answer.found(own.preferences().allowAftercare(asker));
      case Command.StopInvitations _ -> Answer.found(own.preferences().stopInvitations(asker));
      case Command.AllowInvitations _ -> Answer.found(own.preferences().allowInvitations(asker));
      case Command.NudgesHelp _ -> Answer.found(together.effects().show(asker));
      case Command.PeopleMap map -> Answer.found(together.maps().people().show(map, asker));
      case Command.ChannelMap map -> Answer.found(together.maps().channels().show(map, asker));
      case Command.Follow follow -> Answer.found(following.follow(follow, asker));
      case Command.Unfollow unfollow -> Answer.found(following.unfollow(unfollow, asker));
      case Command.MyFollows _ -> Answer.found(following.list(asker));
      case Command.Dismiss _ -> Answer.found(guide.dismissed(asker));
      case Command.Help _ -> Answer.found(guide.help(asker));
      case Command.Share share -> sharing.share(share, asker, request);
      case Command.ScheduleDigest schedule -> Answer.found(schedules.preview(schedule, asker));
      case Command.ConfirmDigest confirm ->
          Answer.found(schedules.confirm(confirm, asker, request));
      case Command.Schedules _ -> Answer.found(schedules.list(asker));
      case Command.StopDigest stop -> Answer.found(schedules.stop(stop, asker));
      case Command.StopSchedule stop -> Answer.found(schedules.stop(stop, asker));
      case Command.StopPrivateDigest stop -> Answer.found(schedules.stop(stop, asker));
      case Command.PauseSchedule(Recurring.OfDigests what, var until) ->
          Answer.found(schedules.pauses().pause(what, until, asker));
      case Command.PauseSchedule(Recurring.OfDiscussions what, var until) ->
          Answer.found(together.seeding().pauses().pause(what, until, asker));
      case Command.ResumeSchedule(Recurring.OfDigests what) ->
          Answer.found(schedules.pauses().resume(what, asker));
      case Command.ResumeSchedule(Recurring.OfDiscussions what) ->
          Answer.found(together.seeding().pauses().resume(what, asker));
      case Command.PreviewDigest preview ->
          Answer.found(schedules.coming().preview(preview, asker));
      case Command.PreviewRest rest -> Answer.found(schedules.coming().rest(rest, asker));
      case Command.DropLine drop -> Answer.found(schedules.coming().drop(drop, asker));
      case Command.RestorePost restore -> Answer.found(schedules.coming().restore(restore, asker));
      case Command.CancelPost cancel -> Answer.found(schedules.coming().cancel(cancel, asker));
      case Command.PostNow post -> answer(schedules.coming().post(post, asker));
      case Command.MyTopics _ -> Answer.found(own.topics().show(asker));
      case Command.HideTopic hide -> Answer.found(own.preferences().hide(hide, asker));
      case Command.UnhideTopic unhide -> Answer.found(own.preferences().unhide(unhide, asker));
      case Command.AddTopic add -> Answer.found(own.preferences().add(add, asker));
      case Command.RemoveTopic remove -> Answer.found(own.preferences().remove(remove, asker));
      case Command.Strike strike -> Answer.found(own.evidence().strike(strike, asker));
      case Command.StrikeNone _ -> Answer.found(own.evidence().strikeNone(asker));
      case Command.QuietHours hours -> Answer.found(own.preferences().quietHours(hours, asker));
      case Command.Pause pause -> Answer.found(own.preferences().pause(pause, asker));
      case Command.Resume _ -> Answer.found(own.preferences().resume(asker));
      case Command.Speak(var language) -> Answer.found(own.preferences().speak(language, asker));
      case Command.OptOut _ -> {
        var reply = own.preferences().optOut(asker);
        sharing.withdraw(asker);
        together.introductions().withdraw(asker, request);
        together.nudging().own().withdraw(asker);
        together.unnamed().asking().withdraw(asker);
        together.seeding().withdraw(asker);
        together.maps().withdraw(asker);
        yield Answer.found(reply);
      }
      case Command.OptIn _ -> Answer.found(own.preferences().optIn(asker));
      case Command.MyData _ -> Answer.found(own.data().show(asker));
      case Command.ExportMyData _ -> Answer.found(own.data().export(asker));
      case Command.ForgetMe _ -> Answer.found(own.data().askWhetherToForget(asker));
      case Command.ConfirmForget _ -> Answer.found(own.data().forget(asker));
      case Command.Home _ -> Answer.found(own.page().of(asker));
      case Command.FillIn fillIn -> Answer.found(own.form(fillIn, asker));
    };
  }

  Sharing sharing() {
    return sharing;
  }

  Own own() {
    return own;
  }

  private Answer digest(Command.Digest wish, Asker asker) {
    var outcome = digests.on(wish, asker);
    var reply = digests.replies(outcome, asker.language(), asker.zone()).of(outcome);
    return outcome instanceof DigestOutcome.Written || outcome instanceof DigestOutcome.Missed
        ? Answer.found(reply)
        : Answer.nothingFound(reply);
  }

  private static Answer answer(ComingDigests.Decided decided) {
    return new Answer(decided.reply(), true, decided.posted());
  }

  private static Answer answer(Outcome outcome) {
    return new Answer(outcome.reply(), true, outcome.others());
  }
}
