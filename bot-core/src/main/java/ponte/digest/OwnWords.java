package ponte.digest;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ponte.conversation.Message;

/**
 * What the author of a reply says around it: whoever said or asked something else in the same
 * breath, announces it or goes on at once, has said it with that.
 *
 * <p>The weights are those of {@link Bearing}.
 */
final class OwnWords {

  /** Who writes again so soon has not said all. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  private static final int WORDS_OF_A_REMARK = 4;
  private static final double WENT_BEFORE = 1.2;
  private static final double ASKS_ITSELF = 0.6;
  private static final double CONTINUES = 0.5;
  private static final double ANNOUNCED = 0.4;
  private static final double GOES_ON = 0.6;
  private static final int LETTERS_OF_A_START = 12;
  private static final Pattern END_OF_LEAD =
      Pattern.compile("[\\s,:.–—-]+$", Pattern.UNICODE_CHARACTER_CLASS);

  private final Talk talk;
  private final List<Line> lines;

  OwnWords(Talk talk, List<Line> lines) {
    this.talk = talk;
    this.lines = lines;
  }

  /** What is against a reply, 0 or less. */
  double of(Line reply) {
    return -(wentBefore(reply) ? WENT_BEFORE : 0)
        - (asksItself(reply) ? ASKS_ITSELF : 0)
        - joined(reply)
        - (isAnnounced(reply) ? ANNOUNCED : 0)
        - (goesOnAtOnce(reply) ? GOES_ON : 0);
  }

  /**
   * Whether its author said something else in the same breath, in a message of its own, and stands
   * by it.
   */
  private boolean wentBefore(Line reply) {
    return !Withheld.putsRight(reply)
        && lines.stream()
            .takeWhile(line -> !line.message().id().equals(reply.message().id()))
            .anyMatch(
                line -> line.turn() == reply.turn() && line.quote().words() > WORDS_OF_A_REMARK);
  }

  private boolean asksItself(Line reply) {
    return lines.stream().anyMatch(line -> line.turn() == reply.turn() && line.asks());
  }

  private boolean isAnnounced(Line reply) {
    return lines.stream()
        .takeWhile(line -> line != reply)
        .anyMatch(
            line -> line.message().id().equals(reply.message().id()) && line.plain().endsWith(":"));
  }

  /** What is against a reply that was joined to something else: "and", "but". */
  private static double joined(Line reply) {
    var before = before(reply);
    var cues = Cues.in(reply.language());
    int joined = cues.tail(Cue.FILLER_BEFORE_WORD, before);
    return joined > 0 && joined < before.length() ? CONTINUES : 0;
  }

  /** Whether its author says it by the way. */
  boolean areBeside(Line reply) {
    return Cues.in(reply.language()).ends(Cue.BESIDE, before(reply));
  }

  /** What stands before it in its message. */
  private static String before(Line reply) {
    var said = reply.message().text().searchable();
    var start = reply.plain().substring(0, Math.min(LETTERS_OF_A_START, reply.plain().length()));
    int at = said.toLowerCase(Locale.ROOT).indexOf(start.toLowerCase(Locale.ROOT));
    return at <= 0 ? "" : END_OF_LEAD.matcher(said.substring(0, at)).replaceAll("");
  }

  /** Whether its author goes on in the next message, at once: "and then …", "but …". */
  private boolean goesOnAtOnce(Line reply) {
    return talk.messages().stream()
        .dropWhile(said -> !said.id().equals(reply.message().id()))
        .skip(1)
        .findFirst()
        .filter(next -> next.author().equals(reply.author()))
        .filter(next -> next.at().isBefore(reply.message().at().plus(AT_ONCE)))
        .filter(
            next ->
                Stream.of(Cue.FILLER_BEFORE_WORD, Cue.CONTRAST)
                    .anyMatch(cue -> starts(reply, cue, next)))
        .isPresent();
  }

  private static boolean starts(Line reply, Cue cue, Message next) {
    return Cues.in(reply.language()).starts(cue, next.text().searchable());
  }
}
