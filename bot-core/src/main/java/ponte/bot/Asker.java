package ponte.bot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * For whom Ponte answers.
 *
 * @param person null: nobody in particular, who sees what everybody may see
 * @param audience what they may see
 * @param language what they read
 * @param zone where their clock stands
 * @param channel where they ask; null: in none
 * @param thread the message under which they ask; null: under none
 */
public record Asker(
    @Nullable PersonId person,
    Audience audience,
    Language language,
    ZoneId zone,
    @Nullable ChannelId channel,
    @Nullable MessageId thread) {

  /** Somebody who asks in no channel. */
  public Asker(@Nullable PersonId person, Audience audience, Language language, ZoneId zone) {
    this(person, audience, language, zone, null);
  }

  /** Somebody who asks under no message. */
  public Asker(
      @Nullable PersonId person,
      Audience audience,
      Language language,
      ZoneId zone,
      @Nullable ChannelId channel) {
    this(person, audience, language, zone, channel, null);
  }

  /** The same, read to in this language. */
  public Asker reading(Language other) {
    return new Asker(person, audience, other, zone, channel, thread);
  }

  /** Nobody in particular, who sees as much: for what others than the asker may read. */
  public Asker anybody() {
    return new Asker(null, audience, language, zone, channel, thread);
  }

  /** The same, asking in this channel. */
  public Asker in(@Nullable ChannelId where) {
    return new Asker(person, audience, language, zone, where, thread);
  }

  /** The same, asking under this message. */
  public Asker under(@Nullable MessageId message) {
    return new Asker(person, audience, language, zone, channel, message);
  }
}
