package ponte.bot;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.command.Command;
import ponte.consent.RequestLimits;
import ponte.platform.Pace;
import ponte.reply.Block;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Lets nobody ask so much that others wait for it. Who is held back is told so, and until when;
 * nothing is changed then. What people say to be left alone or forgotten is never held back.
 *
 * <p>Each replica counts for itself: with several, somebody may ask so much of each.
 */
final class Turnstile {

  private final RequestLimits limits;
  private final Pace minutes;
  private final Pace hours;
  private final Clock clock;

  Turnstile(RequestLimits limits, Clock clock) {
    this.limits = limits;
    this.minutes = new Pace(clock);
    this.hours = new Pace(clock);
    this.clock = clock;
  }

  /**
   * Counts a request.
   *
   * @param command what is wished for; null: nothing that Ponte understood
   * @return what to say instead of doing it; empty: it may be done
   */
  Optional<Answer> refusal(@Nullable Command command, Asker asker) {
    var person = asker.person();
    if (person == null || command != null && isToBeLeftAlone(command)) {
      return Optional.empty();
    }
    return minutes
        .take(person.toString(), limits.ofMinute())
        .or(() -> hours.take(person.toString(), limits.ofHour()))
        .map(until -> Answer.nothingFound(later(Duration.between(clock.instant(), until), asker)));
  }

  private static boolean isToBeLeftAlone(Command command) {
    return command instanceof Command.OptOut
        || command instanceof Command.ForgetMe
        || command instanceof Command.ConfirmForget
        || command instanceof Command.Pause
        || command instanceof Command.StopHelp
        || command instanceof Command.StopAftercare
        || command instanceof Command.StopInvitations
        || command instanceof Command.HideTopic
        || command instanceof Command.Strike;
  }

  private static Reply later(Duration wait, Asker asker) {
    var texts = Texts.in(asker.language());
    var seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    var words =
        seconds <= 60
            ? texts.say("limits.seconds", seconds)
            : texts.say("limits.minutes", (seconds + 59) / 60);
    return new Reply(asker.language(), List.of(Block.Paragraph.plain(words)));
  }
}
