package ponte.nlp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of what somebody said what says nothing: hesitations, words said twice, small words
 * before the sentence begins; and joins lines that only a mail program broke.
 */
final class Speech {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern HESITATION =
      Pattern.compile(
          "(?<=^|\\s)(?:uh+|um+|e+h+m*|m+h+m*|mm+|h+m+|\\{[a-z]+\\})(?:\\s?[,.…]+)?(?=\\s|$)",
          FLAGS);
  private static final Pattern LEAD =
      Pattern.compile(
          "^(?:"
              + WordList.read("leads.txt").stream()
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")\\s?,\\s?(?=\\p{L})",
          FLAGS);
  private static final Pattern TWICE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}'’])(?!(?:that|had|very|really|no|so|bye|molto|sì|piano)\\b)"
              + "([\\p{L}'’]+(?: [\\p{L}'’]+)?)(?:\\s?,)? \\1(?![\\p{L}\\p{N}'’])",
          FLAGS);
  private static final Pattern RIM = Pattern.compile("^[\\s,.]+");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern QUOTED = Pattern.compile("^\\s*>.*$", Pattern.MULTILINE);

  /** Mail programs break lines at this many characters and before. */
  private static final int WIDEST = 100;

  private static final int USUAL_WIDTH = 72;
  private static final int NARROWEST = 40;

  private static final int MOST_LEADS = 3;

  private Speech() {}

  /** A sentence without them; may be empty. */
  static String clean(String sentence) {
    var clean = tidy(HESITATION.matcher(sentence).replaceAll(""));
    for (int i = 0; i < MOST_LEADS; i++) {
      clean = tidy(LEAD.matcher(clean).replaceFirst(""));
    }
    return tidy(TWICE.matcher(clean).replaceAll("$1"));
  }

  private static String tidy(String text) {
    return RIM.matcher(SPACES.matcher(text).replaceAll(" ")).replaceFirst("").strip();
  }

  /** A text without quoted lines, its lines joined where the next word had no room in them. */
  static String joined(String text) {
    var lines = Arrays.asList(QUOTED.matcher(text).replaceAll("").split("\\R"));
    int width = lines.stream().mapToInt(String::length).max().orElse(0);
    if (width > WIDEST) {
      return String.join("\n", lines);
    }
    var joined = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      joined.append(line.strip());
      if (i + 1 < lines.size()) {
        joined.append(hadNoRoom(lines.get(i + 1).strip(), line, width) ? ' ' : '\n');
      }
    }
    return joined.toString();
  }

  private static boolean hadNoRoom(String next, String line, int width) {
    int word = next.indexOf(' ') < 0 ? next.length() : next.indexOf(' ');
    return word > 0
        && line.length() > NARROWEST
        && line.length() + 1 + word > Math.min(width, USUAL_WIDTH);
  }

  /** The sentences of turns, cleaned; those of which no letter is left are left out. */
  static List<Summaries.Sentence> sentences(
      List<Summaries.Turn> turns, Nlp nlp, Language otherwise) {
    var said = new ArrayList<Summaries.Sentence>();
    var context = new ArrayList<String>();
    for (int turn = 0; turn < turns.size(); turn++) {
      var text = joined(turns.get(turn).text());
      var language = nlp.language(text, context, otherwise);
      for (var sentence : nlp.sentences(text)) {
        var clean = clean(sentence);
        if (clean.codePoints().anyMatch(Character::isLetter)) {
          said.add(
              new Summaries.Sentence(
                  turn, turns.get(turn).speaker(), clean, nlp.terms(clean, language)));
        }
      }
      context.add(text);
    }
    return said;
  }
}
