package ponte.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;
import ponte.nlp.Nlp;

/**
 * The archive as its contract says it, in the simplest way: channels are filed from scratch, search
 * counts words as they stand. For tests of what reads an archive.
 */
public final class InMemoryArchive implements Archive {

  private static final Nlp NLP = Nlp.shared();

  private final Conversations conversations;
  private final Map<MessageId, Kept> kept = new HashMap<>();
  private final Map<ChannelId, List<Filed>> channels = new TreeMap<>();

  /** In which something happened since they were filed: whoever reads next has them filed again. */
  private final Set<ChannelId> changed = new HashSet<>();

  /** The words of a text, and their language. */
  private final Map<String, List<Word>> read = new ConcurrentHashMap<>();

  public InMemoryArchive() {
    this(Conversations.Rules.DEFAULT);
  }

  public InMemoryArchive(Conversations.Rules rules) {
    conversations = new Conversations(rules);
  }

  @Override
  public synchronized void apply(List<? extends Talk> events) {
    for (var event : events) {
      kept.merge(event.message(), Kept.NOTHING.after(event), (old, _) -> old.after(event));
      changed.add(event.message().channel());
    }
  }

  @Override
  public Map<MessageId, Filed> find(Collection<MessageId> messages, Audience audience) {
    return visible(audience)
        .filter(filed -> messages.contains(filed.message().id()))
        .collect(Collectors.toMap(filed -> filed.message().id(), filed -> filed));
  }

  @Override
  public List<Filed> read(ChannelId channel, TimeSpan span, int limit, Audience audience) {
    requirePositive(limit);
    return visible(audience)
        .filter(filed -> filed.message().channel().equals(channel))
        .filter(filed -> span.contains(filed.message().at()))
        .limit(limit)
        .toList();
  }

  @Override
  public List<Filed> before(ChannelId channel, Instant until, int limit, Audience audience) {
    requirePositive(limit);
    var all = read(channel, new TimeSpan(Instant.MIN, until), Integer.MAX_VALUE, audience);
    return all.subList(Math.max(0, all.size() - limit), all.size());
  }

  @Override
  public Map<MessageId, List<Filed>> conversations(
      Collection<MessageId> openings, Audience audience) {
    return visible(audience)
        .filter(filed -> openings.contains(filed.conversation()))
        .collect(Collectors.groupingBy(Filed::conversation));
  }

  @Override
  public List<Found> search(Sought sought, Audience audience, int limit) {
    requirePositive(limit);
    var documents = documents(audience);
    var average = documents.values().stream().mapToInt(List::size).average().orElse(0);
    var scores = new HashMap<MessageId, Double>();
    var covered = new HashMap<MessageId, Double>();
    var whole = 0.0;
    var gist = Set.copyOf(words(sought.gist()));
    for (var word : Set.copyOf(words(sought.topic()))) {
      var standIns =
          sought.standIns().stream().filter(each -> words(each.word()).contains(word)).toList();
      var having = having(documents, word, standIns);
      var idf = Math.log(1 + (documents.size() - having + 0.5) / (having + 0.5));
      var asked = gist.contains(word) ? idf : 0;
      whole += asked;
      documents.forEach(
          (opening, words) -> {
            var length = 1.2 * (0.25 + 0.75 * words.size() / average);
            var worth = worth(words, word, standIns);
            var count = Math.max(1, words.stream().filter(it -> it.text().equals(word)).count());
            if (worth > 0) {
              scores.merge(opening, worth * idf * count / (count + length), Double::sum);
              covered.merge(opening, worth * asked, Double::sum);
            }
          });
    }
    var all = whole;
    return scores.entrySet().stream()
        .sorted(
            Map.Entry.<MessageId, Double>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(
            hit ->
                new Found(
                    hit.getKey(),
                    hit.getValue(),
                    covered.getOrDefault(hit.getKey(), 0.0) / all,
                    find(hit.getKey(), audience).filter(it -> it.message().isTalk()).isPresent(),
                    Found.Part.of(talk(hit.getKey(), audience))))
        .toList();
  }

  /** In how many documents a word is: what stands in for it is no rarer. */
  private static long having(
      Map<MessageId, List<Word>> documents, String word, List<Sought.StandIn> standIns) {
    return Math.max(
        documents.values().stream().filter(words -> worth(words, word, List.of()) > 0).count(),
        standIns.stream()
            .mapToLong(it -> documents.values().stream().filter(words -> isIn(words, it)).count())
            .max()
            .orElse(0));
  }

  private static double worth(List<Word> words, String word, List<Sought.StandIn> standIns) {
    return words.stream().anyMatch(it -> it.text().equals(word))
        ? 1
        : standIns.stream()
            .filter(standIn -> isIn(words, standIn))
            .mapToDouble(Sought.StandIn::worth)
            .max()
            .orElse(0);
  }

  private static boolean isIn(List<Word> words, Sought.StandIn standIn) {
    return words(standIn.other()).stream()
        .allMatch(
            other ->
                words.stream()
                    .anyMatch(
                        it -> it.text().equals(other) && it.language() == standIn.language()));
  }

  @Override
  public Vocabulary vocabulary(
      Collection<String> words, Collection<Shaped> shapes, Audience audience) {
    var mentions = new HashMap<String, Long>();
    words.forEach(each -> mentions.put(each, mentions(each, audience)));
    var spellings = new HashMap<Shaped, List<Spelling>>();
    shapes.forEach(
        each ->
            spellings.put(each, spellings(each.shape(), each.language(), audience, each.limit())));
    return new Vocabulary(mentions, spellings);
  }

  private long mentions(String words, Audience audience) {
    var documents = documents(audience).values();
    return words(words).stream()
        .mapToLong(word -> documents.stream().filter(it -> worth(it, word, List.of()) > 0).count())
        .min()
        .orElse(0);
  }

  private List<Spelling> spellings(Shape shape, Language language, Audience audience, int limit) {
    var conversations = new TreeMap<String, Long>();
    var fits = shape.fits();
    for (var words : documents(audience).values()) {
      words.stream()
          .filter(word -> word.language() == language)
          .map(Word::text)
          .filter(fits)
          .distinct()
          .forEach(word -> conversations.merge(word, 1L, Long::sum));
    }
    return conversations.entrySet().stream()
        .map(each -> new Spelling(each.getKey(), each.getValue()))
        .sorted(Comparator.comparingLong(Spelling::conversations).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public List<Held> latest(Audience audience, int limit) {
    requirePositive(limit);
    var talks = new HashMap<MessageId, List<Message>>();
    visible(audience)
        .filter(filed -> filed.message().isTalk())
        .forEach(
            filed ->
                talks
                    .computeIfAbsent(filed.conversation(), _ -> new ArrayList<>())
                    .add(filed.message()));
    return talks.entrySet().stream()
        .map(talk -> new Held(talk.getKey(), Found.Part.of(talk.getValue())))
        .sorted(Comparator.comparing(Held::last).reversed().thenComparing(Held::conversation))
        .limit(limit)
        .toList();
  }

  @Override
  public Extent extent(Audience audience) {
    var times = visible(audience).map(filed -> filed.message().at()).sorted().toList();
    return new Extent(
        times.size(),
        documents(audience).size(),
        times.isEmpty() ? null : times.getFirst(),
        times.isEmpty() ? null : times.getLast());
  }

  @Override
  public synchronized void forget(PersonId person, Instant at) {
    var taken = new ArrayList<Talk>();
    kept.forEach((id, what) -> taken.addAll(what.takenBack(id, person, at)));
    apply(taken);
  }

  @Override
  public synchronized void forget(WorkspaceId workspace) {
    kept.keySet().removeIf(message -> message.channel().workspace().equals(workspace));
    channels.keySet().removeIf(channel -> channel.workspace().equals(workspace));
    changed.removeIf(channel -> channel.workspace().equals(workspace));
  }

  @Override
  public synchronized List<MessageId> forget(ChannelId channel, Instant before, int limit) {
    requirePositive(limit);
    var removed =
        kept.entrySet().stream()
            .filter(each -> each.getKey().channel().equals(channel))
            .filter(each -> each.getValue().isBefore(before))
            .sorted(
                Comparator.comparing(
                    (Map.Entry<MessageId, Kept> each) ->
                        each.getValue().message().map(Message::at).orElse(Instant.MAX)))
            .map(Map.Entry::getKey)
            .limit(limit)
            .toList();
    removed.forEach(kept::remove);
    if (!removed.isEmpty()) {
      changed.add(channel);
    }
    return removed;
  }

  @Override
  public void expunge() {
    // What is removed from memory is nowhere.
  }

  @Override
  public void requireUsable() {
    // It is nowhere else.
  }

  @Override
  public void close() {}

  private synchronized Stream<Filed> visible(Audience audience) {
    fileWhatChanged();
    return channels.entrySet().stream()
        .filter(channel -> audience.maySee(channel.getKey()))
        .flatMap(channel -> channel.getValue().stream())
        .toList()
        .stream();
  }

  private void fileWhatChanged() {
    if (changed.isEmpty()) {
      return;
    }
    var messages = new HashMap<ChannelId, List<Message>>();
    for (var one : kept.values()) {
      one.message()
          .filter(message -> changed.contains(message.channel()))
          .ifPresent(
              message ->
                  messages.computeIfAbsent(message.channel(), _ -> new ArrayList<>()).add(message));
    }
    for (var channel : changed) {
      channels.put(channel, conversations.file(messages.getOrDefault(channel, List.of())));
    }
    changed.clear();
  }

  private List<Message> talk(MessageId opening, Audience audience) {
    return conversation(opening, audience).stream()
        .map(Filed::message)
        .filter(Message::isTalk)
        .toList();
  }

  /** A word as it was written, in lower case, and the language of the line it is in. */
  private record Word(String text, Language language) {}

  private Map<MessageId, List<Word>> documents(Audience audience) {
    var documents = new LinkedHashMap<MessageId, List<Word>>();
    visible(audience)
        .filter(filed -> filed.message().isTalk())
        .forEach(
            filed -> {
              var document =
                  documents.computeIfAbsent(filed.conversation(), _ -> new ArrayList<>());
              document.addAll(
                  read.computeIfAbsent(filed.message().text().searchable(), InMemoryArchive::read));
            });
    return documents;
  }

  private static List<Word> read(String text) {
    var language = NLP.language(text).orElse(Language.ENGLISH);
    return words(text).stream().map(word -> new Word(word, language)).toList();
  }

  private static List<String> words(String text) {
    return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .toList();
  }

  private static void requirePositive(int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("limit is " + limit + ", must be 1 or more");
    }
  }
}
