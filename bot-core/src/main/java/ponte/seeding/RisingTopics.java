package ponte.seeding;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.digest.Notices;
import ponte.directory.Directory;
import ponte.listening.Trend;
import ponte.listening.Trending;
import ponte.nlp.Nlp;

/**
 * Topics that are spoken of much more than in the weeks before, where somebody asked something of
 * them that several speak to: a word that many use is nothing to talk about.
 */
final class RisingTopics implements Source {

  private static final Duration LATELY = Duration.ofDays(14);

  /** Who speaks of it in a channel so soon after the question speaks to it. */
  private static final Duration ONE_TALK = Duration.ofHours(12);

  /** What a few speak of they speak of already. */
  private static final int FEWEST_PEOPLE = 5;

  /** Beside whoever asked. */
  private static final int FEWEST_AROUND = 2;

  private static final int SHOWN_AROUND = 2;

  private final Trending trending;
  private final Archive archive;
  private final Directory directory;
  private final Nlp nlp;
  private final Wording wording;

  RisingTopics(Trending trending, Archive archive, Directory directory, Nlp nlp, Wording wording) {
    this.trending = trending;
    this.archive = archive;
    this.directory = directory;
    this.nlp = nlp;
    this.wording = wording;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene.openings(directory).entrySet().stream()
        .flatMap(each -> rising(scene, each.getKey(), each.getValue()))
        .toList();
  }

  private Stream<Proposal> rising(Scene scene, Audience open, Set<ChannelId> rooms) {
    return trending.over(open, TimeSpan.before(scene.now(), LATELY), scene.channels(open)).stream()
        .filter(trend -> trend.direction() == Trend.Direction.RISING)
        .filter(trend -> trend.channels().stream().limit(1).anyMatch(rooms::contains))
        .flatMap(trend -> proposal(trend, open, scene).stream());
  }

  /**
   * In the channel in which it comes up most, by what was said there alone: elsewhere it may mean
   * another thing.
   */
  private Optional<Proposal> proposal(Trend trend, Audience open, Scene scene) {
    var part = trend.channels().stream().findFirst().flatMap(scene::part).orElse(null);
    // What is always spoken of there is back after a lull, and nothing new.
    if (part == null
        || !scene.isSpecificIn(part.channel().id(), trend.topic(), scene.now().minus(LATELY))) {
      return Optional.empty();
    }
    var there =
        trend.said().stream().filter(each -> each.channel().equals(part.channel().id())).toList();
    var found = archive.find(there, open);
    var said = there.stream().flatMap(each -> Stream.ofNullable(found.get(each))).toList();
    int people = people(said.stream().map(Filed::message));
    if (people < FEWEST_PEOPLE) {
      return Optional.empty();
    }
    return said.stream()
        .filter(each -> asks(each, trend.topic(), part, scene))
        .map(each -> new Circle(each, around(each, said, trend.topic(), part, scene)))
        .filter(circle -> circle.people() >= FEWEST_AROUND)
        .max(
            Comparator.comparingInt(Circle::people)
                .thenComparing(circle -> circle.question().message().at()))
        .map(
            circle ->
                new Proposal(
                    part.channel(),
                    new Reason.Rising(trend.topic(), circle.shown(), people),
                    trend.topic(),
                    wording.wanted(circle.question().message()),
                    1.3 + 0.1 * Math.min(5, people)));
  }

  /**
   * Whether a conversation opens with a question on a topic, how others do something with it: what
   * is asked in between is between those who talk.
   */
  private boolean asks(Filed filed, String topic, Scene.Part part, Scene scene) {
    var message = filed.message();
    return filed.conversation().equals(message.id())
        && message.text().mentions().isEmpty()
        && !Notices.announces(message)
        && !Notices.isOfTheMoment(message)
        && wording
            .of(message)
            .filter(Notices::wantsPractice)
            .filter(
                asked ->
                    nlp.terms(asked, part.language())
                        .containsAll(nlp.terms(topic, part.language())))
            .isPresent()
        && !scene.isAnswered(message.id());
  }

  /** A question, and what others said that has to do with it, in order. */
  private record Circle(Filed question, List<Message> around) {

    int people() {
      return (int) around.stream().map(Message::author).distinct().count();
    }

    /** The question, then what others said, in order, of each one message. */
    List<MessageId> shown() {
      var authors = new HashSet<PersonId>();
      return Stream.concat(
              Stream.of(question.message()),
              around.stream().filter(each -> authors.add(each.author())).limit(SHOWN_AROUND))
          .map(Message::id)
          .toList();
    }
  }

  /**
   * What others said of a topic in the same talk, or elsewhere with other words of the question.
   */
  private List<Message> around(
      Filed question, List<Filed> said, String topic, Scene.Part part, Scene scene) {
    var asked = terms(question.message(), part);
    asked.removeAll(nlp.terms(topic, part.language()));
    return said.stream()
        .filter(each -> !one(each.message()).equals(one(question.message())))
        .filter(
            each ->
                isOneTalk(each, question)
                    || !scene
                        .telling(part.channel().id(), asked, terms(each.message(), part))
                        .isEmpty())
        .map(Filed::message)
        .sorted(Message.IN_ORDER)
        .toList();
  }

  private static boolean isOneTalk(Filed one, Filed question) {
    var since = Duration.between(question.message().at(), one.message().at());
    return one.conversation().equals(question.conversation())
        || (!since.isNegative() && since.compareTo(ONE_TALK) <= 0);
  }

  private Set<String> terms(Message message, Scene.Part part) {
    return new HashSet<>(nlp.terms(message.text().prose(), part.language()));
  }

  private int people(Stream<Message> said) {
    return (int) said.map(this::one).distinct().count();
  }

  private PersonId one(Message message) {
    return directory.accounts(message.author()).iterator().next();
  }
}
