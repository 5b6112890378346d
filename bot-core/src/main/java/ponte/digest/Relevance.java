package ponte.digest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.consent.Absent;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.digest.Digest.Item;
import ponte.digest.DigestOutcome.Because;
import ponte.digest.Materials.Material;
import ponte.follow.Follow;
import ponte.follow.Follows;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/** Tells why a line matters to one reader. */
final class Relevance {

  private final Archive archive;
  private final Follows follows;
  private final Preferences preferences;
  private final Nlp nlp;

  Relevance(Archive archive, Follows follows, Preferences preferences, Nlp nlp) {
    this.archive = archive;
    this.follows = follows;
    this.preferences = preferences;
    this.nlp = nlp;
  }

  /** How much a reason lifts a line: more than any conversation of others is large. */
  static double worth(Because because) {
    return switch (because) {
      case Because.MentionsYou() -> 50;
      case Because.YouBegan() -> 40;
      case Because.YouTookPart() -> 30;
      case Because.YouFollow _ -> 20;
      case Because.YouKnow _ -> 10;
      case Because.Colleague _ -> 5;
    };
  }

  /**
   * For a reader.
   *
   * @param partners those who take part in the same conversations
   */
  Reader of(PersonId person, Set<PersonId> accounts, Set<PersonId> partners) {
    return new Reader(
        Set.copyOf(accounts),
        follows.of(person).stream().map(Follow::topic).toList(),
        preferences.of(person).known(),
        Set.copyOf(partners));
  }

  /** One reader. */
  final class Reader {

    private final Set<PersonId> accounts;
    private final List<String> followed;
    private final List<String> known;
    private final Set<PersonId> partners;

    private Reader(
        Set<PersonId> accounts, List<String> followed, List<String> known, Set<PersonId> partners) {
      this.accounts = accounts;
      this.followed = followed;
      this.known = known;
      this.partners = partners;
    }

    /**
     * The reader with what they missed in one channel.
     *
     * @param lines what is told of it
     */
    There in(Material missed, Collection<Item> lines) {
      return new There(this, missed, lines);
    }
  }

  /** One reader and what they missed in one channel, by its conversations. */
  final class There {

    private final Reader reader;
    private final Absent out;
    private final Map<MessageId, MessageId> conversations = new HashMap<>();
    private final Map<MessageId, List<Message>> missed = new HashMap<>();
    private final Map<MessageId, List<Filed>> whole;

    private There(Reader reader, Material material, Collection<Item> lines) {
      this.reader = reader;
      this.out = material.out();
      for (var filed : material.filed()) {
        var message = filed.message();
        conversations.put(message.id(), filed.conversation());
        if (message.isTalk() && !out.contains(message.author())) {
          missed.computeIfAbsent(filed.conversation(), _ -> new ArrayList<>()).add(message);
        }
      }
      this.whole =
          archive.conversations(
              lines.stream().map(this::conversation).toList(),
              Audience.of(material.channel().id()));
    }

    private MessageId conversation(Item line) {
      return conversations.getOrDefault(line.source(), line.source());
    }

    /** Why a line matters to them, the best reason; empty where it matters as to anybody. */
    Optional<Because> because(Item line) {
      var conversation = conversation(line);
      var all = whole.getOrDefault(conversation, List.of()).stream().map(Filed::message).toList();
      var said = missed.getOrDefault(conversation, List.of());
      if (said.stream().anyMatch(this::mentions)) {
        return Optional.of(new Because.MentionsYou());
      }
      if (!all.isEmpty() && reader.accounts.contains(all.getFirst().author())) {
        return Optional.of(new Because.YouBegan());
      }
      if (all.stream().anyMatch(message -> reader.accounts.contains(message.author()))) {
        return Optional.of(new Because.YouTookPart());
      }
      var words =
          all.stream()
              .filter(message -> !out.contains(message.author()))
              .map(message -> message.text().searchable())
              .toList();
      var text = String.join("\n", words);
      return about(reader.followed, text)
          .<Because>map(Because.YouFollow::new)
          .or(() -> about(reader.known, text).map(Because.YouKnow::new))
          .or(
              () ->
                  said.stream()
                      .map(Message::author)
                      .filter(reader.partners::contains)
                      .findFirst()
                      .map(Because.Colleague::new));
    }

    private boolean mentions(Message message) {
      return !Collections.disjoint(message.text().mentions(), reader.accounts);
    }

    /** The first of these topics all of whose words are in a text, in either language. */
    private Optional<String> about(List<String> topics, String text) {
      return topics.isEmpty()
          ? Optional.empty()
          : topics.stream().filter(topic -> isAbout(topic, text)).findFirst();
    }

    private boolean isAbout(String topic, String text) {
      for (var language : Language.values()) {
        var wanted = nlp.terms(topic, language);
        if (!wanted.isEmpty() && Set.copyOf(nlp.terms(text, language)).containsAll(wanted)) {
          return true;
        }
      }
      return false;
    }
  }
}
