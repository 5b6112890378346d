package ponte.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.directory.Directory;

/** What somebody could ask first: topics and channels that are really there. */
public final class Suggestions {

  private static final int CHANNELS = 12;
  private static final int MESSAGES = 200;
  private static final int TOPICS = 3;
  private static final int DIGESTS = 2;

  /** How many people must have named a topic. */
  private static final int NAMED_BY = 3;

  /** How many topics are looked at more closely, and how many conversations about each. */
  private static final int CANDIDATES = 30;

  private static final int CONVERSATIONS = 20;

  /** How many conversations about it one colleague must have answered in. */
  private static final int ANSWERED = 2;

  /** A name within a sentence: a capital letter after a word and a space. */
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{Ll}\\p{N},] )(?=\\S*\\p{Lu})[\\p{L}][\\p{L}\\p{N}]{3,}");

  private final Archive archive;
  private final Directory directory;

  public Suggestions(Archive archive, Directory directory) {
    this.archive = archive;
    this.directory = directory;
  }

  /** Questions in the reader's language, most of them about what they may see; help comes last. */
  public List<String> to(Reader reader) {
    var audience = reader.audience();
    var busy = busiest(audience);
    var questions = new ArrayList<String>();
    for (var topic : topics(busy, reader)) {
      questions.add(reader.say("chat.suggest-expert", topic));
    }
    busy.stream()
        .limit(DIGESTS)
        .forEach(
            stretch -> questions.add(reader.say("chat.suggest-digest", stretch.channel().name())));
    questions.add(reader.say("chat.suggest-help"));
    return questions;
  }

  /** The last messages of a channel. */
  private record Stretch(Channel channel, List<Filed> messages) {

    /** When the oldest of them was said: the later, the more is said in the channel. */
    Instant since() {
      return messages.size() < MESSAGES ? Instant.EPOCH : messages.getFirst().message().at();
    }
  }

  private List<Stretch> busiest(Audience audience) {
    return directory.channels(audience).stream()
        .filter(channel -> !channel.archived())
        .limit(CHANNELS)
        .map(
            channel ->
                new Stretch(
                    channel, archive.before(channel.id(), Timelines.END, MESSAGES, audience)))
        .filter(stretch -> !stretch.messages().isEmpty())
        .sorted(
            Comparator.comparing(Stretch::since)
                .thenComparing(stretch -> stretch.messages().size())
                .reversed())
        .toList();
  }

  /** Names that many used, those first for whose conversations one colleague has the answers. */
  private List<String> topics(List<Stretch> stretches, Reader reader) {
    var named = named(stretches);
    named.keySet().removeAll(namesOfPeople());
    return named.entrySet().stream()
        .filter(entry -> entry.getValue().size() >= NAMED_BY)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Set<PersonId>> e) -> e.getValue().size())
                .reversed()
                .thenComparing(Map.Entry::getKey))
        .limit(CANDIDATES)
        .map(entry -> new Topic(entry.getKey(), concentration(entry.getKey(), reader)))
        .filter(topic -> topic.concentration() > 0)
        .sorted(Comparator.comparingDouble(Topic::concentration).reversed())
        .limit(TOPICS)
        .map(Topic::name)
        .toList();
  }

  /**
   * A topic.
   *
   * @param concentration the share of its conversations that one and the same colleague answered in
   */
  private record Topic(String name, double concentration) {}

  private Map<String, Set<PersonId>> named(List<Stretch> stretches) {
    var named = new HashMap<String, Set<PersonId>>();
    for (var stretch : stretches) {
      for (var filed : stretch.messages()) {
        var message = filed.message();
        if (message.isTalk()) {
          NAME.matcher(message.text().searchable())
              .results()
              .forEach(
                  name ->
                      named
                          .computeIfAbsent(name.group(), _ -> new HashSet<>())
                          .add(message.author()));
        }
      }
    }
    return named;
  }

  private double concentration(String topic, Reader reader) {
    var conversations = archive.search(topic, reader.audience(), CONVERSATIONS);
    var answers = new HashMap<PersonId, Integer>();
    for (var conversation : conversations) {
      conversation.answers().stream()
          .map(Found.Part::person)
          .filter(person -> !reader.is(person))
          .forEach(person -> answers.merge(person, 1, Integer::sum));
    }
    var most = answers.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return most < ANSWERED ? 0 : (double) most / conversations.size();
  }

  private Set<String> namesOfPeople() {
    var names = new HashSet<String>();
    for (var person : directory.people()) {
      for (var part : person.name().split("\\s+")) {
        names.add(part);
        names.add(part.toUpperCase(Locale.ROOT));
      }
    }
    return names;
  }
}
