package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Message;
import ponte.conversation.PersonId;

/** Finds what became of a conversation: the best answer, and whether its opener was satisfied. */
final class Outcomes {

  private static final int THANKED_WITHIN_TURNS = 2;

  /** An opener says "it works" at the end; what they say before is on the way. */
  private static final int LAST_TURNS = 2;

  private static final int WORDS_OF_YES = 3;

  /** Of answers that others of their message go before few are understood. */
  private static final double AMID = 0.7;

  /** What the asker says has worked is worth more than what they only thanked for. */
  private static final double ACCEPTED = 0.8;

  /** Two sentences are read as one thought up to this length. */
  private static final int MOST_WORDS = 45;

  /** A remark below a remark is about the same only if they share more than a word. */
  private static final int SHARED_BY_REMARKS = 2;

  /** Above this share of common terms an answer only says the question again. */
  private static final double REPEATED = 0.8;

  /** What nobody asked for has to say more of its own. */
  private static final double REPEATED_BY_REMARKS = 0.6;

  private static final Set<String> APPROVALS =
      Set.of(
          "white_check_mark",
          "heavy_check_mark",
          "ballot_box_with_check",
          "+1",
          "thumbsup",
          "pray",
          "bulb",
          "100",
          "dart",
          "raised_hands",
          "clap",
          "heart");

  private final DigestRules.Outcome rules;
  private final Fitness fitness;

  Outcomes(DigestRules.Outcome rules, Fitness fitness) {
    this.rules = rules;
    this.fitness = fitness;
  }

  /**
   * The best answer to an opening by somebody else; the earlier of equal ones. What is said below a
   * remark, and not in its thread, is another remark.
   */
  Optional<Line> best(Talk talk, List<Line> lines, Line opening, double[] central) {
    if (!opening.asks() && !talk.isThread()) {
      return Optional.empty();
    }
    var asked = new HashSet<>(opening.terms());
    var bearing = new Bearing(talk, lines, opening);
    var odds = new ReplyOdds(talk, lines, opening);
    var withheld = new Withheld(lines);
    Line best = null;
    double most = rules.least() + (opening.asks() ? 0 : rules.remark());
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (!mayAnswer(line, opening)) {
        continue;
      }
      var answer = answer(lines, i, opening, withheld);
      if (answer.fit() <= rules.fit()
          || withheld.isHedged(i)
          || withheld.isApology(i)
          || withheld.isOfAgreement(answer.from())
          || bearing.isNoAnswer(answer.line())) {
        continue;
      }
      var shown = i + 1 < lines.size() ? whole(answer, lines, i + 1, asked) : answer.line();
      if (odds.of(shown) < rules.sure() || (shown == answer.line() && withheld.isLimited(i))) {
        continue;
      }
      double worth =
          answer.fit()
              + worth(talk, answer.line(), lines, opening, asked, central[i])
              + bearing.of(answer.line())
              - (withheld.isAmid(answer.from()) ? AMID : 0);
      if (best == null ? worth >= most : worth > most) {
        best = shown;
        most = worth;
      }
    }
    return Optional.ofNullable(best);
  }

  /**
   * An answer goes on in the next sentence where that speaks of the question, limits it or ends it.
   */
  private Line whole(Answer answer, List<Line> lines, int after, Set<String> asked) {
    var line = answer.line();
    var next = lines.get(after);
    boolean goesOn =
        line.isFollowedBy(next)
            && !next.asks()
            && !next.starts(Cue.THANKS)
            && (!next.starts(Cue.NO_ANSWER) || next.starts(Cue.LIMITING))
            && !next.has(Cue.DOUBT)
            && !next.has(Cue.META)
            && !next.has(Cue.TO_PARTNER)
            && line.quote().words() + next.quote().words() <= MOST_WORDS
            && (next.starts(Cue.LIMITING)
                || (fitness.besideWhatItMeans(next) > rules.fit()
                    && (next.shared(asked) > 0
                        || next.has(Cue.ADVICE)
                        || next.quote().hasCode()
                        || isTheRest(answer.from(), lines, after))));
    return goesOn ? line.then(next) : line;
  }

  /**
   * Whether a message says nothing before an answer, and nothing after the sentence that follows.
   */
  private static boolean isTheRest(int from, List<Line> lines, int after) {
    return (from == 0 || !lines.get(from - 1).isOfSameMessage(lines.get(from)))
        && (after + 1 == lines.size() || !lines.get(after + 1).isOfSameMessage(lines.get(after)));
  }

  /**
   * An answer as it would be shown, of one sentence or two.
   *
   * @param from the first of its lines
   */
  private record Answer(Line line, int from, double fit) {}

  /**
   * A sentence, with the one before it where it leans on that, where that is a mere "yes" or "no",
   * or where that is what its author said first: the second half of an answer is seldom all of it.
   */
  private Answer answer(List<Line> lines, int index, Line opening, Withheld withheld) {
    var line = lines.get(index);
    var alone = new Answer(line, index, fitness.below(opening, line));
    if (index == 0) {
      return alone;
    }
    var before = lines.get(index - 1);
    if (!before.isFollowedBy(line)
        || before.asks()
        || withheld.isApology(index - 1)
        || before.quote().words() + line.quote().words() > MOST_WORDS) {
      return alone;
    }
    var both = before.then(line);
    if (opening.asksWhether() && isYesOrNo(before)) {
      return new Answer(both, index - 1, fitness.below(opening, both));
    }
    double first = fitness.below(opening, before);
    boolean told = first > rules.fit() && fitness.besideWhatItMeans(line) > rules.fit();
    if (told && Fitness.leans(line)) {
      return new Answer(both, index - 1, first);
    }
    return told && !withheld.isAmid(index - 1) && !before.starts(Cue.THANKS)
        ? new Answer(both, index - 1, Math.min(first, alone.fit()))
        : alone;
  }

  private static boolean isYesOrNo(Line line) {
    return line.quote().words() <= WORDS_OF_YES && line.starts(Cue.YES_NO);
  }

  private static boolean mayAnswer(Line line, Line opening) {
    return !line.author().equals(opening.author())
        && line.turn() > opening.turn()
        && !line.asks()
        && !line.starts(Cue.THANKS)
        && !line.has(Cue.DOUBT)
        && !line.has(Cue.JOKE)
        && !line.has(Cue.MENDED)
        && !line.starts(Cue.NO_ANSWER)
        && isToAsker(line, opening)
        && (opening.asks() || line.shared(new HashSet<>(opening.terms())) >= SHARED_BY_REMARKS);
  }

  /** What is said to another answers another. */
  private static boolean isToAsker(Line line, Line opening) {
    var to = line.quote().spokenTo();
    return to.isEmpty() || to.contains(opening.author());
  }

  private double worth(
      Talk talk, Line line, List<Line> lines, Line opening, Set<String> asked, double central) {
    int shared = line.shared(asked);
    var own = new HashSet<>(line.terms());
    double same = opening.asks() ? REPEATED : REPEATED_BY_REMARKS;
    boolean denies = opening.asksWhether() && line.has(Cue.DENIAL) && !opening.has(Cue.DENIAL);
    boolean repeats = !own.isEmpty() && shared >= same * own.size() && !denies;
    boolean next = line.turn() == opening.turn() + 1;
    return rules.central() * central
        + rules.eachShared() * Math.min(shared, rules.mostShared())
        - (repeats ? rules.repeating() : 0)
        + (approved(line.message()) || thanked(talk, line, opening.author()) ? rules.thanked() : 0)
        + (accepted(line, lines, opening) ? ACCEPTED : 0)
        + (line.first() ? rules.first() : 0)
        + (line.quote().hasCode() ? rules.code() : 0)
        + (line.quote().hasLink() ? rules.link() : 0)
        + (next ? rules.next() : 0)
        + (line.has(Cue.ADVICE) ? rules.advice() : 0)
        - (shared == 0 ? unrelated(talk, line, next) : 0)
        - (line.has(Cue.NO_ANSWER) ? rules.noAnswer() : 0)
        - rules.eachTurn() * (line.turn() - opening.turn() - 1);
  }

  /** What shares no word with the question may answer it where it says so, or comes at once. */
  private double unrelated(Talk talk, Line line, boolean next) {
    if (line.starts(Cue.YES_NO)) {
      return 0;
    }
    return next || talk.isThread() ? rules.loose() : rules.unrelated();
  }

  /** Whether the one who asked says soon after it that it works. */
  private static boolean accepted(Line answer, List<Line> lines, Line opening) {
    return lines.stream()
        .filter(line -> line.author().equals(opening.author()))
        .filter(line -> isSoonAfter(answer, line) && mayBeTo(answer.author(), line))
        .anyMatch(Outcomes::settles);
  }

  /** Who thanks somebody by name thanks nobody else. */
  static boolean mayBeTo(PersonId person, Line said) {
    return mayBeTo(person, said.message());
  }

  static boolean mayBeTo(PersonId person, Message said) {
    var named = said.text().mentions();
    return named.isEmpty() || named.contains(person);
  }

  /** What somebody says within two turns after a line, thanks alone among it. */
  static List<Message> soonAfter(Talk talk, Line line, PersonId author) {
    var turns = talk.turns();
    int from = Math.min(line.turn() + 1, turns.size());
    int to = Math.min(line.turn() + THANKED_WITHIN_TURNS + 1, turns.size());
    return turns.subList(from, to).stream()
        .filter(turn -> turn.author().equals(author))
        .flatMap(turn -> turn.messages().stream())
        .toList();
  }

  /** Whether the one who asked thanks for a line soon after it. */
  static boolean thanked(Talk talk, Line answer, PersonId asker) {
    return soonAfter(talk, answer, asker).stream()
        .filter(said -> mayBeTo(answer.author(), said))
        .anyMatch(said -> Cues.anyHas(Cue.THANKS, said.text().searchable()));
  }

  private static boolean isSoonAfter(Line answer, Line line) {
    return line.turn() > answer.turn() && line.turn() <= answer.turn() + THANKED_WITHIN_TURNS;
  }

  /** Whether a reaction says that something is done or right. */
  static boolean isApproval(String emoji) {
    return APPROVALS.contains(emoji);
  }

  /** Whether somebody else said by a reaction that it is right. */
  static boolean approved(Message message) {
    return message.reactions().stream()
        .anyMatch(
            reaction ->
                isApproval(reaction.emoji())
                    && reaction.people().stream()
                        .anyMatch(person -> !person.equals(message.author())));
  }

  /**
   * Whether the last words of the one who asked say that it is settled. A thank-you alone does not:
   * it may be for a try.
   */
  static boolean solved(List<Line> lines, Line opening) {
    var own = lines.stream().filter(line -> line.author().equals(opening.author())).toList();
    var turns = own.stream().map(Line::turn).distinct().toList();
    int since = turns.get(Math.max(0, turns.size() - LAST_TURNS));
    boolean settled =
        own.stream()
            .filter(line -> line.turn() >= since && line.turn() > opening.turn())
            .anyMatch(Outcomes::settles);
    return settled && !asksOn(own, opening);
  }

  static boolean settles(Line line) {
    return !line.asks() && line.has(Cue.SOLVED) && !line.has(Cue.UNSOLVED);
  }

  /** Whether the last words of the one who asked still ask something, or say that it fails. */
  static boolean asksOn(List<Line> lines, Line opening) {
    var own =
        lines.stream()
            .filter(line -> line.author().equals(opening.author()) && line.turn() > opening.turn())
            .toList();
    if (own.isEmpty()) {
      return false;
    }
    int last = own.getLast().turn();
    var lastWords = own.stream().filter(line -> line.turn() == last).toList();
    int settled = -1;
    for (int i = 0; i < lastWords.size(); i++) {
      settled = settles(lastWords.get(i)) ? i : settled;
    }
    return lastWords.stream().anyMatch(Line::asks)
        || lastWords.stream()
            .skip(settled + 1)
            .anyMatch(line -> line.has(Cue.DOUBT) || line.has(Cue.UNSOLVED));
  }
}
