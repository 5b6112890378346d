package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Found;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/**
 * Gathers what shows that somebody knows about a topic, from what the asker may see. For one
 * question and one thread.
 */
final class Gathering {

  /** Of somebody's conversations so many are read for what to show. */
  private static final int LOOKED_AT = 6;

  /** And so many of the latest, to count what they answered. */
  private static final int LATEST = 6;

  private final Directory directory;
  private final Accounts accounts;
  private final Topic about;
  private final ExpertRules.Evidence rules;

  /** What a conversation is worth in which somebody only asked, where telling is worth 1. */
  private final double asking;

  /** Of a topic of no more words a conversation has to have more than half, and no mere stems. */
  private final int shortTopic;

  private final int words;
  private final Talks talks;
  private final Map<MessageId, Topic.Had> had = new HashMap<>();

  /** What was heard of these very tallies: they are looked at ahead, and for several ends. */
  private final Map<Tally, Heard> heard = new IdentityHashMap<>();

  Gathering(
      Archive archive, Directory directory, Topic about, Audience audience, ExpertRules rules) {
    this.directory = directory;
    this.accounts = directory.accounts();
    this.about = about;
    this.rules = rules.evidence();
    this.asking = rules.votes().opening();
    this.shortTopic = rules.votes().longTopic();
    this.words = about.words().size();
    this.talks = new Talks(archive, audience);
  }

  /** Reads together the conversations of several people that are looked at for each of them. */
  void read(List<Tally> tallies) {
    talks.read(tallies.stream().flatMap(Gathering::lookedAt).toList());
    talks.read(
        tallies.stream().filter(this::isEnough).flatMap(each -> counted(heard(each))).toList());
  }

  /** Of somebody's conversations those in which is looked for what to show. */
  private static Stream<Found> lookedAt(Tally tally) {
    return tally.votes().stream().limit(LOOKED_AT).map(Tally.Vote::found);
  }

  /** Those in which is looked whether they answered: of the weightiest, and of the latest. */
  private static Stream<Found> counted(Heard heard) {
    return heard.lately().map(Tally.Vote::found);
  }

  /**
   * Whether it is more than that somebody was there: of their conversations that were looked at
   * enough have a word of theirs on the topic. One such answer is enough of somebody who answered
   * several times.
   */
  boolean isEnough(Tally tally) {
    var heard = heard(tally);
    var telling = heard.telling();
    var answersWell =
        heard.theirs().size() >= rules.pieces() && telling.stream().anyMatch(Said::answer);
    return !heard.theirs().isEmpty() && (telling.size() >= rules.pieces() || answersWell);
  }

  /**
   * What there is about somebody in the directory, by votes that are evidence; empty where it is
   * only that they were there. Who only asks in a conversation that somebody else opened is worth
   * no more than who opened it.
   *
   * @param thankers how many colleagues said that they helped with the topic
   */
  Optional<Expert> expert(Tally tally, int thankers) {
    if (!isEnough(tally)) {
      return Optional.empty();
    }
    var heard = heard(tally);
    var votes = heard.votes();
    var said = heard.said();
    var theirs = heard.theirs();
    var own = accounts.of(tally.person());
    var answers = answers(heard, own);
    var sure =
        heard.telling().stream()
            .filter(Said::answer)
            .map(Said::vote)
            .filter(vote -> isWhole(vote.found()))
            .filter(vote -> talks.of(vote.found()).concernsOthers(own, vote.part(), about))
            .count();
    return directory
        .person(tally.person())
        .map(
            person ->
                new Expert(
                    person,
                    tally.score() * worth(said),
                    confidence((int) sure, thankers),
                    thankers > 0,
                    answers.size(),
                    theirs.size() - answers.size(),
                    (int) votes.stream().filter(vote -> !vote.answered()).count(),
                    answers.stream().mapToInt(vote -> vote.part().thanks()).sum(),
                    last(answers.isEmpty() ? theirs : answers),
                    Waits.usual(said.stream().flatMap(each -> each.waited().stream()).toList()),
                    said.stream()
                        .flatMap(each -> evidence(each.message()).stream())
                        .limit(rules.shown())
                        .toList()));
  }

  /**
   * What somebody did in those of their conversations that were looked at. Where they opened one
   * and there is no message of theirs, Ponte asked for them.
   */
  Standing.Silent silence(Tally tally) {
    var said = heard(tally).said();
    var telling = heard(tally).telling();
    var answers = (int) telling.stream().filter(Said::answer).count();
    var heard = said.stream().map(Said::vote).collect(Collectors.toSet());
    var asked =
        tally.votes().stream()
            .limit(LOOKED_AT)
            .filter(vote -> !vote.answered() && !heard.contains(vote))
            .count();
    return new Standing.Silent(
        tally.votes().size(),
        (int) asked + said.size(),
        (int) (asked + said.stream().filter(Said::onlyAsks).count()),
        telling.size() - answers,
        answers);
  }

  /**
   * What somebody said.
   *
   * @param said in their conversations that were looked at, what tells most first
   * @param telling what of it is on the topic and does not only ask
   * @param votes without those of which it is seen that they are about something else
   * @param theirs the conversations that others opened and in which it is not known that they only
   *     ask
   */
  private record Heard(
      List<Said> said, List<Said> telling, List<Tally.Vote> votes, List<Tally.Vote> theirs) {

    static Heard of(List<Tally.Vote> votes, List<Said> said) {
      var asking = said.stream().filter(Said::onlyAsks).map(Said::vote).collect(Collectors.toSet());
      return new Heard(
          said,
          said.stream().filter(Said::tells).toList(),
          votes,
          votes.stream().filter(vote -> vote.answered() && !asking.contains(vote)).toList());
    }

    /** Of theirs the weightiest, most of which are looked at anyway, and the latest. */
    Stream<Tally.Vote> lately() {
      var latest = Comparator.comparing((Tally.Vote vote) -> vote.part().last()).reversed();
      return Stream.concat(
              theirs.stream().limit(LOOKED_AT), theirs.stream().sorted(latest).limit(LATEST))
          .distinct();
    }
  }

  private Heard heard(Tally tally) {
    var known = heard.get(tally);
    if (known == null) {
      talks.read(lookedAt(tally).toList());
      var other =
          lookedAt(tally)
              .filter(found -> !isMeant(found))
              .map(Found::conversation)
              .collect(Collectors.toSet());
      known =
          Heard.of(
              tally.votes().stream()
                  .filter(vote -> !other.contains(vote.found().conversation()))
                  .toList(),
              tally.votes().stream()
                  .limit(LOOKED_AT)
                  .filter(vote -> !other.contains(vote.found().conversation()))
                  .flatMap(vote -> said(vote, tally.person()).stream())
                  .sorted(Said.MOST_TELLING)
                  .toList());
      heard.put(tally, known);
    }
    return known;
  }

  /** The votes in which somebody answered a question about the topic. */
  private Set<Tally.Vote> answers(Heard heard, Set<PersonId> own) {
    talks.read(counted(heard).toList());
    return heard
        .lately()
        .filter(vote -> isMeant(vote.found()))
        .filter(vote -> talks.of(vote.found()).isAnsweredBy(own, vote.part(), about))
        .collect(Collectors.toSet());
  }

  /**
   * Whether a conversation is about the topic, and not about something that has but a stem of it,
   * or that one word of several may mean in the other language.
   */
  private boolean isMeant(Found found) {
    if (words < 2) {
      return true;
    }
    var had = had(found);
    boolean guessed = had.itself().isEmpty() && had.otherwise().size() == 1;
    boolean mistaken = words < shortTopic && had.isMistaken() && 2 * had.meant() <= words;
    return !guessed && !mistaken;
  }

  /** Whether it has most words of a short topic: who knows about one of two may know no more. */
  private boolean isWhole(Found found) {
    return words < 2 || words >= shortTopic || 2 * had(found).meant() > words;
  }

  private Topic.Had had(Found found) {
    return had.computeIfAbsent(
        found.conversation(),
        _ -> about.had(talks.of(found).all().stream().map(Talk::text).toList()));
  }

  /** What is left of a score by what was said in the conversations that were looked at. */
  private double worth(List<Said> said) {
    var counted = said.stream().mapToDouble(each -> each.vote().weight()).sum();
    if (counted == 0) {
      return 1;
    }
    var lost =
        said.stream()
            .filter(each -> each.vote().answered() && each.onlyAsks())
            .filter(each -> !each.vote().part().onlyAsks())
            .mapToDouble(each -> each.vote().weight() * (1 - asking))
            .sum();
    return 1 - lost / counted;
  }

  private Optional<Said> said(Tally.Vote vote, PersonId person) {
    var talk = talks.of(vote.found());
    var wait =
        vote.answered()
            ? Waits.of(talk.sinceItsOpening(), accounts.of(person))
            : Optional.<Duration>empty();
    return best(talk, person)
        .map(message -> new Said(vote, message, about.overlap(Talk.text(message)), wait));
  }

  /**
   * By the answers with something on the topic in them, where it is not only theirs: being there is
   * no knowledge, and nobody makes themselves known for what nobody else speaks of. Who was thanked
   * for having helped answered once more for each who says so but the first: nobody makes somebody
   * surer alone.
   */
  private Expert.Confidence confidence(int answers, int thankers) {
    var all = answers + Math.max(0, thankers - 1);
    if (all >= rules.strong()) {
      return Expert.Confidence.STRONG;
    }
    return all > 1 ? Expert.Confidence.FAIR : Expert.Confidence.SLIGHT;
  }

  private static Instant last(Collection<Tally.Vote> votes) {
    return votes.stream()
        .map(vote -> vote.part().last())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** What was said about the topic in the best of these, those with an answer first. */
  List<Evidence> nearest(List<Found> found) {
    var answeredFirst =
        found.stream().sorted(Comparator.comparing(Found::unanswered)).limit(LOOKED_AT).toList();
    talks.read(answeredFirst);
    return answeredFirst.stream()
        .filter(this::isMeant)
        .flatMap(each -> nearest(each).stream())
        .limit(rules.shown())
        .toList();
  }

  /** By who opened it, or else by the first to say something with a word of the topic. */
  private Optional<Evidence> nearest(Found found) {
    return found.parts().stream()
        .flatMap(part -> best(talks.of(found), part.person()).stream())
        .filter(message -> about.overlap(Talk.text(message)) > 0)
        .findFirst()
        .flatMap(this::evidence);
  }

  /** What a person said best in a conversation, as evidence. */
  Optional<Evidence> evidence(Found found, PersonId person) {
    return best(talks.of(found), person).flatMap(this::evidence);
  }

  private Optional<Evidence> evidence(Message message) {
    return directory
        .channel(message.channel())
        .map(
            where ->
                new Evidence(message.id(), where, message.at(), Quote.of(message, rules.quote())));
  }

  /**
   * The message that tells most: what has words of the topic and is no question before what asks,
   * then the one with most of these words, of several the longest.
   */
  private Optional<Message> best(Talk talk, PersonId person) {
    return talk.of(accounts.of(person)).stream()
        .map(message -> new Worded(message, about.overlap(Talk.text(message))))
        .max(
            Comparator.comparing(
                    (Worded each) -> each.words() > 0 && !Talk.isQuestion(each.message()))
                .thenComparingInt(Worded::words)
                .thenComparing(each -> !Talk.isQuestion(each.message()))
                .thenComparingInt(each -> Talk.text(each.message()).length()))
        .map(Worded::message);
  }

  private record Worded(Message message, int words) {}
}
