package ponte.digest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Message;
import ponte.conversation.RichText.Span;
import ponte.nlp.Language;

/** What the one who shares a page says of it, in whole sentences. */
final class Introductions {

  /** Adverbs that no title ends with. */
  private static final Pattern LEADS_ON =
      Pattern.compile(
          "see|vedi|even|very|so|just|also|too|this|that|any|some|more|most|anche|più|molto|quest[oaie]|quel\\w*|ogni|qualche");

  /** Where an address or a name was left out from the midst of a sentence. */
  private static final Pattern WITHOUT_ITS_LINK =
      Pattern.compile(
          "\\S\\s{2,}\\S|\\(\\s*\\)|\\((?:aka|cf\\.?|vedi|see|e\\.g\\.|i\\.e\\.)?\\s*\\)|\\s[,.;]|(?:^|\\s)['’]s(?:\\s|$)");

  private static final Pattern LAST_MARK = Pattern.compile("[\\s.:]+$");

  /** "This is an excellent …" says what it is; "this is close to …" points at something else. */
  private static final Pattern NAMES_IT =
      Pattern.compile(
          "^\\p{L}+['’]?s?,?(?: \\p{L}+){0,2}? (?:an?|one|un['’]?|una|uno)\\W.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\s+");

  /** An introduction that cannot be understood beside its link introduces nothing. */
  private static final double LEAST_FIT = -0.5;

  private static final int FEWEST_TERMS = 3;

  /** Who says more than so many about a page says why it is shared. */
  private static final int FEW_WORDS = 6;

  /** "This article is …" and "Found this paper on …" say what it is. */
  private static final int LETTERS_OF_A_WORD = 8;

  /** What somebody says before it in the same message, up to this, only leads to it. */
  private static final int WORDS_OF_A_LEAD = 4;

  /** Whole sentences up to this length. */
  private static final int MOST_WORDS = 45;

  private final Reading reading;
  private final Fitness fitness;

  Introductions(Reading reading, Fitness fitness) {
    this.reading = reading;
    this.fitness = fitness;
  }

  /** Whether a message says so little beside its links that it does not tell why it shares them. */
  static boolean isBare(Message message) {
    var plain =
        message.text().spans().stream()
            .filter(Span.Plain.class::isInstance)
            .map(span -> ((Span.Plain) span).text())
            .collect(Collectors.joining(" "))
            .strip();
    return plain.isEmpty() || (!plain.contains("?") && WORD.split(plain).length <= FEW_WORDS);
  }

  /** Whether the last word is one that leads to another: "of", "is", "even". */
  static boolean endsInside(String words) {
    var last = words.substring(words.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    return Stream.of(Language.values())
            .anyMatch(language -> Cues.in(language).ends(Cue.UNFINISHED, last))
        || LEADS_ON.matcher(last).matches();
  }

  /**
   * The sentence the link stands in, or the one that announces it, where that says what the page is
   * about; with the sentence before it, where it is not the first of its message.
   */
  Optional<String> of(Span.Link link, Message message) {
    var lines = lines(message);
    int at = introducing(lines, link);
    if (at < 0 || !introduces(lines.get(at))) {
      return Optional.empty();
    }
    if (isFirst(lines, at)) {
      return Optional.of(said(lines.get(at)));
    }
    var before = lines.get(at - 1);
    return before.isFollowedBy(lines.get(at))
            && !before.asks()
            && fitness.of(before) > LEAST_FIT
            && isFirst(lines, at - 1)
            && before.quote().letters()
            && !before.quote().mentions()
        ? Optional.of(before.then(lines.get(at)))
            .filter(both -> both.quote().words() <= MOST_WORDS)
            .map(Introductions::said)
        : Optional.empty();
  }

  /** The same below the question that it answers: what was asked is known there. */
  Optional<String> answering(Span.Link link, Message message) {
    var lines = lines(message);
    int at = introducing(lines, link);
    return at < 0
        ? Optional.empty()
        : Optional.of(lines.get(at))
            .filter(line -> !line.asks() && isWhole(line) && !line.has(Cue.DOUBT))
            .map(Introductions::said);
  }

  private List<Line> lines(Message message) {
    return reading.lines(new Talk(message.id(), List.of(message)));
  }

  /** Which line introduces a link; -1: none. */
  private static int introducing(List<Line> lines, Span.Link link) {
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.quote().text().links().stream().anyMatch(each -> each.url().equals(link.url()))) {
        boolean announced = i > 0 && lines.get(i - 1).plain().endsWith(":");
        return line.quote().letters() ? i : announced ? i - 1 : -1;
      }
    }
    return -1;
  }

  private static String said(Line line) {
    return LAST_MARK.matcher(line.plain()).replaceAll("");
  }

  /** Whether nothing is said before a line that it could go on from. */
  private static boolean isFirst(List<Line> lines, int at) {
    return lines.subList(0, at).stream()
        .allMatch(line -> line.quote().words() <= WORDS_OF_A_LEAD || line.starts(Cue.THANKS));
  }

  private boolean introduces(Line line) {
    return (!line.asks() || Incomplete.isTitle(line))
        && isWhole(line)
        && !line.has(Cue.TO_PARTNER)
        && !line.has(Cue.TO_ONE)
        && !line.starts(Cue.ADVICE)
        && !line.starts(Cue.SUBJECTLESS)
        && !line.has(Cue.DOUBT)
        && !line.has(Cue.PRONOUN)
        && line.terms().stream().distinct().count() >= FEWEST_TERMS;
  }

  /** Whether it is a sentence that loses nothing without its link. */
  private boolean isWhole(Line line) {
    return line.quote().letters()
        && !line.starts(Cue.THANKS)
        && line.quote().text().mentions().isEmpty()
        && !(line.starts(Cue.LEANING) && !isOfIt(line))
        && !line.has(Cue.INTRODUCING)
        && !pointsAtIt(line)
        && !endsInside(said(line))
        && !WITHOUT_ITS_LINK.matcher(line.plain()).find()
        && line.quote().words() <= MOST_WORDS
        && fitness.introducing(line) > LEAST_FIT;
  }

  private static boolean isOfIt(Line line) {
    return line.starts(Cue.DEICTIC) && NAMES_IT.matcher(line.plain()).matches();
  }

  /** "The code here", "from this article": what is behind the link is not said. */
  private static boolean pointsAtIt(Line line) {
    var cues = Cues.in(line.language());
    var text = line.plain();
    var second = text.indexOf(' ', Math.min(LETTERS_OF_A_WORD, text.length()));
    return Stream.of(Cue.POINTER, Cue.DEICTIC)
        .anyMatch(
            cue ->
                cues.find(cue, text).orElse(0) >= LETTERS_OF_A_WORD
                    || (second > 0 && cues.has(cue, text.substring(second))));
  }
}
