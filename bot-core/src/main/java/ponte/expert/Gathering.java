package ponte.expert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
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

  /** Words on the topic first, statements before questions, answers before openings. */
  private static final Comparator<Said> MOST_TELLING =
      Comparator.comparing((Said said) -> said.words() == 0)
          .thenComparing(Said::asks)
          .thenComparing(said -> !said.vote().answered());

  private final Archive archive;
  private final Directory directory;
  private final Accounts accounts;
  private final Topic about;
  private final Audience audience;
  private final ExpertRules.Evidence rules;

  /** What a conversation is worth in which somebody only asked, where telling is worth 1. */
  private final double asking;

  /** What was said in conversations that were read: several people took part in each. */
  private final Map<MessageId, Talk> talks = new HashMap<>();

  Gathering(
      Archive archive, Directory directory, Topic about, Audience audience, ExpertRules rules) {
    this.archive = archive;
    this.directory = directory;
    this.accounts = directory.accounts();
    this.about = about;
    this.audience = audience;
    this.rules = rules.evidence();
    this.asking = rules.votes().opening();
  }

  /**
   * What there is about somebody in the directory, by votes that are evidence; empty where it is
   * only that they were there: of their conversations that were looked at too few have a word of
   * theirs on the topic. One such answer is enough of somebody who answered several times. Who only
   * asks in a conversation that somebody else opened is worth no more than who opened it.
   *
   * @param thankers how many colleagues said that they helped with the topic
   */
  Optional<Expert> expert(Tally tally, int thankers) {
    var votes = tally.votes();
    var said = said(tally);
    var asking = said.stream().filter(Said::onlyAsks).map(Said::vote).collect(Collectors.toSet());
    var theirs = votes.stream().filter(vote -> vote.answered() && !asking.contains(vote)).toList();
    var telling = said.stream().filter(Said::tells).toList();
    var answersWell = theirs.size() >= rules.pieces() && telling.stream().anyMatch(Said::answer);
    if (theirs.isEmpty() || telling.size() < rules.pieces() && !answersWell) {
      return Optional.empty();
    }
    var answers = answers(tally.person(), theirs);
    var own = accounts.of(tally.person());
    var sure =
        telling.stream()
            .filter(Said::answer)
            .map(Said::vote)
            .filter(vote -> talk(vote.found()).concernsOthers(own, vote.part(), about))
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
   * In how many of their conversations that were looked at somebody says something on the topic
   * that does not only ask.
   */
  int telling(Tally tally) {
    return (int) said(tally).stream().filter(Said::tells).count();
  }

  private List<Said> said(Tally tally) {
    return tally.votes().stream()
        .limit(LOOKED_AT)
        .flatMap(vote -> said(vote, tally.person()).stream())
        .sorted(MOST_TELLING)
        .toList();
  }

  /**
   * The votes in which somebody answered a question about the topic: of the weightiest, which are
   * read anyway, and of the latest.
   */
  private Set<Tally.Vote> answers(PersonId person, List<Tally.Vote> theirs) {
    var own = accounts.of(person);
    var latest = Comparator.comparing((Tally.Vote vote) -> vote.part().last()).reversed();
    return Stream.concat(
            theirs.stream().limit(LOOKED_AT), theirs.stream().sorted(latest).limit(LATEST))
        .distinct()
        .filter(vote -> talk(vote.found()).isAnsweredBy(own, vote.part(), about))
        .collect(Collectors.toSet());
  }

  /**
   * A message that may show something.
   *
   * @param vote the conversation in which it was said
   * @param words how many of the topic's words are in it
   * @param waited how long the one who opened the conversation had waited for its author; empty
   *     where they are one
   */
  private record Said(Tally.Vote vote, Message message, int words, Optional<Duration> waited) {

    boolean asks() {
      return Talk.isQuestion(message);
    }

    /** Whether all they said on the topic there is a question. */
    boolean onlyAsks() {
      return words > 0 && asks();
    }

    boolean answer() {
      return vote.answered() && !onlyAsks();
    }

    /** Whether it is more than being there, or asking oneself. */
    boolean tells() {
      return words > 0 && !asks();
    }
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
    var talk = talk(vote.found());
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

  /** How the conversations began, those with an answer first. */
  List<Evidence> openings(List<Found> found) {
    return found.stream()
        .sorted(Comparator.comparing(Found::unanswered))
        .flatMap(each -> evidence(each, each.parts().getFirst().person()).stream())
        .limit(rules.shown())
        .toList();
  }

  /** What a person said best in a conversation, as evidence. */
  Optional<Evidence> evidence(Found found, PersonId person) {
    return best(talk(found), person).flatMap(this::evidence);
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

  private Talk talk(Found found) {
    return talks.computeIfAbsent(
        found.conversation(),
        conversation -> Talk.of(found, archive.conversation(conversation, audience)));
  }
}
