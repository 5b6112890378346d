package ponte.bot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
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
 */
public record Asker(
    @Nullable PersonId person,
    Audience audience,
    Language language,
    ZoneId zone,
    @Nullable ChannelId channel) {

  /** Somebody who asks in no channel. */
  public Asker(@Nullable PersonId person, Audience audience, Language language, ZoneId zone) {
    this(person, audience, language, zone, null);
  }

  /** The same, read to in this language. */
  public Asker reading(Language other) {
    return new Asker(person, audience, other, zone, channel);
  }

  /** The same, asking in this channel. */
  public Asker in(@Nullable ChannelId where) {
    return new Asker(person, audience, language, zone, where);
  }
}
