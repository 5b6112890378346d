package ponte.bot;

import java.util.List;
import ponte.command.Command;
import ponte.command.Understanding;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestReplies;
import ponte.digest.Digests;
import ponte.expert.ExpertAnswers;
import ponte.guide.Guide;
import ponte.introduction.Introductions;
import ponte.introduction.Outcome;
import ponte.introduction.RoomQuestions;
import ponte.reply.Block;

/** Hands each command to the one feature that it is about. */
public final class Commands {

  private final ExpertAnswers experts;
  private final Digests digests;
  private final Introductions introductions;
  private final RoomQuestions rooms;
  private final Guide guide;

  public Commands(
      ExpertAnswers experts,
      Digests digests,
      Introductions introductions,
      RoomQuestions rooms,
      Guide guide) {
    this.experts = experts;
    this.digests = digests;
    this.introductions = introductions;
    this.rooms = rooms;
    this.guide = guide;
  }

  /**
   * Does what the asker wants.
   *
   * @param request what makes it the same when it is handled twice
   */
  Answer answer(Command command, Asker asker, String request) {
    return switch (command) {
      case Command.WhoKnows whoKnows -> {
        var reply = experts.whoKnows(whoKnows, asker);
        yield reply.blocks().stream().anyMatch(Block.PersonCard.class::isInstance)
            ? Answer.found(reply)
            : Answer.nothingFound(reply);
      }
      case Command.NotRight notRight -> Answer.found(experts.notRight(notRight, asker));
      case Command.Digest digest -> digest(digest, asker);
      case Command.Introduce introduce ->
          answer(introductions.introduce(introduce, asker, request));
      case Command.AskRoom askRoom -> Answer.found(rooms.preview(askRoom, asker));
      case Command.Post post -> answer(rooms.post(post, asker, request));
      case Command.Dismiss _ -> Answer.found(guide.dismissed(asker));
      case Command.Help _ -> Answer.found(guide.help(asker));
      case Command.Share _,
          Command.ScheduleDigest _,
          Command.ConfirmDigest _,
          Command.Schedules _,
          Command.StopDigest _,
          Command.StopSchedule _,
          Command.MyTopics _,
          Command.HideTopic _,
          Command.UnhideTopic _,
          Command.AddTopic _,
          Command.RemoveTopic _,
          Command.QuietHours _,
          Command.Pause _,
          Command.Resume _,
          Command.Speak _,
          Command.OptOut _,
          Command.OptIn _,
          Command.MyData _,
          Command.ExportMyData _,
          Command.ForgetMe _,
          Command.ConfirmForget _,
          Command.Home _,
          Command.FillIn _ ->
          Answer.nothingFound(
              guide.notUnderstood(
                  new Understanding.NotUnderstood(asker.language(), List.of()), asker));
    };
  }

  private Answer digest(Command.Digest wish, Asker asker) {
    var outcome = digests.on(wish, asker);
    var reply = new DigestReplies(asker.language(), asker.zone()).of(outcome);
    return outcome instanceof DigestOutcome.Written
        ? Answer.found(reply)
        : Answer.nothingFound(reply);
  }

  private static Answer answer(Outcome outcome) {
    return new Answer(outcome.reply(), true, outcome.others());
  }
}
