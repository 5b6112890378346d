package ponte.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.listening.Trend.Direction;

/** Finds what people speak of much more, or much less, than in the weeks before. */
public final class Trending {

  /** Further down a term is chance, or no thing. */
  private static final int CANDIDATES = 80;

  private static final int QUOTES = 3;

  private final Chatter chatter;
  private final Looks looks;
  private final Perennials perennials;
  private final ListeningRules rules;

  Trending(Chatter chatter, Looks looks, ListeningRules rules) {
    this.chatter = chatter;
    this.looks = looks;
    this.perennials = new Perennials(chatter);
    this.rules = rules;
  }

  /**
   * What rises and what fades in a span, held against the time before it; what rises first, then
   * the most surprising first. Empty where nothing does, or where nobody wrote two weeks before.
   *
   * @param audience for whose eyes; of other channels nothing is read
   * @param channels those to look at; none: all of the audience that are not archived
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<Trend> over(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return looks
        .remembering(
            chatter, chatter.open(audience, channels), span, rules.trends().people(), audience)
        .map(this::in)
        .orElse(List.of());
  }

  /** What rises and what fades in a look. */
  List<Trend> in(Look look) {
    var candidates =
        look.keys()
            .map(key -> new Candidate(key, look.wave(look.of(key))))
            .filter(
                each ->
                    Stream.of(Direction.values())
                        .anyMatch(direction -> goes(each.wave(), direction, look)))
            .toList();
    return Stream.of(Direction.values())
        .flatMap(direction -> trends(candidates, look, direction).stream())
        .toList();
  }

  private boolean goes(Wave wave, Direction direction, Look look) {
    return switch (direction) {
      case RISING -> wave.rises(rules.trends(), look.channels());
      case FADING -> wave.fades(rules.trends(), look.channels());
    };
  }

  private static Wave.Side high(Wave wave, Direction direction) {
    return switch (direction) {
      case RISING -> wave.now();
      case FADING -> wave.before();
    };
  }

  private record Candidate(long key, Wave wave) {}

  private List<Trend> trends(List<Candidate> moving, Look look, Direction direction) {
    var candidates =
        moving.stream()
            .filter(each -> goes(each.wave(), direction, look))
            .sorted(
                Comparator.comparingDouble((Candidate each) -> -each.wave().surprise())
                    .thenComparing(Candidate::key))
            .limit(CANDIDATES)
            .toList();
    var trends = new ArrayList<Trend>();
    var told = new Told();
    for (var candidate : candidates) {
      if (trends.size() == rules.trends().shown()) {
        break;
      }
      if (!told.has(high(candidate.wave(), direction).spoken())) {
        look.named(candidate.key(), high(candidate.wave(), direction).spoken())
            .ifPresent(
                topic -> {
                  var wave = look.wave(topic.spoken());
                  var with = look.companions(topic, high(wave, direction));
                  if (goes(wave, direction, look)
                      && (direction == Direction.FADING || isNews(topic, wave, with, look))
                      && told.add(high(wave, direction).spoken())) {
                    trends.add(trend(topic, wave, with, direction, look));
                  }
                });
      }
    }
    return trends;
  }

  /** Whether those who speak of it speak of one thing, and did not all the time before. */
  private boolean isNews(Look.Named topic, Wave wave, Companions with, Look look) {
    return with.makeOne()
        && look.waveThere(topic.spoken()).isHeldAgainstTalk()
        && !perennials.has(topic, wave, look.from());
  }

  private Trend trend(
      Look.Named topic, Wave wave, Companions with, Direction direction, Look look) {
    var high = high(wave, direction);
    return new Trend(
        topic.name(),
        look.beside(topic, with, high.spoken()),
        direction,
        wave.now().weekly(),
        wave.before().weekly(),
        (int) high.voices(),
        high.distinct(Spoken::person),
        high.distinct(Spoken::conversation),
        high.channels(),
        wave.course(look.whole().from(), look.whole().until()),
        wave.surprise(),
        look.quotes(topic, high.spoken(), QUOTES),
        high.spoken().stream().map(Spoken::id).toList());
  }
}
