package ponte.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Rhythm;
import ponte.command.Command.Scope;
import ponte.conversation.PersonId;
import ponte.digest.Cited;
import ponte.digest.Digest;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestOutcome.ForYou;
import ponte.digest.DigestOutcome.Start;
import ponte.digest.Digests;
import ponte.nlp.Language;
import ponte.store.Codec;

/**
 * A digest that came to one reader alone, as it stands in their chat with Ponte.
 *
 * @param delivery the key under which it was handed over
 * @param zone the clock it tells days by
 * @param scope as its reader named what it is of
 * @param digest the lines that stand in it, as they read by now
 * @param start why it begins where it does; null: it is of channels that its reader named
 * @param forYou the lines that matter to its reader more than to others
 * @param cited the messages that its lines rest on
 * @param words the other words in which sentences of it are told, by the sentence
 * @param revision how often it was corrected
 */
record DigestLetter(
    String delivery,
    PersonId reader,
    Instant at,
    Language language,
    ZoneId zone,
    Rhythm rhythm,
    Scope scope,
    Digest digest,
    @Nullable Start start,
    List<ForYou> forYou,
    List<Cited> cited,
    Map<String, String> words,
    int revision) {

  DigestLetter {
    forYou = List.copyOf(forYou);
    cited = List.copyOf(cited);
    words = Map.copyOf(words);
  }

  /** One that is to be sent for the first time. */
  static DigestLetter of(
      PrivateSchedule schedule,
      String delivery,
      Instant at,
      Language language,
      Digest digest,
      @Nullable Start start,
      List<ForYou> forYou) {
    return new DigestLetter(
        delivery,
        schedule.person(),
        at,
        language,
        schedule.zone(),
        schedule.rhythm(),
        schedule.scope(),
        digest,
        start,
        forYou,
        List.of(),
        Map.of(),
        0);
  }

  /** What is told. */
  DigestOutcome outcome() {
    return outcome(digest);
  }

  /**
   * What is told.
   *
   * @param called the digest, with its channels as they are called by now
   */
  DigestOutcome outcome(Digest called) {
    return start == null
        ? new DigestOutcome.Written(called)
        : new DigestOutcome.Missed(called, start, forYou);
  }

  /** Whether it names a person, in whatever way. */
  boolean names(PersonId person) {
    return Codec.write(outcome()).contains('"' + person.toString() + '"');
  }

  /**
   * The same with the messages it rests on, before it is handed over.
   *
   * @param told the other words in which it tells sentences
   */
  DigestLetter resting(List<Cited> on, Map<String, String> told) {
    return with(digest, forYou, on, told, revision);
  }

  /** The same with what stands in it now; another revision where that is something else. */
  DigestLetter reading(Digest now, List<ForYou> still, List<Cited> seen) {
    var isTheSame = now.equals(digest) && still.equals(forYou);
    return with(now, still, seen, Digests.wordsOf(now, words), isTheSame ? revision : revision + 1);
  }

  /** The same, to be put in its place once more. */
  DigestLetter again() {
    return with(digest, forYou, cited, words, revision + 1);
  }

  /** This one in the place of another that may have been said or not. */
  DigestLetter insteadOf(DigestLetter other) {
    return with(digest, forYou, cited, words, other.revision + 1);
  }

  private DigestLetter with(
      Digest lines, List<ForYou> own, List<Cited> on, Map<String, String> told, int number) {
    return new DigestLetter(
        delivery, reader, at, language, zone, rhythm, scope, lines, start, own, on, told, number);
  }
}
