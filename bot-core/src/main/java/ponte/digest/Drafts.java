package ponte.digest;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.digest.Openings.Opening;
import ponte.nlp.Nlp;

/** Drafts conversations and weighs them. */
final class Drafts {

  private static final double WORDS_OF_A_TURN = 20;
  private static final double CHARACTERS_OF_A_WORD = 5.5;

  /** Of statements that begin a talk without a thread few tell what it is about. */
  private static final double FLAT_AND_NOTHING_ASKED = 1;

  /** What goes on from another talk may begin elsewhere: one that surely begins goes before it. */
  private static final double GOES_ON = 0.7;

  private final DigestRules rules;
  private final Nlp nlp;
  private final Reading reading;
  private final Topics topics;
  private final UnaryOperator<Talk> opened;
  private final Openings openings;
  private final Outcomes outcomes;
  private final Extents extents;

  /**
   * @param opened puts the message before a talk that opened it before the span
   */
  Drafts(DigestRules rules, Nlp nlp, Reading reading, Topics topics, UnaryOperator<Talk> opened) {
    this.rules = rules;
    this.nlp = nlp;
    this.reading = reading;
    this.topics = topics;
    this.opened = opened;
    var fitness = new Fitness(rules.fit());
    this.openings = new Openings(rules.opening(), fitness);
    this.outcomes = new Outcomes(rules.outcome(), fitness);
    this.extents = new Extents(reading, topics);
  }

  /** A conversation drafted; empty where no sentence of it can open it. */
  Optional<Draft> of(Talk within) {
    return of(within, null);
  }

  /** A conversation in which something was decided; that opens it where nothing else can. */
  Optional<Draft> of(Talk within, @Nullable Line decided) {
    var talk = opened.apply(within);
    var lines = reading.lines(talk);
    var central = nlp.centrality(lines.stream().map(Line::terms).toList());
    var keyTerms = topics.keyTerms(talk);
    return surest(talk, lines, openings.all(talk, lines, new HashSet<>(keyTerms), central))
        .or(() -> Optional.ofNullable(decided).map(line -> new Opening(line, false, 0, 0, 1, 0)))
        .map(
            opening -> {
              var outcome = outcomes.best(talk, lines, opening.line(), central).orElse(null);
              boolean solved = Outcomes.solved(lines, opening.line());
              double score =
                  bulk(within)
                      + opened(talk, opening)
                      - (talk.midway() && !talk.isThread() ? GOES_ON : 0)
                      + rules.rank().novelty() * topics.novelty(keyTerms)
                      + (hasLink(talk) ? rules.rank().link() : 0)
                      + rules.rank().fit() * opening.fit()
                      - (outcome == null ? rules.rank().noOutcome() : 0);
              var told = Stream.of(outcome, decided).filter(Objects::nonNull).toList();
              var extent = extents.of(talk, within, opening.line(), told);
              return new Draft(talk, within, lines, opening, outcome, solved, extent, score);
            });
  }

  /** The first that is sure to tell the talk; where none is, the first. */
  private Optional<Opening> surest(Talk talk, List<Line> lines, List<Opening> all) {
    return all.stream()
        .filter(opening -> HeadlineOdds.of(talk, lines, opening) >= rules.rank().sure())
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  private double opened(Talk talk, Opening opening) {
    if (opening.question()) {
      return rules.rank().question();
    }
    return -rules.rank().noQuestion() - (talk.isThread() ? 0 : FLAT_AND_NOTHING_ASKED);
  }

  /** What a conversation is worth by its size alone. */
  double bulk(Talk talk) {
    int characters =
        talk.messages().stream().mapToInt(message -> message.text().searchable().length()).sum();
    double words = characters / CHARACTERS_OF_A_WORD;
    return rules.rank().people() * Math.log1p(talk.people())
        + rules.rank().turns() * Math.log1p(talk.turns().size())
        + rules.rank().words() * Math.log1p(words / WORDS_OF_A_TURN)
        + rules.rank().reactions() * Math.log1p(reacting(talk));
  }

  private static long reacting(Talk talk) {
    return talk.messages().stream()
        .flatMap(
            message ->
                message.reactions().stream()
                    .flatMap(reaction -> reaction.people().stream())
                    .filter(person -> !person.equals(message.author())))
        .distinct()
        .count();
  }

  /** The most that anything but its size can add to the worth of a conversation. */
  double mostBeyondBulk() {
    return rules.rank().question() + rules.rank().novelty() + rules.rank().link();
  }

  private static boolean hasLink(Talk talk) {
    return talk.messages().stream().anyMatch(message -> !message.text().links().isEmpty());
  }
}
