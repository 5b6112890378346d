package ponte.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.archive.Found;
import ponte.archive.Sought;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;

/** Finds words that came into use: those of everyday language are none. */
final class NewWords {

  private static final int CANDIDATES = 60;
  private static final int QUOTES = 2;

  /** So many conversations with a word tell whether one of them is older. */
  private static final int LOOKED_AT = 60;

  private static final double ALL_OF_IT = 0.99;

  private final Archive archive;
  private final Chatter chatter;
  private final Looks looks;
  private final ListeningRules rules;

  NewWords(Archive archive, Chatter chatter, Looks looks, ListeningRules rules) {
    this.archive = archive;
    this.chatter = chatter;
    this.looks = looks;
    this.rules = rules;
  }

  /** The new words of a span, those that most people use first. */
  List<NewWord> in(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return looks
        .remembering(
            chatter, chatter.open(audience, channels), span, rules.words().people(), audience)
        .map(look -> in(look, audience, span))
        .orElse(List.of());
  }

  /** The new words of a look at a span. */
  List<NewWord> in(Look look, Audience audience, TimeSpan span) {
    record Candidate(long key, Wave wave) {}
    var words = new ArrayList<NewWord>();
    var told = new Told();
    look.keys()
        .filter(look::isNew)
        .map(key -> new Candidate(key, look.wave(look.of(key))))
        .filter(each -> isNew(each.wave()))
        .sorted(
            Comparator.comparingInt((Candidate each) -> -each.wave().now().distinct(Spoken::person))
                .thenComparing(Candidate::key))
        .limit(CANDIDATES)
        .forEach(
            each -> {
              if (words.size() < rules.words().shown() && !told.has(each.wave().now().spoken())) {
                look.named(each.key(), each.wave().now().spoken())
                    .filter(named -> look.isSpecial(named.name()))
                    .filter(named -> isNew(look.wave(named.spoken())))
                    .filter(named -> !wasUsedBefore(named.name(), audience, span))
                    .filter(named -> told.add(named.spoken()))
                    .ifPresent(named -> words.add(word(named, look)));
              }
            });
    return words;
  }

  private boolean isNew(Wave wave) {
    var now = wave.now();
    return wave.before().spoken().isEmpty()
        && now.distinct(Spoken::person) >= rules.words().people()
        && now.distinct(Spoken::conversation) >= rules.words().conversations();
  }

  /** Whether somebody whom the audience may read used it at any time before. */
  private boolean wasUsedBefore(String word, Audience audience, TimeSpan span) {
    var openings =
        archive.search(Sought.exactly(word), audience, LOOKED_AT).stream()
            .filter(found -> found.coverage() > ALL_OF_IT)
            .map(Found::conversation)
            .toList();
    return archive.find(openings, audience).values().stream()
        .map(Filed::message)
        .anyMatch(message -> message.at().isBefore(span.from()));
  }

  private static NewWord word(Look.Named named, Look look) {
    var now = look.wave(named.spoken()).now();
    return new NewWord(
        named.name(),
        now.spoken().getFirst().at(),
        now.distinct(Spoken::person),
        now.channels(),
        look.quotes(named, now.spoken(), QUOTES));
  }
}
