package ponte.bench.company;

import java.util.Optional;
import java.util.function.Predicate;
import ponte.bench.company.Shown.Saying;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.command.Command.Deed;
import ponte.command.Command.Rsvp;

/** Finds what somebody presses, or writes, who wants to say something to what they were shown. */
final class Presses {

  private Presses() {}

  /** Empty where it cannot be said: offered help by another channel, people leave it at that. */
  static Optional<Command> of(Shown shown, Saying saying) {
    return switch (saying) {
      case ASK_COLLEAGUES -> deed(shown, Deed.ASK_COLLEAGUES);
      case SOLVED -> deed(shown, Deed.SOLVED);
      case LEAVE -> deed(shown, Deed.LEAVE);
      case ACCEPT -> rsvp(shown, Rsvp.ACCEPT);
      case PASS -> rsvp(shown, Rsvp.PASS);
      case NOT_MY_TOPIC -> rsvp(shown, Rsvp.NOT_MY_TOPIC);
      case LATER -> rsvp(shown, Rsvp.LATER);
      case STOP -> stop(shown);
      case MEETING ->
          meets(
              shown, wish -> wish instanceof Acquaintance.React(_, var can) && can == Reaction.ON);
      case MET -> helped(shown, Experience.GOOD, Command.Solved.class);
      case NOT_MET -> helped(shown, Experience.NOT_MET, Command.NotYet.class);
      case INVITE -> button(shown, Command.Invite.class::isInstance);
      case NOBODY -> button(shown, Command.InviteNobody.class::isInstance);
      case GIVE_ADDRESS -> button(shown, Command.GiveAddress.class::isInstance);
    };
  }

  private static Optional<Command> stop(Shown shown) {
    return switch (shown.kind()) {
      case HELP -> Optional.of(new Command.StopHelp());
      case INVITATION -> rsvp(shown, Rsvp.NEVER);
      case SOUGHT -> Optional.of(new Command.StopInvitations());
      case INTRODUCTION, HELPED -> Optional.of(new Command.Meet(new Acquaintance.Leave(null)));
      case HOSTING, NEWS, DIGEST, PREVIEW, NOTICE ->
          throw new IllegalStateException("nobody stops " + shown);
    };
  }

  /** Those who met are asked how it was; those who sought a colleague, whether they helped. */
  private static Optional<Command> helped(
      Shown shown, Experience experience, Class<? extends Command> sought) {
    return shown.sought() == null
        ? meets(shown, wish -> wish instanceof Acquaintance.Tell(_, var can) && can == experience)
        : button(shown, sought::isInstance);
  }

  private static Optional<Command> deed(Shown shown, Deed deed) {
    return button(shown, each -> each instanceof Command.OnMyQuestion(_, var can) && can == deed);
  }

  private static Optional<Command> rsvp(Shown shown, Rsvp rsvp) {
    return button(
        shown, each -> each instanceof Command.AnswerInvitation(_, _, var can) && can == rsvp);
  }

  private static Optional<Command> meets(Shown shown, Predicate<Acquaintance> wish) {
    return button(shown, each -> each instanceof Command.Meet(var can) && wish.test(can));
  }

  private static Optional<Command> button(Shown shown, Predicate<Command> which) {
    return shown.buttons().stream().filter(which).findFirst();
  }
}
