package ponte.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ponte.conversation.Message;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** The words of a conversation as an archive makes them searchable: each line in its language. */
public final class SpokenWords {

  /** Another one for every change that makes other words of the same talk. */
  public static final String VERSION = "4";

  /** So many lines around a line tell its language where it does not tell itself. */
  private static final int CONTEXT = 5;

  private SpokenWords() {}

  /**
   * The lines in each language that is spoken, one a message.
   *
   * @param talk the messages of people, oldest first
   */
  public static Map<Language, String> of(List<Message> talk, Nlp nlp) {
    var lines = new ArrayList<String>(talk.size());
    for (var message : talk) {
      var line = message.text().searchable();
      if (!line.isEmpty()) {
        lines.add(line);
      }
    }
    var words = new EnumMap<Language, StringBuilder>(Language.class);
    for (var i = 0; i < lines.size(); i++) {
      var language = nlp.language(lines.get(i), around(lines, i), Language.ENGLISH);
      words.computeIfAbsent(language, _ -> new StringBuilder()).append(lines.get(i)).append('\n');
    }
    var spoken = new EnumMap<Language, String>(Language.class);
    words.forEach((language, said) -> spoken.put(language, said.toString()));
    return spoken;
  }

  /** The lines before this one or, at the start, also those that follow. */
  private static List<String> around(List<String> lines, int index) {
    var context = new ArrayList<String>(CONTEXT);
    var from = Math.max(0, index - CONTEXT);
    for (var i = from; i < lines.size() && context.size() < CONTEXT; i++) {
      if (i != index) {
        context.add(lines.get(i));
      }
    }
    return context;
  }
}
