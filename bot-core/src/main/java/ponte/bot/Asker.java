package ponte.bot;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Audience;
import ponte.conversation.PersonId;
import ponte.nlp.Language;

/**
 * For whom Ponte answers.
 *
 * @param person null: nobody in particular, who sees what everybody may see
 * @param audience what they may see
 * @param language what they read
 * @param zone where their clock stands
 */
public record Asker(@Nullable PersonId person, Audience audience, Language language, ZoneId zone) {}
