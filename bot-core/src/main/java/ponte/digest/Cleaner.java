package ponte.digest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Quotable.Form;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * Cuts a message into sentences that can be quoted: without code blocks, emoji, quoted lines and
 * signatures, and without what people say before they say something.
 */
final class Cleaner {

  private static final int FLAGS = Pattern.UNICODE_CHARACTER_CLASS;

  private static final Pattern EMOJI_NAME =
      Pattern.compile("(?<![\\w:]):(?:[\\p{L}_][\\w+-]*|[+-]1):(?![\\w:])", FLAGS);
  private static final Pattern EMOJI =
      Pattern.compile(
          "[[\\p{IsExtended_Pictographic}&&[^©®™\u2194-\u21aa]]"
              + "\\x{1F1E6}-\\x{1F1FF}\\x{1F3FB}-\\x{1F3FF}\ufe0f\u200d]+");
  private static final Pattern SMILEY =
      Pattern.compile(
          "(?<=^|[\\s.,!?])(?:[:;=][-'^o]?[)(DPpOoSs3/\\\\|\\]\\[*]+|[xX]D+|<3|\\^[_.]?\\^|-_-|"
              + "¯\\\\_\\(ツ\\)_/¯|\\(y\\))(?=$|[\\s.,!?)])");
  private static final Pattern REPEATED_MARK =
      Pattern.compile("(?<![\"'“‘«(!?])([!?])[!?]*\\1|\\.{4,}");
  private static final Pattern HESITATION =
      Pattern.compile(
          "(?<=^|\\s)(?:e+h+m*|m+h+m*|u+h+m*|u+m+|h+m+)[,.…]*(?=\\s)", Pattern.CASE_INSENSITIVE);

  /** A link written by hand, in a chat that shows none of that kind: its label. */
  private static final Pattern WRITTEN_LINK =
      Pattern.compile(
          "(?<![\\w)\\]])\\[([^\\[\\]\\n]{2,})]\\((?:[\ue000-\uf8ff]|(?:https?://)?[\\w-]+(?:\\.[\\w-]+)*\\.\\p{L}{2,}[^\\s()]*)\\)",
          FLAGS);

  /** A greeting goes on with a name. */
  private static final Pattern ADDRESSED = Pattern.compile("^\\p{L}+,\\s+");

  private static final Pattern SPACES = Pattern.compile("[\\s\u00a0]+");
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile("\\s+(?=[,;.!?](?:\\s|$))");

  /** What starts with a colon, or goes on after a block of code, has lost its beginning. */
  private static final Pattern CONTINUED =
      Pattern.compile("^(?:::?\\s*(?=[\\p{L}\\d])|" + Masked.AFTER_BLOCK + "\\s*(?=[\\p{Ll},;]))");

  private static final Pattern BULLET =
      Pattern.compile("^(?:[-*•◦–—]|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+");
  private static final Pattern END_OF_LETTER = Pattern.compile("^(?:--|—|__)\\s*$");
  private static final Pattern QUOTED =
      Pattern.compile("^" + Masked.AFTER_BLOCK + "?\\s*(?:>|&gt;|\\|\\s)");
  private static final Pattern SEPARATOR =
      Pattern.compile("^(?:\\s*(?:[,;:!.…–—]|[-^](?=\\s|$)))++");
  private static final Pattern COMMA = Pattern.compile("^\\s*(?:[,:…–—]|-(?=\\s)|\\.{2,})");
  private static final Pattern NEXT_WORD = Pattern.compile("^\\s+(?=[\\w\ue000-\uf8ff])", FLAGS);
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  private static final String SYMBOLS = "()[]{}<>=+*/\\|_^~#@$%&;`";

  private final Nlp nlp;

  Cleaner(Nlp nlp) {
    this.nlp = nlp;
  }

  /** The sentences of a message, in order; those of which nothing is left are left out. */
  List<Quotable> sentences(RichText text, Language language) {
    var masked = Masked.of(text);
    var cues = Cues.in(language);
    var sentences = new ArrayList<Quotable>();
    var spokenTo = new HashSet<PersonId>();
    for (var row : rows(masked.text(), cues)) {
      for (var sentence : whole(nlp.sentences(row.text()))) {
        if (CONTINUED.matcher(sentence).find()) {
          continue;
        }
        var whole = sentence.replace(String.valueOf(Masked.AFTER_BLOCK), "").strip();
        var left = Compressed.of(withoutLead(whole, masked, cues, spokenTo), cues);
        if (!left.isEmpty()) {
          sentences.add(quotable(left, masked, spokenTo, row.form()));
        }
      }
    }
    return sentences;
  }

  /** A sentence does not end within a bracket, unless the bracket is left open. */
  private static List<String> whole(List<String> sentences) {
    var whole = new ArrayList<String>();
    for (int i = 0; i < sentences.size(); i++) {
      var sentence = sentences.get(i);
      if (i + 1 < sentences.size() && Compressed.opens(sentence)) {
        var both = sentence + " " + sentences.get(i + 1);
        if (!Compressed.opens(both)) {
          sentence = both;
          i++;
        }
      }
      whole.add(sentence);
    }
    return whole;
  }

  /** A line of a message as it was broken by its author. */
  private record Row(String text, Form form) {}

  private static List<Row> rows(String text, Cues cues) {
    var rows = new ArrayList<Row>();
    for (var line : text.split("\\R")) {
      if (QUOTED.matcher(line).find()) {
        continue;
      }
      var clean = withoutDecoration(line);
      if (!rows.isEmpty() && endsLetter(clean, cues)) {
        break;
      }
      var bullet = BULLET.matcher(clean);
      var form = bullet.find() ? Form.LISTED : Form.PROSE;
      var left = bullet.replaceFirst("");
      if (!left.isEmpty()) {
        rows.add(new Row(left, form));
      }
    }
    return rows;
  }

  private static boolean endsLetter(String line, Cues cues) {
    return END_OF_LETTER.matcher(line).find()
        || cues.is(Cue.SIGNATURE, line.replaceAll("[,.!]+$", ""));
  }

  /** A backtick without its partner is a slip of the keyboard. */
  private static String balanced(String line) {
    return line.chars().filter(character -> character == '`').count() % 2 == 0
        ? line
        : line.replace("`", "");
  }

  private static String withoutDecoration(String line) {
    var clean = balanced(EMOJI_NAME.matcher(line).replaceAll(" "));
    clean = WRITTEN_LINK.matcher(clean).replaceAll("$1");
    clean = HESITATION.matcher(clean).replaceAll(" ");
    clean = EMOJI.matcher(clean).replaceAll(" ");
    clean = SPACES.matcher(clean).replaceAll(" ").strip();
    clean = SMILEY.matcher(clean).replaceAll("");
    clean =
        REPEATED_MARK
            .matcher(clean)
            .replaceAll(found -> found.group(1) == null ? "…" : found.group(1));
    clean = SPACES.matcher(clean).replaceAll(" ");
    return SPACE_BEFORE_MARK.matcher(clean).replaceAll("").strip();
  }

  /** Cuts greetings, fillers and names until the sentence starts with content. */
  private static String withoutLead(
      String sentence, Masked masked, Cues cues, Set<PersonId> spokenTo) {
    var rest = sentence;
    for (var shorter = cut(rest, masked, cues, spokenTo);
        shorter.length() < rest.length();
        shorter = cut(rest, masked, cues, spokenTo)) {
      rest = shorter;
    }
    return raised(rest.strip());
  }

  private static String cut(String text, Masked masked, Cues cues, Set<PersonId> spokenTo) {
    if (!text.isEmpty()
        && Masked.isMask(text.charAt(0))
        && masked.span(text.charAt(0)) instanceof Span.Mention(var person)) {
      var rest = text.substring(1);
      if (rest.isBlank() || !cues.starts(Cue.NAME_IS_SUBJECT, rest.stripLeading())) {
        spokenTo.add(person);
        return afterSeparator(rest);
      }
      return text;
    }
    int greeting = cues.lead(Cue.GREETING, text);
    if (greeting > 0) {
      return afterGreeting(text.substring(greeting), masked, cues, text);
    }
    int filler = cues.lead(Cue.FILLER, text);
    if (filler > 0) {
      return afterSeparator(text.substring(filler));
    }
    int beforeComma = cues.lead(Cue.FILLER_BEFORE_COMMA, text);
    if (beforeComma > 0) {
      var rest = text.substring(beforeComma);
      if (rest.isBlank() || COMMA.matcher(rest).find() || rest.strip().matches("[!.]+")) {
        return afterSeparator(rest);
      }
    }
    int beforeWord = cues.lead(Cue.FILLER_BEFORE_WORD, text);
    if (beforeWord > 0) {
      var next = NEXT_WORD.matcher(text.substring(beforeWord));
      var rest = text.substring(beforeWord).stripLeading();
      if (next.find() && !cues.starts(Cue.NO_FILLER_BEFORE, rest)) {
        return rest;
      }
    }
    return SEPARATOR.matcher(text).find() ? afterSeparator(text) : text;
  }

  /** "Hi all, …", "Hi Bruno, …" and "Hi @Ada, …" greet; "Hi-res pictures" does not. */
  private static String afterGreeting(String rest, Masked masked, Cues cues, String whole) {
    var next = rest.stripLeading();
    if (rest.isBlank() || SEPARATOR.matcher(rest).find()) {
      return afterSeparator(rest);
    }
    if (next.length() == rest.length()) {
      return whole;
    }
    var addressed = ADDRESSED.matcher(next);
    if (addressed.find()) {
      return next.substring(addressed.end());
    }
    int everybody = cues.lead(Cue.EVERYBODY, next);
    if (everybody > 0) {
      return afterSeparator(next.substring(everybody));
    }
    return next;
  }

  private static String afterSeparator(String text) {
    return SEPARATOR.matcher(text).replaceFirst("").stripLeading();
  }

  static String raised(String text) {
    if (text.isEmpty() || !Character.isLowerCase(text.codePointAt(0))) {
      return text;
    }
    var word = text.split("[\\s,.;:!?]", 2)[0];
    boolean ownCase = word.chars().skip(1).anyMatch(Character::isUpperCase);
    return ownCase ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static Quotable quotable(
      String sentence, Masked masked, Set<PersonId> spokenTo, Form form) {
    var plain = new StringBuilder();
    var own = new StringBuilder();
    for (int i = 0; i < sentence.length(); i++) {
      var character = sentence.charAt(i);
      if (Masked.isMask(character)) {
        plain.append(words(masked.span(character)));
        own.append(' ');
      } else {
        plain.append(character);
        own.append(character);
      }
    }
    return new Quotable(
        masked.unmask(sentence),
        plain.toString().strip(),
        SPACES.split(sentence).length,
        LETTERS.matcher(own).find(),
        symbols(own),
        spokenTo,
        form);
  }

  private static double symbols(CharSequence text) {
    long all = text.chars().filter(character -> !Character.isWhitespace(character)).count();
    long symbols = text.chars().filter(character -> SYMBOLS.indexOf(character) >= 0).count();
    return all == 0 ? 0 : (double) symbols / all;
  }

  private static String words(Span span) {
    return switch (span) {
      case Span.Code(var code) -> code;
      case Span.Link(var url, var label) -> Masked.isAddress(label, url) ? "" : label;
      case Span.MessageLink(_, var label) -> label;
      case Span.ChannelLink(_, var name) -> name;
      case Span.Plain(var words) -> words;
      case Span.Mention _, Span.Broadcast _, Span.Emoji _ -> "";
      case Span.CodeBlock _, Span.Quote _, Span.Styled _ -> "";
    };
  }
}
