package ponte.seeding;

import java.util.List;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.introduction.ChannelLanguage;
import ponte.nlp.Language;

/**
 * How a channel speaks.
 *
 * @param casual whether it does not mind capitals and long sentences
 */
record Voice(Language language, boolean casual) {

  private static final int MESSAGES = 100;
  private static final int FEW_WORDS = 9;

  /** Of fewer messages nobody can tell how a channel speaks. */
  private static final int FEWEST = 10;

  /** Of a channel, by what was said there last. */
  static Voice of(
      ChannelId room,
      Archive archive,
      ChannelLanguage languages,
      java.time.Instant now,
      Language otherwise) {
    var said =
        archive.before(room, now, MESSAGES, Audience.of(room)).stream()
            .map(Filed::message)
            .filter(Message::isTalk)
            .map(message -> message.text().searchable())
            .filter(text -> !text.isBlank())
            .toList();
    return new Voice(languages.of(room, otherwise), isCasual(said));
  }

  /** Most messages begin with a small letter, or are short. */
  private static boolean isCasual(List<String> said) {
    long small =
        said.stream()
            .filter(
                text ->
                    Character.isLowerCase(text.codePointAt(0))
                        || text.split("\\s+").length <= FEW_WORDS)
            .count();
    return said.size() >= FEWEST && 2 * small > said.size();
  }

  /** The situation of a text that is there in both manners. */
  String manner(String situation) {
    return situation + (casual ? ".casual" : ".plain");
  }
}
