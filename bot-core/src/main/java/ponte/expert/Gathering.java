package ponte.expert;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** Gathers what shows that somebody knows about a topic, from what the asker may see. */
final class Gathering {

  /** Of somebody's conversations so many are read for what to show. */
  private static final int LOOKED_AT = 6;

  private final Archive archive;
  private final Directory directory;
  private final Topic about;
  private final Audience audience;
  private final ExpertRules.Evidence rules;

  Gathering(
      Archive archive,
      Directory directory,
      Topic about,
      Audience audience,
      ExpertRules.Evidence rules) {
    this.archive = archive;
    this.directory = directory;
    this.about = about;
    this.audience = audience;
    this.rules = rules;
  }

  /**
   * What there is about somebody in the directory, by votes that are evidence; empty where it is
   * only that they were there: they never used a word of the topic, and nobody thanked them.
   */
  Optional<Expert> expert(Tally tally) {
    var votes = tally.votes();
    var answers = votes.stream().filter(Tally.Vote::answered).toList();
    var thanks = votes.stream().mapToInt(vote -> vote.part().thanks()).sum();
    var said =
        votes.stream()
            .limit(LOOKED_AT)
            .flatMap(vote -> best(vote.found(), tally.person()).stream())
            .sorted(Comparator.comparing(message -> isBeside(message)))
            .toList();
    if (thanks == 0 && said.stream().allMatch(this::isBeside)) {
      return Optional.empty();
    }
    return directory
        .person(tally.person())
        .map(
            person ->
                new Expert(
                    person,
                    tally.score(),
                    confidence(answers.size()),
                    answers.size(),
                    votes.size() - answers.size(),
                    thanks,
                    last(answers),
                    said.stream()
                        .flatMap(message -> evidence(message).stream())
                        .limit(rules.shown())
                        .toList()));
  }

  /** Whether a message has no word of the topic. */
  private boolean isBeside(Message message) {
    return about.overlap(words(message)) == 0;
  }

  private Expert.Confidence confidence(int answers) {
    if (answers >= rules.strong()) {
      return Expert.Confidence.STRONG;
    }
    return answers > 1 ? Expert.Confidence.FAIR : Expert.Confidence.SLIGHT;
  }

  private static Instant last(List<Tally.Vote> votes) {
    return votes.stream()
        .map(vote -> vote.part().last())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /** How the conversations began, those with an answer first. */
  List<Evidence> openings(List<Found> found) {
    return found.stream()
        .sorted(Comparator.comparing(Found::unanswered))
        .flatMap(each -> evidence(each, each.opener()).stream())
        .limit(rules.shown())
        .toList();
  }

  /** What a person said best in a conversation, as evidence. */
  Optional<Evidence> evidence(Found found, PersonId person) {
    return best(found, person).flatMap(this::evidence);
  }

  private Optional<Evidence> evidence(Message message) {
    return directory
        .channel(message.channel())
        .map(
            where ->
                new Evidence(message.id(), where, message.at(), Quote.of(message, rules.quote())));
  }

  /** The message with most of the topic's words, of several the longest that is no question. */
  private Optional<Message> best(Found found, PersonId person) {
    return archive.conversation(found.conversation(), audience).stream()
        .map(Filed::message)
        .filter(message -> message.isTalk() && message.author().equals(person))
        .max(
            Comparator.comparingInt((Message message) -> about.overlap(words(message)))
                .thenComparing(message -> !words(message).endsWith("?"))
                .thenComparingInt(message -> words(message).length()));
  }

  private static String words(Message message) {
    return message.text().searchable();
  }
}
