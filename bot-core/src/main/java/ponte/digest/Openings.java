package ponte.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ponte.conversation.PersonId;
import ponte.nlp.QuestionSign;

/**
 * Chooses the sentence that tells best what a conversation is about, of its opener's first ones.
 */
final class Openings {

  /**
   * The sentence chosen.
   *
   * @param question whether it is a question to the room, fit to be a headline
   * @param fit how well it stands alone, 0 at best
   * @param sentences how many of its message are told
   * @param leftOut how many words its message says before the last of them that are not told
   */
  record Opening(
      Line line, boolean question, double fit, double worth, int sentences, int leftOut) {

    /** Whether its message says more before it than who greets, or leads to a matter. */
    boolean leavesOutItsBeginning() {
      return Beginning.isLeftOut(leftOut);
    }
  }

  /** The first question of a message that stands alone wins over a later one, up to this. */
  private static final double FIRST = 1.2;

  /** What stands before a question and says less than that only leads to it. */
  private static final int WORDS_OF_A_LEAD = 4;

  private final DigestRules.Opening rules;
  private final Telling telling;

  Openings(DigestRules.Opening rules, Fitness fitness) {
    this.rules = rules;
    this.telling = new Telling(fitness, rules.fitStatement());
  }

  /** The best opening; empty where no sentence is worth showing. */
  Optional<Opening> best(Talk talk, List<Line> lines, Set<String> keyTerms, double[] central) {
    return all(talk, lines, keyTerms, central).stream().findFirst();
  }

  /**
   * The best opening first, then others of the first words of the talk that could open it, the
   * earlier of equal ones first; none where no sentence is worth showing.
   *
   * <p>A question to the room opens its message, whatever else the message says: the terms that
   * tell a conversation follow from the others of the span, and a question that is the headline of
   * a week should be that of its month, too.
   *
   * @param lines those of the whole conversation
   * @param central how central each line is, 0 to 1
   */
  List<Opening> all(Talk talk, List<Line> lines, Set<String> keyTerms, double[] central) {
    var own = new ArrayList<Opening>();
    var index = new HashMap<PersonId, Integer>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      int before = Math.min(index.merge(line.author(), 1, Integer::sum) - 1, rules.turns());
      // An item of a list has its sense from the list.
      boolean listed = line.isListed() && line.sign() != QuestionSign.MARK;
      if (!listed
          && opens(talk, line)
          && !Asides.isPutAside(talk, lines, i)
          && (isAsked(lines, i) || isNews(talk, lines, i))) {
        var told = telling.of(talk, lines, i);
        int place = Math.max(0, before - (i - told.from()));
        own.add(weigh(talk, told, keyTerms, central[i], place));
      }
    }
    var best =
        asked(talk, own)
            .or(
                () ->
                    best(talk, own.stream())
                        .map(
                            said ->
                                said.question()
                                    ? said
                                    : best(talk, askedWith(said, own)).orElse(said)));
    return Stream.concat(
            best.stream(),
            own.stream()
                .filter(opening -> opening.line().turn() == 0 && isWorthIt(talk, opening))
                .sorted(Comparator.comparingDouble(opening -> -opening.worth())))
        .distinct()
        .toList();
  }

  /** The last question to the room of some lines that could be a headline, as it would be told. */
  Optional<Line> lastAsked(Talk talk, List<Line> lines, Predicate<Line> of) {
    return IntStream.range(0, lines.size())
        .map(i -> lines.size() - 1 - i)
        .filter(i -> of.test(lines.get(i)) && lines.get(i).sign() == QuestionSign.MARK)
        .filter(i -> !Asides.isPutAside(talk, lines, i) && isAsked(lines, i))
        .mapToObj(i -> weigh(talk, telling.of(talk, lines, i), Set.of(), 0, 0))
        .filter(Opening::question)
        .map(Opening::line)
        .findFirst();
  }

  /** Who found the answer alone asks nothing any more. */
  private static boolean isAsked(List<Line> lines, int index) {
    return lines.get(index).asks() && !Incomplete.isAnsweredByItsAuthor(lines, index);
  }

  /**
   * Whether a statement may open a talk: nothing but its place tells that it is news and no reply.
   * It is of the first message of the talk. In flat talk it is the first thing that this says,
   * which says more and asks nothing, while nobody talks about anything else.
   */
  private static boolean isNews(Talk talk, List<Line> lines, int index) {
    var line = lines.get(index);
    return !line.asks()
        && talk.startsWith(line.message())
        && (talk.isThread()
            || (!talk.midway()
                && !talk.amid().contains(line.message().id())
                && !line.has(Cue.UNNAMED)
                && !line.starts(Cue.OPINION)
                && !line.has(Cue.DOUBT)
                && saysMore(lines, line)
                && lines.stream()
                    .noneMatch(each -> each.isOfSameMessage(line) && asksAnything(each))
                && lines.subList(0, index).stream()
                    .allMatch(
                        before -> before.quote().words() <= WORDS_OF_A_LEAD || before.asks())));
  }

  /** "Any experts in the room?" only leads to what follows. */
  private static boolean asksAnything(Line line) {
    return line.asks() && !line.has(Cue.META);
  }

  /** A single sentence in the flow of a channel is a remark; news say more, or lead somewhere. */
  private static boolean saysMore(List<Line> lines, Line news) {
    return !news.message().text().links().isEmpty()
        || lines.stream().filter(each -> each.isOfSameMessage(news)).count() > 1;
  }

  /**
   * The headline is the opener's. Where no thread of the platform says who that is, it is whoever
   * was the first to say something that can be quoted: a talk cut out of a flat channel may begin
   * with the last words of another.
   */
  private static boolean opens(Talk talk, Line line) {
    return line.author().equals(talk.opener()) || (!talk.isThread() && line.turn() <= 1);
  }

  /** What an opener asks in the first words wins over whatever they ask later. */
  private Optional<Opening> asked(Talk talk, List<Opening> own) {
    return best(talk, own.stream().filter(each -> each.question() && each.line().turn() == 0))
        .flatMap(
            best ->
                own.stream()
                    .filter(each -> each.question() && each.line().isOfSameMessage(best.line()))
                    .filter(each -> each.line().sign() == QuestionSign.MARK)
                    .filter(each -> each.worth() >= Math.max(rules.least(), best.worth() - FIRST))
                    .findFirst()
                    .or(() -> Optional.of(best)));
  }

  private Optional<Opening> best(Talk talk, Stream<Opening> openings) {
    return openings
        .filter(opening -> isWorthIt(talk, opening))
        .reduce((earlier, later) -> later.worth() > earlier.worth() ? later : earlier);
  }

  private boolean isWorthIt(Talk talk, Opening opening) {
    return opening.worth() >= rules.least() && standsAlone(talk, opening);
  }

  /** A statement has more to stand up to: nothing but its words tells why it was said. */
  private boolean standsAlone(Talk talk, Opening opening) {
    var line = opening.line();
    return opening.question()
        || (opening.fit() > rules.fitStatement()
            && !line.asks()
            && !line.putToOne()
            && !line.quote().mentions()
            && Talk.isWritten(line.message())
            && line.author().equals(talk.opener())
            && line.turn() < rules.turns());
  }

  private static Stream<Opening> askedWith(Opening said, List<Opening> openings) {
    return openings.stream()
        .filter(Opening::question)
        .filter(asked -> asked.line().sign() == QuestionSign.MARK)
        .filter(asked -> asked.line().isOfSameMessage(said.line()));
  }

  private Opening weigh(
      Talk talk, Telling.Told told, Set<String> keyTerms, double central, int index) {
    var line = told.line();
    double fit = told.fit();
    boolean counter = line.asks() && (isCounterQuestion(talk, line) || isSaidBack(talk, line));
    boolean question =
        line.asks()
            && !line.rising()
            && fit > rules.fitQuestion()
            && !counter
            && !Incomplete.isTitle(line)
            && (talk.isThread() || !line.asksForANod())
            && (line.sign() == QuestionSign.MARK || !talk.isTakenDown())
            && (line.sign() == QuestionSign.MARK || !line.quote().mentions());
    int keys = Math.min(rules.mostKeyTerms(), line.shared(keyTerms));
    int late = Math.max(0, line.turn() + 1 - rules.turns());
    double worth =
        fit
            + (question || line.rising() ? asking(line) : 0)
            + rules.central() * central
            + rules.eachKeyTerm() * keys
            - rules.eachIndex() * index
            - (line.turn() > 0 ? rules.later() : 0)
            - (line.author().equals(talk.opener()) ? 0 : rules.other())
            - Math.min(rules.mostTurns(), rules.eachTurn() * late)
            - (counter ? rules.mark() : 0)
            - (keys == 0 ? rules.noKeyTerm() : 0);
    return new Opening(line, question, fit, worth, told.sentences(), told.leftOut());
  }

  private double asking(Line line) {
    return switch (line.sign()) {
      case MARK -> line.rising() ? rules.rising() : rules.mark();
      case CUE -> rules.cue();
      case NONE -> 0;
    };
  }

  /** Whether it goes back to somebody who spoke before it in the talk. */
  private static boolean isSaidBack(Talk talk, Line line) {
    return talk.turns().subList(0, line.turn()).stream()
        .anyMatch(turn -> line.quote().spokenTo().contains(turn.author()));
  }

  /**
   * Whether a question goes back to one person. In a thread of the platform the first word really
   * is the first, so there "do you know…" speaks to the room unless it names somebody; in flat talk
   * "how do you…" does where nothing was said before.
   */
  static boolean isCounterQuestion(Talk talk, Line line) {
    var message = line.message();
    boolean opens =
        talk.isThread()
            ? message.id().equals(talk.id())
            : talk.startsWith(message)
                && !talk.midway()
                && !talk.amid().contains(message.id())
                && line.has(Cue.TO_ROOM);
    return line.putToOne() && (!opens || line.quote().mentions());
  }
}
