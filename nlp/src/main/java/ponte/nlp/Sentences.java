package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;

/**
 * Cuts text into sentences: at line ends, then by OpenNLP's English model, which on Italian text is
 * better than the JDK's rules. What would mislead it, marks inside words and behind abbreviations,
 * is hidden from it.
 */
final class Sentences {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final Pattern INSIDE_WORD =
      Pattern.compile("(?<![.?!])[.?!]++(?=[\\p{L}\\p{N}_/])", FLAGS);
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:"
              + WordList.read("abbreviations.txt").stream()
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")\\.(?=\\s)",
          FLAGS);

  /** A name of code may end in a mark after a symbol: {@code free-id=? in} goes on. */
  private static final Pattern NAME_OF_CODE =
      Pattern.compile("(?<=[\\p{L}\\p{N}][=<>*/~%^&|_]{1,3})[?!](?=\\s+\\p{Ll})");

  /** These may end a sentence, unless it goes on in lower case. */
  private static final Pattern AND_SO_ON =
      Pattern.compile("\\b(?:etc|ecc|inc|ltd)\\.(?=[\\s,]*\\p{Ll})");

  /** The number of an item in a list, and initials of a name. */
  private static final Pattern NUMBER_OR_INITIAL =
      Pattern.compile(
          "^\\d{1,4}\\.(?=\\s)|(?<=\\p{Lu}\\p{Ll}{1,20} )\\p{Lu}\\.(?= \\p{Lu}\\p{Ll})");

  private static final Pattern LINE_END = Pattern.compile("\\R");

  private final Pool<SentenceDetectorME> detectors;

  Sentences(SentenceModel model) {
    detectors = new Pool<>(() -> new SentenceDetectorME(model));
  }

  static Sentences load() {
    return new Sentences(
        Models.read("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin", SentenceModel::new));
  }

  List<String> of(String text) {
    var sentences = new ArrayList<String>();
    for (var line : LINE_END.split(text)) {
      addSentences(line.strip(), sentences);
    }
    return sentences;
  }

  private void addSentences(String line, List<String> sentences) {
    if (line.isEmpty()) {
      return;
    }
    var masked = mask(line);
    if (!mayEndInside(masked)) {
      sentences.add(line);
      return;
    }
    for (var span : detectors.with(detector -> detector.sentPosDetect(masked))) {
      var sentence = line.substring(span.getStart(), span.getEnd()).strip();
      if (!sentence.isEmpty()) {
        sentences.add(sentence);
      }
    }
  }

  private static String mask(String line) {
    var masked = Masking.mask(line);
    masked = Masking.hide(ABBREVIATION, masked);
    masked = Masking.hide(INSIDE_WORD, masked);
    masked = Masking.hide(NAME_OF_CODE, masked);
    masked = Masking.hide(NUMBER_OR_INITIAL, masked);
    return Masking.hide(AND_SO_ON, masked);
  }

  /** Most lines of a chat are one sentence, which needs no model. */
  private static boolean mayEndInside(String line) {
    for (int i = 0; i < line.length() - 1; i++) {
      if (".?!".indexOf(line.charAt(i)) >= 0 && Character.isWhitespace(line.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }
}
