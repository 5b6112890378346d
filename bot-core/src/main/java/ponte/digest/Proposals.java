package ponte.digest;

import java.time.ZoneOffset;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.digest.Digest.Proposed;
import ponte.directory.Directory;
import ponte.expert.Expert;
import ponte.expert.Experts;

/**
 * Proposes a colleague for a question that nobody answered. A digest may be posted in its channel,
 * so what was said elsewhere does not count; nor is anybody named who may not open the channel, or
 * is away.
 */
final class Proposals {

  private final Experts experts;
  private final Directory directory;

  Proposals(Experts experts, Directory directory) {
    this.experts = experts;
    this.directory = directory;
  }

  /** Who may know best; empty where nobody is known well enough, or wants to be named. */
  Optional<Proposed> to(Line question, Channel channel) {
    var words = question.plain();
    var topic = words.substring(0, Math.min(words.length(), Command.LONGEST_TOPIC));
    if (topic.isBlank()) {
      return Optional.empty();
    }
    var asker =
        new Asker(
            question.author(),
            Audience.of(channel.id()),
            question.language(),
            ZoneOffset.UTC,
            channel.id());
    return experts
        .on(
            topic,
            asker,
            person -> directory.audienceOf(person).maySee(channel.id()) && !experts.isAway(person))
        .experts()
        .stream()
        .map(Expert::person)
        .map(person -> new Proposed(person.id(), person.name()))
        .findFirst();
  }
}
