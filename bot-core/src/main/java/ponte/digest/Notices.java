package ponte.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;

/** What a message is beside a question or an answer, told at a glance by its words alone. */
public final class Notices {

  private Notices() {}

  /** Whether it calls people together or tells news, whatever it asks beside that. */
  public static boolean announces(Message message) {
    return message.text().spans().stream().anyMatch(span -> span instanceof Span.Broadcast)
        || has(Cue.ANNOUNCING, message.text());
  }

  /** Whether it is about what does not work, or happens, at the time at which it is written. */
  public static boolean isOfTheMoment(Message message) {
    return has(Cue.OUTAGE, message.text());
  }

  /** Whether it asks for wishes or opinions, which many have, and for no help. */
  public static boolean wantsOpinions(Message message) {
    return has(Cue.WISHES, message.text());
  }

  /**
   * Whether a question asks how others do something, of which many can tell, and not for help with
   * what went wrong.
   */
  public static boolean wantsPractice(String question) {
    return Cues.anyHas(Cue.PRACTICE, question) && !tellsTrouble(question);
  }

  /** Whether a question asks for something that has a name, and not how it is done. */
  public static boolean wantsRecommendations(String question) {
    return Cues.anyHas(Cue.RECOMMENDATION, question);
  }

  /** Whether it is for whoever knows, be it asked without a question mark. */
  public static boolean isPutToTheRoom(String question) {
    return Cues.anyHas(Cue.TO_ROOM, question);
  }

  /** Whether a sentence begins by thanking somebody. */
  public static boolean thanks(String sentence) {
    return Cues.anyStarts(Cue.THANKS, sentence);
  }

  /** Whether it says what went wrong. */
  public static boolean tellsTrouble(String text) {
    return Cues.anyHas(Cue.TROUBLE, text);
  }

  /** Whether its author takes back what they said before. */
  public static boolean takesBack(Message message) {
    return has(Cue.TAKEN_BACK, message.text());
  }

  /** Whether it is glad of something, or wishes well, of which nobody learns how to do it. */
  public static boolean praises(Message message) {
    return has(Cue.PRAISE, message.text());
  }

  /** Whether it tells what was done for who asked, of which others have nothing. */
  public static boolean tellsOfADeed(Message message) {
    return has(Cue.DONE_FOR_ONE, message.text());
  }

  /** Whether it names a day that was still to come when it was written and is over now. */
  public static boolean isPast(Message message, ZoneId zone, Instant now) {
    var said = LocalDate.ofInstant(message.at(), zone);
    var today = LocalDate.ofInstant(now, zone);
    var text = message.text().prose();
    return Stream.of(Language.values())
        .map(language -> DueDays.in(language).named(text, said))
        .flatMap(List::stream)
        .anyMatch(day -> !day.isBefore(said) && day.isBefore(today));
  }

  private static boolean has(Cue cue, RichText text) {
    return Cues.anyHas(cue, text.prose());
  }
}
