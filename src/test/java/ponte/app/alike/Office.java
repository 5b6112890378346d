package ponte.app.alike;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.platform.Source;

/**
 * Colleagues, four of whom talk about Kafka in one channel, in a workspace of any platform.
 *
 * @param channel its id there
 * @param begin when the first message was written
 * @param somewhere who is in this one alone: handles and names
 */
public record Office(
    WorkspaceId workspace, ChannelId channel, Instant begin, Map<String, String> somewhere)
    implements Source {

  private static final String[][] TALK = {
    {"ada", "How do I stop Kafka consumers from rebalancing all the time?"},
    {"bruno", "Kafka rebalances whenever a consumer is slow: raise max.poll.interval.ms"},
    {"ada", "Thank you, that fixed the Kafka rebalancing"},
    {"chiara", "The Kafka cluster also needs more partitions for payments"},
    {"bruno", "Kafka partitions can be added at any time, but the keys move then"},
    {"chiara", "We decided to add twelve Kafka partitions on Monday"},
    {"dario", "Which Kafka version do we run in production?"},
    {"bruno", "We run Kafka 3.9, the upgrade to Kafka 4 needs KRaft first"},
    {"chiara", "KRaft mode works on staging, I tested the Kafka failover twice"},
    {"ada", "Great, thanks for testing the Kafka failover"},
    {"bruno", "I will write down how the Kafka upgrade goes"},
    {"chiara", "Good, the payments team reads it before the upgrade"}
  };

  public Office(String workspace, String channel, Instant begin, Map<String, String> somewhere) {
    this(
        new WorkspaceId(workspace),
        new ChannelId(new WorkspaceId(workspace), channel),
        begin,
        somewhere);
  }

  public PersonId person(String handle) {
    return new PersonId(workspace, handle);
  }

  @Override
  public Instant asOf() {
    return begin.plus(Duration.ofHours(1));
  }

  @Override
  public List<Person> people() {
    var people =
        new ArrayList<>(
            List.of(
                somebody("ada", "Ada Vance", null, Language.ENGLISH),
                somebody("bruno", "Bruno Conti", null, Language.ENGLISH),
                somebody("chiara", "Chiara Neri", null, Language.ENGLISH),
                somebody("dario", "Dario Riva", null, Language.ITALIAN),
                somebody("elena", "Elena Sala", null, Language.ITALIAN)));
    somewhere.forEach(
        (handle, name) ->
            people.add(somebody(handle, name, handle + "@acme.example", Language.ITALIAN)));
    return List.copyOf(people);
  }

  private Person somebody(String handle, String name, @Nullable String email, Language language) {
    return new Person(
        person(handle),
        name,
        handle,
        "",
        email,
        ZoneId.of("Europe/Rome"),
        language,
        Person.Standing.ACTIVE);
  }

  @Override
  public List<Channel> channels() {
    return List.of(new Channel(channel, "payments", Channel.Visibility.PUBLIC, "", "", false));
  }

  @Override
  public Optional<Set<PersonId>> members(ChannelId channel) {
    return Optional.of(people().stream().map(Person::id).collect(Collectors.toSet()));
  }

  @Override
  public long messages() {
    return TALK.length;
  }

  @Override
  public void history(ChannelId channel, Consumer<List<Event.Talk>> batch) {
    var all = new ArrayList<Event.Talk>();
    for (var i = 0; i < TALK.length; i++) {
      var message =
          new Message(
              message(i),
              person(TALK[i][0]),
              Message.Kind.TALK,
              at(i),
              i % 3 == 0 ? null : message(i - i % 3),
              RichText.plain(TALK[i][1]),
              List.of(),
              List.of(),
              at(i));
      all.add(new Event.Talk.Posted(new EventId(workspace + "/" + i), message));
    }
    batch.accept(all);
  }

  Stream<MessageId> ids() {
    return Stream.iterate(0, i -> i < TALK.length, i -> i + 1).map(this::message);
  }

  private MessageId message(int number) {
    return new MessageId(channel, at(number).getEpochSecond() + ".000100");
  }

  private Instant at(int number) {
    return begin.plus(Duration.ofMinutes(number));
  }
}
