package ponte.digest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/**
 * The phrases of one language that tell a digest something, from the lists {@code cues_en.txt} and
 * {@code deeds_en.txt}, {@code cues_it.txt} and {@code deeds_it.txt}: a third language is a third
 * pair.
 *
 * <p>Texts are compared without case and with straight apostrophes. {@code \b} knows ASCII only
 * from JDK 19 on, so borders of words are spelt out here.
 */
final class Cues {

  /** What is said, and what people say they do or did. */
  private static final List<String> LISTS = List.of("cues", "deeds");

  private static final Map<Language, Cues> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Cues(phrases(language)));
    }
  }

  private final Map<Cue, Pattern> patterns = new EnumMap<>(Cue.class);

  private Cues(Map<String, List<String>> phrases) {
    for (var cue : Cue.values()) {
      var alternatives = phrases.get(cue.section());
      if (alternatives == null) {
        throw new IllegalStateException("no phrases for [" + cue.section() + "]");
      }
      patterns.put(cue, words(String.join("|", alternatives)));
    }
  }

  static Cues in(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  /** Whether a text has a phrase of this kind in any language: chat mixes them. */
  static boolean anyHas(Cue cue, String text) {
    return ALL.values().stream().anyMatch(cues -> cues.has(cue, text));
  }

  /** Whether a text starts with a phrase of this kind in any language. */
  static boolean anyStarts(Cue cue, String text) {
    return ALL.values().stream().anyMatch(cues -> cues.starts(cue, text));
  }

  boolean has(Cue cue, String text) {
    return pattern(cue).matcher(straight(text)).find();
  }

  /** Where the first phrase of this kind starts; empty where there is none. */
  OptionalInt find(Cue cue, String text) {
    var matcher = pattern(cue).matcher(straight(text));
    return matcher.find() ? OptionalInt.of(matcher.start()) : OptionalInt.empty();
  }

  boolean starts(Cue cue, String text) {
    return lead(cue, text) > 0;
  }

  /** How many characters the phrase of this kind has that the text starts with; 0 for none. */
  int lead(Cue cue, String text) {
    var matcher = pattern(cue).matcher(straight(text));
    return matcher.lookingAt() ? matcher.end() : 0;
  }

  /** Whether a text ends with a phrase of this kind. */
  boolean ends(Cue cue, String text) {
    return tail(cue, text) < text.length();
  }

  /** Where the phrase of this kind starts that a text ends with; its length where none does. */
  int tail(Cue cue, String text) {
    var matcher = pattern(cue).matcher(straight(text));
    int from = 0;
    while (matcher.find(from)) {
      if (matcher.end() == text.length()) {
        return matcher.start();
      }
      from = matcher.start() + 1;
    }
    return text.length();
  }

  /** A text with blanks where phrases of this kind were. */
  String without(Cue cue, String text) {
    return pattern(cue)
        .matcher(straight(text))
        .replaceAll(found -> " ".repeat(found.group().length()));
  }

  /** How many phrases of this kind a text has. */
  int count(Cue cue, String text) {
    return (int) pattern(cue).matcher(straight(text)).results().count();
  }

  /** Whether a text is a phrase of this kind and nothing else. */
  boolean is(Cue cue, String text) {
    return pattern(cue).matcher(straight(text)).matches();
  }

  private Pattern pattern(Cue cue) {
    return Objects.requireNonNull(patterns.get(cue));
  }

  private static String straight(String text) {
    return text.replace('\u2019', '\'');
  }

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<!\\w)(?:" + alternatives + ")(?!\\w)",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }

  private static Map<String, List<String>> phrases(Language language) {
    var phrases = new HashMap<String, List<String>>();
    for (var list : LISTS) {
      read(list + "_" + language.locale().getLanguage() + ".txt", phrases);
    }
    return phrases;
  }

  private static void read(String name, Map<String, List<String>> phrases) {
    try (var in = Objects.requireNonNull(Cues.class.getResourceAsStream(name), name);
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> section = new ArrayList<>();
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          phrases.put(line.substring(1, line.length() - 1), section);
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
