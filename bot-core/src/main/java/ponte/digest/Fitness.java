package ponte.digest;

import java.util.Arrays;
import java.util.regex.Pattern;

/** How well a sentence can be understood by itself: 0 at best. */
final class Fitness {

  /** Between the start of a clause that needs another and that other. */
  private static final int FIRST_WORDS = 3;

  private static final int FEW_TERMS = 2;

  private static final Pattern WORDS = Pattern.compile("\\s+");
  private static final Pattern SAID_TWICE =
      Pattern.compile(
          "(?<![\\p{L}'])(\\p{L}+(?: \\p{L}+)?) \\1(?![\\p{L}'-])(?<!(?i:that that|had had|via via|piano piano"
              + "|mano mano|poco poco|man man|subito subito))",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final DigestRules.Fit rules;

  Fitness(DigestRules.Fit rules) {
    this.rules = rules;
  }

  double of(Line line) {
    return (leans(line) ? -rules.leaning() : 0) + ofForm(line);
  }

  /**
   * How well a sentence can be understood below the question it answers: "Yes, it does" says there
   * what it is about.
   */
  double below(Line question, Line line) {
    return question.asksWhether() && line.starts(Cue.YES_NO)
        ? (Dangling.pointsBack(line) ? -rules.leaning() : 0) + ofForm(line)
        : of(line);
  }

  /** Whether it points at what was said before it. */
  static boolean leans(Line line) {
    return line.sentence().leans(() -> isLeaning(line));
  }

  /** Follows from the sentence alone, not from its place: it is kept with the sentence. */
  private static boolean isLeaning(Line line) {
    return line.starts(Cue.LEANING)
        || Dangling.in(line)
        || (!line.asks() && line.starts(Cue.SUBJECTLESS));
  }

  /** Whether it says nothing of what it is about: "any ideas why?". */
  static boolean namesNothing(Line line) {
    long terms = line.terms().stream().distinct().count();
    return terms == 0
        || (line.sentence().groups().isEmpty() && !line.quote().hasCode() && terms <= FEW_TERMS);
  }

  /** How well it can be understood beside what it points at. */
  double besideWhatItMeans(Line line) {
    return ofForm(line);
  }

  /** How well it introduces a link, to which it points and before which a colon is no fault. */
  double introducing(Line line) {
    return ofForm(line) + (line.plain().endsWith(":") ? rules.announcing() : 0);
  }

  private double ofForm(Line line) {
    return line.sentence().form(rules, () -> form(line));
  }

  /** Follows from the sentence and the rules alone: it is kept with the sentence. */
  private double form(Line line) {
    double fit = 0;
    int words = line.quote().words();
    if (words < rules.fewestWords()) {
      fit -= rules.tooShort();
    }
    fit -= Math.max(0, words - rules.mostWords()) * rules.eachTooLong();
    long terms = line.terms().stream().distinct().count();
    fit -= Math.max(0, rules.fewestTerms() - terms) * rules.thin();
    if (isHalf(line.plain())
        || brackets(line.plain()) > rules.mostBrackets()
        || line.plain().startsWith("(")) {
      fit -= rules.brackets();
    }
    if (line.quote().symbols() > rules.mostSymbols()) {
      fit -= rules.symbols();
    }
    if (line.plain().endsWith(":") || line.plain().endsWith(";")) {
      fit -= rules.announcing();
    }
    if (isFragment(line)) {
      fit -= rules.fragment();
    }
    if (line.count(Cue.HESITANT) > rules.mostHesitant()
        || SAID_TWICE.matcher(line.plain()).find()) {
      fit -= rules.hesitant();
    }
    if (line.has(Cue.TO_PARTNER)) {
      fit -= rules.toPartner();
    }
    if (line.has(Cue.META)) {
      fit -= rules.meta();
    }
    if (!line.quote().letters()) {
      fit -= rules.wordless();
    }
    return fit;
  }

  /** Whether it opens a bracket or a quote and does not close it. */
  private static boolean isHalf(String text) {
    return text.chars().filter(character -> character == '(').count()
            > text.chars().filter(character -> character == ')').count()
        || text.chars().filter(character -> character == '"').count() % 2 == 1
        || text.chars().filter(character -> character == '\u201c').count()
            != text.chars().filter(character -> character == '\u201d').count();
  }

  /** Whether it was broken off, or is a clause that needs another one. */
  private static boolean isFragment(Line line) {
    var cues = Cues.in(line.language());
    var text = line.plain();
    if (text.endsWith(",")
        || text.endsWith("-")
        || text.endsWith("...")
        || text.endsWith("…")
        || cues.ends(Cue.UNFINISHED, text)) {
      return true;
    }
    int start = cues.lead(Cue.SUBORDINATE, text);
    if (line.asks() || start == 0 || text.indexOf(',') >= 0) {
      return false;
    }
    var words = WORDS.split(text.substring(start).strip());
    return words.length <= FIRST_WORDS
        || !cues.has(
            Cue.MAIN_CLAUSE,
            String.join(" ", Arrays.copyOfRange(words, FIRST_WORDS, words.length)));
  }

  private static long brackets(String text) {
    return text.chars().filter(character -> "()[]{}<>".indexOf(character) >= 0).count();
  }
}
