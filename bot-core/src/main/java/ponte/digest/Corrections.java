package ponte.digest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ponte.conversation.Message;

/** Leaves out what its author took back at once: "errr, slideshow", "anzi, domani". */
final class Corrections {

  private static final Duration AT_ONCE = Duration.ofMinutes(2);

  /** A longer sentence that starts with "actually" goes on rather than back. */
  private static final int MOST_WORDS = 6;

  /** "*slideshow", "sorry, *slideshow" and "slideshow*" put a word right. */
  private static final Pattern STARRED =
      Pattern.compile(
          "(?:\\w+,?\\s)?\\*+\\s?\\w[\\w'-]*[.!]?|\\w[\\w'-]*\\*+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Corrections() {}

  /** The messages of one turn without those that the next one voids. */
  static List<Message> withoutCorrected(List<Message> turn) {
    if (turn.size() == 1) {
      return turn;
    }
    var kept = new ArrayList<Message>();
    for (int i = 0; i < turn.size(); i++) {
      if (i + 1 == turn.size() || !corrects(turn.get(i), turn.get(i + 1))) {
        kept.add(turn.get(i));
      }
    }
    return kept;
  }

  private static boolean corrects(Message before, Message next) {
    var text = next.text().searchable().strip();
    return Duration.between(before.at(), next.at()).compareTo(AT_ONCE) <= 0
        && (STARRED.matcher(text).matches()
            || Cues.anyStarts(Cue.CORRECTION, text)
            || (SPACES.split(text).length <= MOST_WORDS
                && (Cues.anyStarts(Cue.CORRECTION_IF_SHORT, text)
                    || Cues.anyStarts(Cue.KIDDING, text))));
  }
}
