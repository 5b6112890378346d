package ponte.digest;

/** How well a sentence can be understood by itself: 0 at best. */
final class Fitness {

  private final DigestRules.Fit rules;

  Fitness(DigestRules.Fit rules) {
    this.rules = rules;
  }

  double of(Line line) {
    double fit = 0;
    int words = line.quote().words();
    if (line.starts(Cue.LEANING)) {
      fit -= rules.leaning();
    }
    if (words < rules.fewestWords()) {
      fit -= rules.tooShort();
    }
    fit -= Math.max(0, words - rules.mostWords()) * rules.eachTooLong();
    if (line.terms().stream().distinct().count() < rules.fewestTerms()) {
      fit -= rules.thin();
    }
    if (brackets(line.plain()) > rules.mostBrackets() || line.plain().startsWith("(")) {
      fit -= rules.brackets();
    }
    if (line.quote().symbols() > rules.mostSymbols()) {
      fit -= rules.symbols();
    }
    if (line.plain().endsWith(":") || line.plain().endsWith(";")) {
      fit -= rules.announcing();
    }
    if (line.has(Cue.META)) {
      fit -= rules.meta();
    }
    if (!line.quote().letters()) {
      fit -= rules.wordless();
    }
    return fit;
  }

  private static long brackets(String text) {
    return text.chars().filter(character -> "()[]{}<>".indexOf(character) >= 0).count();
  }
}
