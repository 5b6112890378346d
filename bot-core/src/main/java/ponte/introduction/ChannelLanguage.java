package ponte.introduction;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import ponte.archive.Archive;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** The language that a channel speaks, by what was said there last. */
public final class ChannelLanguage {

  private static final int MESSAGES = 50;

  private final Archive archive;
  private final Nlp nlp;
  private final Clock clock;

  public ChannelLanguage(Archive archive, Nlp nlp, Clock clock) {
    this.archive = archive;
    this.nlp = nlp;
    this.clock = clock;
  }

  /**
   * The language of most messages.
   *
   * @param otherwise the answer where no language has more of them
   */
  public Language of(ChannelId channel, Language otherwise) {
    var messages = new EnumMap<Language, Integer>(Language.class);
    messages.put(otherwise, 0);
    for (var filed : archive.before(channel, clock.instant(), MESSAGES, Audience.of(channel))) {
      nlp.language(filed.message().text().searchable())
          .ifPresent(language -> messages.merge(language, 1, Integer::sum));
    }
    return messages.entrySet().stream()
        .max(
            Map.Entry.<Language, Integer>comparingByValue()
                .thenComparing(language -> language.getKey() == otherwise))
        .map(Map.Entry::getKey)
        .orElse(otherwise);
  }
}
