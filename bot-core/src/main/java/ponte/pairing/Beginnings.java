package ponte.pairing;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.expert.Evidence;
import ponte.expert.Experts;
import ponte.expert.Quote;
import ponte.follow.Follow;
import ponte.follow.Follows;
import ponte.reply.Block;
import ponte.reply.Texts;

/**
 * Things that people who meet may talk about: what one asks, follows or wants to learn and another
 * said something about, each with a message that all of them may open and that lies in a public
 * channel. What somebody hides is none of it, and nobody is told who follows what.
 */
final class Beginnings {

  private static final int MOST = 2;
  private static final int QUOTED = 160;

  /** Of so many topics it is looked up whether the other one said something about them. */
  private static final int TOPICS = 8;

  private final Archive archive;
  private final Directory directory;
  private final Experts experts;
  private final Follows follows;
  private final Participations participations;

  Beginnings(
      Archive archive,
      Directory directory,
      Experts experts,
      Follows follows,
      Participations participations) {
    this.archive = archive;
    this.directory = directory;
    this.experts = experts;
    this.follows = follows;
    this.participations = participations;
  }

  /** Some at most, those that tell most first. */
  List<Block.Item> of(Round.Group group, Naming naming, Texts texts, ZoneId zone) {
    var people = naming.ids();
    var open = openTo(people);
    var items = new LinkedHashMap<MessageId, Block.Item>();
    for (var one : people) {
      for (var other : people) {
        if (!one.equals(other)) {
          known(group, one, other, naming, open, texts, zone, items);
        }
      }
    }
    said(group, naming, open, true, texts, zone, items);
    said(group, naming, open, false, texts, zone, items);
    return items.values().stream().limit(MOST).toList();
  }

  /** What all of them may open and everybody of their organisation, too. */
  private Audience openTo(List<PersonId> people) {
    var open = new HashSet<>(directory.everybody().channels());
    people.forEach(person -> open.retainAll(directory.audienceOf(person).channels()));
    return new Audience(open);
  }

  /** One thing at most that one wants to know of and the other said something about. */
  private void known(
      Round.Group group,
      PersonId one,
      PersonId other,
      Naming naming,
      Audience open,
      Texts texts,
      ZoneId zone,
      Map<MessageId, Block.Item> items) {
    if (items.size() >= MOST) {
      return;
    }
    Stream.concat(named(one), asked(group, one, open, texts))
        .limit(TOPICS)
        .flatMap(
            topic ->
                experts
                    .evidence(other, topic, open, texts.language())
                    .filter(evidence -> !items.containsKey(evidence.message()))
                    .map(evidence -> new Known(topic, evidence))
                    .stream())
        .findFirst()
        .ifPresent(
            known ->
                items.put(
                    known.evidence().message(),
                    item(
                        texts.rich("pairing.knows", known.topic(), naming.of(other)),
                        known.evidence(),
                        texts,
                        zone)));
  }

  private record Known(String topic, Evidence evidence) {}

  private Stream<String> named(PersonId person) {
    return Stream.concat(
        participations.of(person).map(Participation::learns).stream().flatMap(List::stream),
        follows.of(person).stream().map(Follow::topic));
  }

  /** What the last question of somebody was about. */
  private Stream<String> asked(Round.Group group, PersonId person, Audience open, Texts texts) {
    return group.leads().stream()
        .filter(lead -> lead.asked() && directory.accounts().areOne(lead.person(), person))
        .flatMap(lead -> message(lead, open, texts).stream())
        .flatMap(
            message -> experts.topicsIn(message.text().searchable(), texts.language()).stream());
  }

  /** What they said of late, where nothing better is to be found. */
  private void said(
      Round.Group group,
      Naming naming,
      Audience open,
      boolean asked,
      Texts texts,
      ZoneId zone,
      Map<MessageId, Block.Item> items) {
    for (var lead : group.leads()) {
      if (items.size() < MOST && lead.asked() == asked && naming.isOne(lead.person())) {
        message(lead, open, texts)
            .filter(message -> !items.containsKey(message.id()))
            .flatMap(this::evidence)
            .ifPresent(
                evidence ->
                    items.put(
                        evidence.message(),
                        item(
                            texts.rich(
                                asked ? "pairing.asked" : "pairing.said", naming.of(lead.person())),
                            evidence,
                            texts,
                            zone)));
      }
    }
  }

  private Optional<Message> message(Round.Lead lead, Audience open, Texts texts) {
    return archive
        .find(lead.message(), open)
        .map(Filed::message)
        .filter(message -> !message.text().searchable().isBlank())
        .filter(
            message ->
                experts.mayBeNamed(
                    lead.person(), message.text().searchable(), texts.language(), open));
  }

  private Optional<Evidence> evidence(Message message) {
    return directory
        .channel(message.channel())
        .map(
            channel ->
                new Evidence(message.id(), channel, message.at(), Quote.of(message, QUOTED)));
  }

  private static Block.Item item(RichText line, Evidence evidence, Texts texts, ZoneId zone) {
    var shown = evidence.shown(texts, zone);
    var lines = new ArrayList<RichText>();
    lines.add(line);
    lines.addAll(shown.lines());
    return new Block.Item(lines, shown.small());
  }

  /** How many public channels all of them are in. */
  int channels(List<PersonId> people) {
    return (int)
        directory.everybody().channels().stream()
            .map(directory::members)
            .filter(members -> people.stream().allMatch(person -> isIn(person, members)))
            .count();
  }

  private boolean isIn(PersonId person, Set<PersonId> members) {
    return directory.accounts(person).stream().anyMatch(members::contains);
  }
}
