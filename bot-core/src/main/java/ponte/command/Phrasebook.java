package ponte.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.nlp.Language;

/**
 * How people put their wishes in one language: a text file of phrases, so that another language is
 * another file.
 *
 * <p>A line {@code [name]} begins a section, {@code name = words} names words that occur often, any
 * other line is a phrase: a regular expression over folded text ({@link Written}), in which {@code
 * {name}} stands for the named words and {@code <topic>}, {@code <name>}, {@code <channel>}, {@code
 * <several>} (channels, and perhaps a period), {@code <period>}, {@code <often>} (one word for a
 * rhythm), {@code <team>}, {@code <number>}, {@code <day>}, {@code <date>} and {@code <until>} for
 * what the person fills in. {@code #} begins a comment.
 */
final class Phrasebook {

  private static final Pattern NAMED = Pattern.compile("([a-z-]+) = (.+)");
  private static final Pattern REFERENCE = Pattern.compile("\\{([a-z-]+)}");
  private static final Pattern GROUP = Pattern.compile("\\((?!\\?)");
  private static final Pattern SLOT = Pattern.compile("<([a-z]+)>");

  /** A time of day; {@link TimeOfDay} reads it. */
  private static final String TIME =
      "\\d{1,2}(?:[:.]\\d{2})?(?: ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|h))?"
          + "|noon|midday|midnight|mezzogiorno|mezzanotte";

  private static final Pattern WORD = Pattern.compile("[a-z]{3,}");

  private static final Map<Language, Phrasebook> ALL = new EnumMap<>(Language.class);

  static {
    for (var language : Language.values()) {
      ALL.put(language, new Phrasebook(language));
    }
  }

  private final Map<String, List<String>> sections = new HashMap<>();
  private final Map<String, List<Pattern>> phrases = new HashMap<>();

  private Phrasebook(Language language) {
    var named = new HashMap<String, String>();
    var section = new ArrayList<String>();
    for (var line : lines("phrases_" + language.locale().getLanguage() + ".txt")) {
      var name = NAMED.matcher(line);
      if (line.startsWith("[")) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (name.matches()) {
        named.put(name.group(1), expand(name.group(2), named));
      } else {
        section.add(expand(line, named));
      }
    }
    sections.forEach(
        (key, lines) -> phrases.put(key, lines.stream().map(Phrasebook::compile).toList()));
  }

  static Phrasebook of(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static List<String> lines(String file) {
    try (var in = Objects.requireNonNull(Phrasebook.class.getResourceAsStream(file), file);
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  private static String expand(String line, Map<String, String> named) {
    return REFERENCE
        .matcher(line)
        .replaceAll(
            reference -> {
              var words = named.get(reference.group(1));
              if (words == null) {
                throw new IllegalArgumentException("nothing is named " + reference.group());
              }
              return java.util.regex.Matcher.quoteReplacement("(" + words + ")");
            });
  }

  private static Pattern compile(String phrase) {
    var expression =
        SLOT.matcher(GROUP.matcher(phrase).replaceAll("(?:"))
            .replaceAll(
                slot ->
                    java.util.regex.Matcher.quoteReplacement(
                        "(?<" + slot.group(1) + ">" + filling(slot.group(1)) + ")"));
    return Pattern.compile(expression);
  }

  private static String filling(String slot) {
    return switch (slot) {
      case "channel" -> "#?[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*";
      // As short as it can be: what follows it says more.
      case "name" -> "@?\\p{L}[\\p{L}\\p{N}._'-]*?(?: \\p{L}[\\p{L}\\p{N}._'-]*){0,3}?";
      case "number" -> "\\p{L}+|\\d{1,4}";
      case "day" -> "\\d{1,2}";
      case "time", "untiltime" -> TIME;
      case "days" -> ".+?";
      case "topic", "period", "rhythm", "date", "until", "several" -> ".+";
      case "often" -> "[a-z]+";
      case "team" -> "[^ ,;:.!?]+(?: [^ ,;:.!?]+){0,3}";
      default -> throw new IllegalArgumentException("no slot is called " + slot);
    };
  }

  /** The phrases of a section, in the order in which they are to be tried. */
  List<Pattern> phrases(String section) {
    var found = phrases.get(section);
    if (found == null) {
      throw new IllegalArgumentException("no section is called " + section);
    }
    return found;
  }

  /** All phrases of a section as one expression. */
  String anyOf(String section) {
    return "(?:" + String.join("|", phrases(section).stream().map(Pattern::pattern).toList()) + ")";
  }

  /** The words, of three letters or more, that the phrases of these sections are made of. */
  Set<String> words(String... of) {
    var found = new HashSet<String>();
    for (var section : of) {
      for (var line : Objects.requireNonNull(sections.get(section))) {
        WORD.matcher(SLOT.matcher(line).replaceAll(" "))
            .results()
            .forEach(word -> found.add(word.group()));
      }
    }
    return found;
  }
}
