package ponte.guide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.directory.Directory;
import ponte.expert.Experts;
import ponte.nlp.KeyPhrase;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.Rarity;

/** Commands that have an answer for this asker: a channel where people talk, a topic they know. */
public final class Examples {

  private static final int CHANNELS = 20;
  private static final int MESSAGES = 150;
  private static final int LIVELY = 3;
  private static final int TOPICS = 8;

  /** Shorter phrases are more often abbreviations than topics. */
  private static final int LETTERS = 5;

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
    var lively = lively(asker);
    topic(lively, asker).map(Command.WhoKnows::new).ifPresent(examples::add);
    lively.stream()
        .limit(1)
        .flatMap(talk -> directory.channel(talk.getFirst().message().channel()).stream())
        .map(channel -> new Command.Digest(channel.name(), new Command.Period.LastDays(DAYS)))
        .forEach(examples::add);
    examples.add(new Command.Help());
    return examples;
  }

  /** The last talk of the channels where it took least time, of the largest channels. */
  private List<List<Filed>> lively(Asker asker) {
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
        .sorted(
            Comparator.comparingInt((List<Filed> talk) -> talk.size())
                .thenComparing(talk -> talk.getFirst().message().at())
                .reversed())
        .limit(LIVELY)
        .toList();
  }

  /** What those channels talk about and somebody knows; the phrase that tells most. */
  private Optional<String> topic(List<List<Filed>> lively, Asker asker) {
    return lively.stream()
        .flatMap(talk -> phrases(talk, asker.language()))
        .filter(topic -> topic.length() >= LETTERS && !isShouted(topic))
        .sorted(
            Comparator.comparing((String topic) -> topic.indexOf(' ') < 0)
                .thenComparing(topic -> Character.isLowerCase(topic.charAt(0))))
        .filter(topic -> !experts.on(topic, asker, 1).experts().isEmpty())
        .findFirst();
  }

  /** What is written in capitals throughout is a headline or a name of a thing, seldom a topic. */
  private static boolean isShouted(String topic) {
    return topic.equals(topic.toUpperCase(Locale.ROOT));
  }

  private Stream<String> phrases(List<Filed> talk, Language otherwise) {
    var lines = talk.stream().map(filed -> filed.message().text().searchable()).toList();
    var language = nlp.language(String.join("\n", lines)).orElse(otherwise);
    var sentences = lines.stream().flatMap(line -> nlp.sentences(line).stream()).toList();
    return nlp.keyPhrases(sentences, language, rarity(lines, language), TOPICS).stream()
        .map(KeyPhrase::text);
  }

  private Rarity rarity(List<String> lines, Language language) {
    var having = new HashMap<String, Integer>();
    for (var line : lines) {
      Set.copyOf(nlp.terms(line, language)).forEach(term -> having.merge(term, 1, Integer::sum));
    }
    return term -> Math.log((1.0 + lines.size()) / (1.0 + having.getOrDefault(term, 0)));
  }
}
