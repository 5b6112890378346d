package ponte.community;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.TimeSpan;

/** Counts what scorecards of some channels tell, in numbers of people. */
final class Counting {

  /** Of fewer answers no shape is told. */
  private static final int ENOUGH_FOR_A_SHAPE = 20;

  private final Chronicle chronicle;
  private final List<ChannelTalk> talks;
  private final Roll roll;
  private final long[] firstWrote;

  /**
   * Who is who.
   *
   * @param present who takes part
   * @param managers who is a community manager
   */
  record Roll(boolean[] present, boolean[] managers, Working working) {}

  /** Counts the working hours of somebody between two moments. */
  interface Working {
    Duration between(int person, Instant from, Instant until);
  }

  Counting(Chronicle chronicle, List<ChannelTalk> talks, Roll roll) {
    this.chronicle = chronicle;
    this.talks = List.copyOf(talks);
    this.roll = roll;
    this.firstWrote = new long[chronicle.people().size()];
    Arrays.fill(firstWrote, Long.MAX_VALUE);
    for (var talk : talks) {
      talk.messages()
          .in(
              new TimeSpan(Instant.EPOCH, chronicle.asOf()),
              (at, writer, _) -> firstWrote[writer] = Math.min(firstWrote[writer], at));
    }
  }

  /** When the first word was said; the moment of the reading where none was. */
  Instant begins() {
    return Arrays.stream(firstWrote)
        .filter(each -> each != Long.MAX_VALUE)
        .mapToObj(Instant::ofEpochMilli)
        .min(Comparator.naturalOrder())
        .orElse(chronicle.asOf());
  }

  /** What became of the questions of a span. */
  private static final class Questions {
    private int asked;
    private int due;
    private int unanswered;
    private final List<Duration> waits = new ArrayList<>();
    private final List<Duration> workingWaits = new ArrayList<>();
  }

  /** Who answered in a span. */
  private static final class Answers {
    private final int[] of;
    private int byPeers;
    private int byOthers;

    private Answers(int people) {
      of = new int[people];
    }

    private List<Integer> counts() {
      return Arrays.stream(of).filter(each -> each > 0).boxed().toList();
    }
  }

  /**
   * What was needed so that questions were answered.
   *
   * @param weeks in which it is counted
   */
  record Needed(TimeSpan weeks, int shown) {}

  /** Empty where fewer wrote than may be told of. */
  Optional<Scorecard> in(TimeSpan span, @Nullable Needed needed) {
    var messages = messages(span);
    var people = (int) Arrays.stream(messages).filter(each -> each > 0).count();
    if (people < Networks.FEWEST) {
      return Optional.empty();
    }
    var questions = new Questions();
    var answers = new Answers(messages.length);
    var joined = 0;
    var withoutBot = 0;
    for (var talk : talks) {
      for (var conversation : talk.conversations()) {
        if (roll.present()[conversation.opener()]) {
          answer(conversation, span, answers);
          if (conversation.recent() && span.contains(conversation.at())) {
            ask(conversation, questions);
            if (conversation.withProgram() || first(conversation).isPresent()) {
              joined++;
              withoutBot += conversation.withProgram() ? 0 : 1;
            }
          }
        }
      }
    }
    var ties = new Ties(span);
    var counts = answers.counts();
    return Optional.of(
        new Scorecard(
            span,
            people,
            newVoices(messages, span),
            Arrays.stream(messages).sum(),
            questions.asked,
            new Share(answers.byPeers, answers.byPeers + answers.byOthers),
            new Share(withoutBot, joined),
            counts.size(),
            Measures.gini(counts),
            ties.mutual(),
            new Share(ties.across.size(), ties.inTeams),
            ties.newAcross(),
            questions.waits.size(),
            new Share(questions.unanswered, questions.due),
            median(questions.waits),
            median(questions.workingWaits),
            needed == null ? null : new Scorecard.Nudges(needed.shown(), asked(needed.weeks())),
            shape(counts, people, ties)));
  }

  private int asked(TimeSpan weeks) {
    return (int)
        talks.stream()
            .flatMap(talk -> talk.conversations().stream())
            .filter(each -> roll.present()[each.opener()] && each.recent() && each.asks())
            .filter(each -> weeks.contains(each.at()))
            .count();
  }

  private int[] messages(TimeSpan span) {
    var messages = new int[chronicle.people().size()];
    for (var talk : talks) {
      talk.messages()
          .in(
              span,
              (_, writer, _) -> {
                if (roll.present()[writer]) {
                  messages[writer]++;
                }
              });
    }
    return messages;
  }

  private int newVoices(int[] messages, TimeSpan span) {
    var voices = 0;
    for (int person = 0; person < messages.length; person++) {
      if (messages[person] > 0 && span.contains(Instant.ofEpochMilli(firstWrote[person]))) {
        voices++;
      }
    }
    return voices;
  }

  /** When a program wrote is not kept: it counts when the question was asked. */
  private void answer(Conversation conversation, TimeSpan span, Answers answers) {
    if (!conversation.asks()) {
      return;
    }
    for (var turn : conversation.others()) {
      if (roll.present()[turn.person()] && span.contains(turn.at())) {
        answers.of[turn.person()]++;
        if (roll.managers()[turn.person()]) {
          answers.byOthers++;
        } else {
          answers.byPeers++;
        }
      }
    }
    if (conversation.withProgram() && span.contains(conversation.at())) {
      answers.byOthers++;
    }
  }

  /** A question that only such people answered as are not counted is not due. */
  private void ask(Conversation conversation, Questions questions) {
    if (!conversation.asks()) {
      return;
    }
    questions.asked++;
    var due = conversation.at().plus(Scorecard.TIME_ENOUGH);
    var answered = first(conversation);
    if (!due.isAfter(chronicle.asOf())) {
      var inTime = answered.filter(turn -> !turn.at().isAfter(due)).isPresent();
      if (inTime || conversation.others().stream().allMatch(turn -> turn.at().isAfter(due))) {
        questions.due++;
        questions.unanswered += inTime ? 0 : 1;
      }
    }
    answered.ifPresent(
        turn -> {
          questions.waits.add(Duration.between(conversation.at(), turn.at()));
          questions.workingWaits.add(
              roll.working().between(conversation.opener(), conversation.at(), turn.at()));
        });
  }

  private Optional<Conversation.Turn> first(Conversation conversation) {
    return conversation.others().stream().filter(turn -> roll.present()[turn.person()]).findFirst();
  }

  private static @Nullable Duration median(List<Duration> waits) {
    if (waits.isEmpty()) {
      return null;
    }
    var sorted = waits.stream().sorted().toList();
    var half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : sorted.get(half - 1).plus(sorted.get(half)).dividedBy(2);
  }

  private @Nullable Shape shape(List<Integer> answers, int people, Ties ties) {
    double sum = answers.stream().mapToInt(each -> each).sum();
    double squares = answers.stream().mapToDouble(each -> (double) each * each).sum();
    return sum < ENOUGH_FOR_A_SHAPE ? null : Shape.of(sum * sum / squares, people, ties.apart());
  }

  /** Who turned to whom, within teams and across. */
  private final class Ties {

    private final TimeSpan span;
    private final Set<Long> links;
    private final Set<Long> across = new HashSet<>();
    private int inTeams;

    private Ties(TimeSpan span) {
      this.span = span;
      this.links = links(span);
      for (var tie : ties(links)) {
        if (chronicle.teams().areInTeams(from(tie), to(tie))) {
          inTeams++;
          if (chronicle.teams().areApart(from(tie), to(tie))) {
            across.add(tie);
          }
        }
      }
    }

    private Set<Long> links(TimeSpan when) {
      var found = new HashSet<Long>();
      for (var talk : talks) {
        talk.links(
            when,
            (_, from, to) -> {
              if (roll.present()[from] && roll.present()[to]) {
                found.add(pair(from, to));
              }
            });
      }
      return found;
    }

    private Share mutual() {
      var returned = links.stream().filter(each -> links.contains(pair(to(each), from(each))));
      return new Share((int) returned.count(), links.size());
    }

    private int newAcross() {
      var before = ties(links(TimeSpan.before(span.from(), span.length())));
      return (int) across.stream().filter(tie -> !before.contains(tie)).count();
    }

    /** Each pair of two once, whichever way. */
    private Set<Long> ties(Set<Long> of) {
      var ties = new HashSet<Long>();
      of.forEach(
          each -> ties.add(pair(Math.min(from(each), to(each)), Math.max(from(each), to(each)))));
      return ties;
    }

    /** Newman's coefficient of assortative mixing, of ties by teams. */
    private double apart() {
      var ends = new HashMap<Integer, Double>();
      double within = 0;
      for (var tie : ties(links)) {
        if (chronicle.teams().areInTeams(from(tie), to(tie))) {
          ends.merge(chronicle.teams().of(from(tie)), 1.0, Double::sum);
          ends.merge(chronicle.teams().of(to(tie)), 1.0, Double::sum);
          within += across.contains(tie) ? 0 : 1;
        }
      }
      double all = 2.0 * inTeams;
      double chance = ends.values().stream().mapToDouble(each -> each / all * each / all).sum();
      return ends.size() < 2 ? Double.NaN : (within / inTeams - chance) / (1 - chance);
    }

    private static long pair(int from, int to) {
      return (long) from << Integer.SIZE | to;
    }

    private static int from(long pair) {
      return (int) (pair >> Integer.SIZE);
    }

    private static int to(long pair) {
      return (int) pair;
    }
  }
}
