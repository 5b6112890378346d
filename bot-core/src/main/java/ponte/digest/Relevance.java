package ponte.digest;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
   * @param read what was said lately where they are
   * @param missed what of it they missed
   */
  Reader of(PersonId person, Set<PersonId> accounts, List<Material> read, List<Material> missed) {
    var conversations = new HashMap<MessageId, MessageId>();
    for (var material : missed) {
      for (var filed : material.filed()) {
        conversations.put(filed.message().id(), filed.conversation());
      }
    }
    var out = Absent.of(missed.stream().map(Material::out).toList());
    return new Reader(
        accounts,
        conversations,
        missed.stream()
            .flatMap(material -> material.filed().stream())
            .filter(filed -> filed.message().isTalk())
            .filter(filed -> !out.contains(filed.message().author()))
            .collect(Collectors.groupingBy(Filed::conversation)),
        out,
        follows.of(person).stream().map(Follow::topic).toList(),
        preferences.of(person).known(),
        partners(read, accounts));
  }

  /** Those who take part in the same conversations. */
  private static Set<PersonId> partners(List<Material> read, Set<PersonId> accounts) {
    var authors = new HashMap<MessageId, Set<PersonId>>();
    for (var material : read) {
      for (var filed : material.filed()) {
        if (filed.message().isTalk() && !material.out().contains(filed.message().author())) {
          authors
              .computeIfAbsent(filed.conversation(), _ -> new HashSet<>())
              .add(filed.message().author());
        }
      }
    }
    var partners = new HashSet<PersonId>();
    authors.values().stream()
        .filter(people -> !Collections.disjoint(people, accounts))
        .forEach(partners::addAll);
    partners.removeAll(accounts);
    return partners;
  }

  /** One reader and what they missed, by its conversations. */
  final class Reader {

    private final Set<PersonId> accounts;
    private final Map<MessageId, MessageId> conversations;
    private final Map<MessageId, List<Filed>> missed;
    private final Absent out;
    private final List<String> followed;
    private final List<String> known;
    private final Set<PersonId> partners;

    private Reader(
        Set<PersonId> accounts,
        Map<MessageId, MessageId> conversations,
        Map<MessageId, List<Filed>> missed,
        Absent out,
        List<String> followed,
        List<String> known,
        Set<PersonId> partners) {
      this.accounts = accounts;
      this.conversations = conversations;
      this.missed = missed;
      this.out = out;
      this.followed = followed;
      this.known = known;
      this.partners = partners;
    }

    /** Why a line matters to them, the best reason; empty where it matters as to anybody. */
    Optional<Because> because(Item item) {
      var conversation = conversations.getOrDefault(item.source(), item.source());
      var all =
          archive.conversation(conversation, Audience.of(conversation.channel())).stream()
              .map(Filed::message)
              .toList();
      var said = missed.getOrDefault(conversation, List.of()).stream().map(Filed::message).toList();
      if (said.stream().anyMatch(this::mentions)) {
        return Optional.of(new Because.MentionsYou());
      }
      if (!all.isEmpty() && accounts.contains(all.getFirst().author())) {
        return Optional.of(new Because.YouBegan());
      }
      if (all.stream().anyMatch(message -> accounts.contains(message.author()))) {
        return Optional.of(new Because.YouTookPart());
      }
      var words =
          all.stream()
              .filter(message -> !out.contains(message.author()))
              .map(message -> message.text().searchable())
              .toList();
      var text = String.join("\n", words);
      return about(followed, text)
          .<Because>map(Because.YouFollow::new)
          .or(() -> about(known, text).map(Because.YouKnow::new))
          .or(
              () ->
                  said.stream()
                      .map(Message::author)
                      .filter(partners::contains)
                      .findFirst()
                      .map(Because.Colleague::new));
    }

    private boolean mentions(Message message) {
      return !Collections.disjoint(message.text().mentions(), accounts);
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
