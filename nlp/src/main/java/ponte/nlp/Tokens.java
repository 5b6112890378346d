package ponte.nlp;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds the words of a text: what stands between spaces and punctuation, with addresses, versions
 * and identifiers left whole and Italian elisions cut after their apostrophe.
 */
final class Tokens {

  /** A word: {@code end} is behind its last character. */
  record Token(int start, int end, Kind kind) {

    String in(String text) {
      return text.substring(start, end);
    }
  }

  enum Kind {
    /** A word or a number. */
    WORD,
    /** An article or preposition that lost its vowel: {@code dell'}. */
    ELIDED,
    /** Letters joined by more than an apostrophe, or mixed with digits: {@code foo-bar}. */
    IDENTIFIER,
    /** The address of a page or a mailbox. */
    ADDRESS
  }

  /** Italian words cut short at the end, whose apostrophe is no quote. */
  private static final Set<String> CUT_SHORT =
      Set.of("po", "mo", "be", "va", "fa", "da", "di", "sta", "to", "ca", "e", "perche", "cosi");

  /** What English puts behind an apostrophe. */
  private static final Set<String> CONTRACTED = Set.of("s", "t", "re", "ve", "ll", "m", "d");

  private final String text;
  private final Language language;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text, Language language) {
    this.text = text;
    this.language = language;
  }

  static List<Token> of(String text, Language language) {
    var tokens = new Tokens(text, language);
    tokens.readChunks();
    return tokens.tokens;
  }

  private void readChunks() {
    int at = 0;
    while (at < text.length()) {
      if (isSpace(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && !isSpace(text.charAt(end))) {
        end++;
      }
      readChunk(at, end);
      at = end;
    }
  }

  private static boolean isSpace(char c) {
    return c <= ' ' || c == '`' || (c >= 0x80 && (Character.isWhitespace(c) || c == '\u00a0'));
  }

  private void readChunk(int start, int end) {
    if (Smileys.isSmiley(text, start, end)) {
      return;
    }
    var address = Addresses.find(text, start, end);
    if (address != null) {
      readWords(start, address.start());
      tokens.add(address);
      readWords(address.end(), end);
    } else {
      readWords(start, end);
    }
  }

  private void readWords(int start, int end) {
    int at = start;
    while (at < end) {
      int codePoint = text.codePointAt(at);
      boolean dotted = codePoint == '.' && at == start && at + 1 < end && isLetter(at + 1);
      if (isWordPart(codePoint) || dotted) {
        at = readWord(at, dotted ? at + 1 : at, start, end);
      } else {
        at += Character.charCount(codePoint);
      }
    }
  }

  /**
   * Reads the word at {@code from}, whose letters begin at {@code at}; returns what is behind it.
   */
  private int readWord(int from, int at, int chunkStart, int chunkEnd) {
    boolean identifier = at > from;
    boolean letters = false;
    boolean digits = false;
    int i = at;
    while (i < chunkEnd) {
      int codePoint = text.codePointAt(i);
      if (isWordPart(codePoint)) {
        identifier |= codePoint == '_';
        digits |= Character.isDigit(codePoint);
        letters |= Character.isLetter(codePoint);
        i += Character.charCount(codePoint);
      } else if (isApostrophe(codePoint) && isLetterBefore(i, from)) {
        if (i + 1 < chunkEnd && isLetter(i + 1)) {
          if (language == Language.ITALIAN && !isContraction(i + 1, chunkEnd)) {
            tokens.add(new Token(from, i + 1, Kind.ELIDED));
            return i + 1;
          }
          i++;
        } else if (isCutShort(from, i, chunkStart)) {
          i++;
          break;
        } else {
          break;
        }
      } else {
        int joined = joined(i, from, chunkEnd);
        if (joined == 0) {
          break;
        }
        identifier |= letters || codePoint == '-' || codePoint == '.';
        i += joined;
      }
    }
    int end = withSuffixSign(from, i, chunkEnd);
    identifier |= end > i || (letters && digits);
    tokens.add(new Token(from, end, identifier ? Kind.IDENTIFIER : Kind.WORD));
    return end;
  }

  /** How many signs at {@code i} join what is before to what is behind; 0 where none does. */
  private int joined(int i, int from, int end) {
    if (i == from || i + 1 >= end) {
      return 0;
    }
    char sign = text.charAt(i);
    boolean behind = isWordPart(text.codePointAt(i + 1));
    return switch (sign) {
      case '.', '-' -> behind ? 1 : 0;
      case ',' -> isDigit(i - 1) && isDigit(i + 1) ? 1 : 0;
      case ':' -> {
        if (isDigit(i - 1) && isDigit(i + 1)) {
          yield 1;
        }
        yield i + 2 < end && text.charAt(i + 1) == ':' && isLetter(i + 2) ? 2 : 0;
      }
      case '&' ->
          Character.isUpperCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i + 1))
              ? 1
              : 0;
      default -> 0;
    };
  }

  /** The end of a name such as {@code C++} or {@code F#}. */
  private int withSuffixSign(int from, int end, int chunkEnd) {
    if (end - from > 2 || !isLetter(end - 1)) {
      return end;
    }
    if (end + 1 < chunkEnd && text.charAt(end) == '+' && text.charAt(end + 1) == '+') {
      return end + 2;
    }
    boolean sharp =
        end < chunkEnd
            && text.charAt(end) == '#'
            && (end + 1 == chunkEnd || !isWordPart(text.codePointAt(end + 1)));
    return sharp ? end + 1 : end;
  }

  private boolean isContraction(int from, int chunkEnd) {
    int end = from;
    while (end < chunkEnd && isLetter(end)) {
      end++;
    }
    return end - from <= 2 && CONTRACTED.contains(text.substring(from, end));
  }

  private boolean isCutShort(int from, int apostrophe, int chunkStart) {
    boolean quoted = from > chunkStart && isApostrophe(text.charAt(from - 1));
    return language == Language.ITALIAN
        && !quoted
        && CUT_SHORT.contains(Folding.fold(text.substring(from, apostrophe)));
  }

  private boolean isLetterBefore(int i, int from) {
    return i > from && Character.isLetter(text.codePointBefore(i));
  }

  private boolean isLetter(int i) {
    return Character.isLetter(text.codePointAt(i));
  }

  private boolean isDigit(int i) {
    return Character.isDigit(text.charAt(i));
  }

  private static boolean isApostrophe(int codePoint) {
    return codePoint == '\'' || codePoint == '\u2019';
  }

  private static boolean isWordPart(int codePoint) {
    return Character.isLetterOrDigit(codePoint)
        || codePoint == '_'
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
            && codePoint < 0xfe00; // no emoji variation selectors
  }
}
