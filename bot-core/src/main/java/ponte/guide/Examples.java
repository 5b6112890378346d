package ponte.guide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Nlp;
import ponte.nlp.Rarity;

/** Commands that have an answer for this asker: a channel where people talk, a topic they know. */
public final class Examples {

  private static final int CHANNELS = 20;
  private static final int MESSAGES = 150;
  private static final int TOPICS = 6;
  private static final int DAYS = 30;

  private final Archive archive;
  private final Directory directory;
  private final Experts experts;
  private final Nlp nlp;

  public Examples(Archive archive, Directory directory, Experts experts, Nlp nlp) {
    this.archive = archive;
    this.directory = directory;
    this.experts = experts;
    this.nlp = nlp;
  }

  /**
   * One of each kind of command, in the order in which help shows them. Where nothing was ever
   * said, only help is left.
   */
  List<Command> of(Asker asker) {
    var examples = new ArrayList<Command>();
    var liveliest = liveliest(asker);
    liveliest
        .flatMap(talk -> topic(talk, asker))
        .map(Command.WhoKnows::new)
        .ifPresent(examples::add);
    liveliest
        .flatMap(talk -> directory.channel(talk.getFirst().message().channel()))
        .map(Channel::name)
        .ifPresent(
            name -> examples.add(new Command.Digest(name, new Command.Period.LastDays(DAYS))));
    examples.add(new Command.Help());
    return examples;
  }

  /** The last talk of the channel where that took least time, of the largest channels. */
  private Optional<List<Filed>> liveliest(Asker asker) {
    return directory.channels(asker.audience()).stream()
        .filter(channel -> !channel.archived())
        .sorted(
            Comparator.comparingInt((Channel channel) -> -directory.members(channel.id()).size()))
        .limit(CHANNELS)
        .map(
            channel ->
                archive.before(channel.id(), Instant.MAX, MESSAGES, asker.audience()).stream()
                    .filter(filed -> filed.message().isTalk())
                    .toList())
        .filter(talk -> !talk.isEmpty())
        .max(
            Comparator.comparingInt((List<Filed> talk) -> talk.size())
                .thenComparing(talk -> talk.getFirst().message().at()));
  }

  /** What that channel talks about and somebody knows. */
  private Optional<String> topic(List<Filed> talk, Asker asker) {
    var texts = talk.stream().map(Filed::message).map(Message::text).toList();
    var lines = texts.stream().map(text -> text.searchable()).toList();
    return nlp
        .keyPhrases(
            lines.stream().flatMap(line -> nlp.sentences(line).stream()).toList(),
            asker.language(),
            rarity(lines, asker),
            TOPICS)
        .stream()
        .map(KeyPhrase::text)
        .filter(topic -> !experts.on(topic, asker, 1).experts().isEmpty())
        .findFirst();
  }

  private Rarity rarity(List<String> lines, Asker asker) {
    var having = new HashMap<String, Integer>();
    for (var line : lines) {
      Set.copyOf(nlp.terms(line, asker.language()))
          .forEach(term -> having.merge(term, 1, Integer::sum));
    }
    return term -> Math.log((1.0 + lines.size()) / (1.0 + having.getOrDefault(term, 0)));
  }
}
