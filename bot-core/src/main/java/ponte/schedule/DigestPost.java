package ponte.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command.Rhythm;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.digest.Cited;
import ponte.digest.Digest;
import ponte.digest.Digests;
import ponte.nlp.Language;
import ponte.store.Codec;

/**
 * A digest as it stands in a channel.
 *
 * @param delivery the key under which it was handed over
 * @param zone the clock it tells days by
 * @param digest the lines that stand in it, as they read by now
 * @param cited the messages that its lines rest on
 * @param words the other words in which sentences of it are told, by the sentence: what was not
 *     corrected reads as it did
 * @param continued whether the rest of its lines stands under it
 * @param revision how often it was corrected
 */
public record DigestPost(
    String delivery,
    ChannelId channel,
    Instant at,
    Language language,
    ZoneId zone,
    Origin origin,
    Digest digest,
    List<Cited> cited,
    Map<String, String> words,
    boolean continued,
    int revision) {

  /** How it came there. */
  public sealed interface Origin {

    /**
     * It comes again and again.
     *
     * @param schedule the id of the schedule
     */
    record Scheduled(String schedule, Rhythm rhythm) implements Origin {}

    /** Somebody gave it to the channel. */
    record SharedBy(PersonId person) implements Origin {}

    /** Somebody gave it to the channel who is not to be named any more. */
    record Shared() implements Origin {}
  }

  public DigestPost {
    cited = List.copyOf(cited);
    words = known(words);
  }

  /** What was kept before there were other words has none. */
  private static Map<String, String> known(@Nullable Map<String, String> words) {
    return words == null ? Map.of() : Map.copyOf(words);
  }

  /**
   * A digest that is to be posted.
   *
   * @param reader those who will read it, in their language and by their clock
   */
  public static DigestPost of(
      String delivery, ChannelId channel, Instant at, Asker reader, Origin origin, Digest digest) {
    return new DigestPost(
        delivery,
        channel,
        at,
        reader.language(),
        reader.zone(),
        origin,
        digest,
        List.of(),
        Map.of(),
        false,
        0);
  }

  /** The first day it covers. */
  public LocalDate firstDay() {
    return digest.span().from().atZone(zone).toLocalDate();
  }

  /** The last day it covers. */
  public LocalDate lastDay() {
    return digest.span().until().minusNanos(1).atZone(zone).toLocalDate();
  }

  /** Whether this schedule had it posted. */
  boolean isOf(Schedule schedule) {
    return origin instanceof Origin.Scheduled(var id, _) && id.equals(schedule.id());
  }

  /** Whether it names a person, in whatever way. */
  boolean names(PersonId person) {
    return isSharedBy(person) || Codec.write(digest).contains('"' + person.toString() + '"');
  }

  private boolean isSharedBy(PersonId person) {
    return origin instanceof Origin.SharedBy(var by) && by.equals(person);
  }

  /** The same post that does not say of this person that they gave it to the channel. */
  DigestPost notSharedBy(PersonId person) {
    return isSharedBy(person)
        ? new DigestPost(
            delivery,
            channel,
            at,
            language,
            zone,
            new Origin.Shared(),
            digest,
            cited,
            words,
            continued,
            revision)
        : this;
  }

  /**
   * The same post with the messages it rests on, before it is handed over.
   *
   * @param told the other words in which it tells sentences
   */
  DigestPost resting(List<Cited> on, Map<String, String> told) {
    return new DigestPost(
        delivery,
        channel,
        at,
        language,
        zone,
        origin,
        digest,
        on,
        told,
        !digest.more().isEmpty(),
        revision);
  }

  /** The same post with what stands in it now; another revision where that is something else. */
  DigestPost reading(Digest now, List<Cited> seen) {
    return new DigestPost(
        delivery,
        channel,
        at,
        language,
        zone,
        origin,
        now,
        seen,
        Digests.wordsOf(now, words),
        continued,
        now.equals(digest) ? revision : revision + 1);
  }

  /** The same post, to be put in its place once more. */
  DigestPost again() {
    return new DigestPost(
        delivery,
        channel,
        at,
        language,
        zone,
        origin,
        digest,
        cited,
        words,
        continued,
        revision + 1);
  }
}
