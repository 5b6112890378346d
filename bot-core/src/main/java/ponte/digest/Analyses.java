package ponte.digest;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * What messages say, kept so that no version of a message is read twice while there is room. It is
 * in memory alone: a restart, or another replica, reads again what it needs.
 *
 * <p>A message is known by its id and its text: one that was edited is read anew, and what the text
 * was before is let go. What was not used for longest goes first.
 */
final class Analyses {

  /** Of 100 characters and what they say a message has about 4 KB; this is about 60 MB. */
  private static final int ROOM = 2_500_000;

  /**
   * What a digest asks of whole messages, each of them, before it reads any sentence by sentence.
   */
  private static final List<Cue> OF_MESSAGES =
      List.of(
          Cue.DECISION,
          Cue.DECISION_START,
          Cue.PROMISE,
          Cue.PROMISE_DATED,
          Cue.THANKS,
          Cue.CONGRATULATION);

  /** What a message takes beside its characters, in characters. */
  private static final int EACH = 60;

  private final Nlp nlp;
  private final Cleaner cleaner;
  private final int room;
  private final Map<MessageId, Analysis> kept = new LinkedHashMap<>(16, 0.75f, true);
  private int taken;

  Analyses(Nlp nlp) {
    this(nlp, ROOM);
  }

  /**
   * @param room how many characters of messages are kept
   */
  Analyses(Nlp nlp, int room) {
    this.nlp = nlp;
    this.cleaner = new Cleaner(nlp);
    this.room = room;
  }

  /** Reads a message while nobody waits for it. */
  void prepare(Message message) {
    var analysis = of(message);
    OF_MESSAGES.forEach(analysis::has);
    var language = analysis.sign().language();
    for (var each : language == null ? List.of(Language.values()) : List.of(language)) {
      analysis.spoken(each);
      analysis.terms(each);
      analysis.sentences(each).forEach(Analysis.Sentence::prepare);
    }
  }

  /** What a message says, read as far as it was asked for. */
  Analysis of(Message message) {
    synchronized (kept) {
      var known = kept.get(message.id());
      if (known != null && known.isOf(message)) {
        return known;
      }
      if (known != null) {
        taken -= size(known);
      }
      var analysis = new Analysis(message.text(), nlp, cleaner);
      kept.put(message.id(), analysis);
      taken += size(analysis);
      makeRoom();
      return analysis;
    }
  }

  private void makeRoom() {
    for (Iterator<Analysis> oldest = kept.values().iterator(); taken > room && kept.size() > 1; ) {
      taken -= size(oldest.next());
      oldest.remove();
    }
  }

  private static int size(Analysis analysis) {
    return EACH + analysis.searchable().length();
  }

  /** Lets go of what a message said. */
  void forget(MessageId message) {
    synchronized (kept) {
      var known = kept.remove(message);
      if (known != null) {
        taken -= size(known);
      }
    }
  }

  void forgetAll() {
    synchronized (kept) {
      kept.clear();
      taken = 0;
    }
  }

  /** How many messages are kept. */
  int size() {
    synchronized (kept) {
      return kept.size();
    }
  }
}
