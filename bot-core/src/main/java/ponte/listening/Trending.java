package ponte.listening;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.listening.Trend.Direction;

/** Finds what people speak of much more, or much less, than in the weeks before. */
public final class Trending {

  /** Further down a term is chance, or no thing. */
  private static final int CANDIDATES = 80;

  private final Chatter chatter;
  private final Looks looks;
  private final Perennials perennials;
  private final Staying staying;
  private final ListeningRules.Trends rules;

  Trending(Chatter chatter, Looks looks, ListeningRules rules) {
    this.chatter = chatter;
    this.looks = looks;
    this.perennials = new Perennials(chatter);
    this.staying = new Staying(perennials, rules.trends());
    this.rules = rules.trends();
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
    return look(audience, span, channels).map(this::moving).orElse(List.of());
  }

  /**
   * What rises and what fades; where nothing rises, what most spoke of with each other comes first.
   *
   * @throws ponte.archive.ArchiveUnavailableException if the archive can't be read
   */
  public List<Trend> orElseStaying(
      Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return look(audience, span, channels).map(this::in).orElse(List.of());
  }

  private Optional<Look> look(Audience audience, TimeSpan span, Collection<ChannelId> channels) {
    return looks.remembering(
        chatter, chatter.open(audience, channels), span, rules.people(), audience);
  }

  /** The same in a look. */
  List<Trend> in(Look look) {
    var moving = moving(look);
    return moving.stream().anyMatch(trend -> trend.direction() == Direction.RISING)
        ? moving
        : Stream.concat(staying.in(look).stream(), moving.stream()).toList();
  }

  private List<Trend> moving(Look look) {
    var candidates =
        look.keys()
            .map(key -> new Candidate(key, look.wave(look.of(key))))
            .filter(
                each ->
                    goes(each.wave(), Direction.RISING, look)
                        || goes(each.wave(), Direction.FADING, look))
            .toList();
    return Stream.of(Direction.RISING, Direction.FADING)
        .flatMap(direction -> trends(candidates, look, direction).stream())
        .toList();
  }

  private record Candidate(long key, Wave wave) {}

  private boolean goes(Wave wave, Direction direction, Look look) {
    return switch (direction) {
      case RISING -> wave.rises(rules, look.channels());
      case FADING -> wave.fades(rules, look.channels());
      case STAYING -> false;
    };
  }

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
      if (trends.size() == rules.shown()) {
        break;
      }
      var said = candidate.wave().high(direction).spoken();
      if (!told.has(said)) {
        look.named(candidate.key(), said)
            .filter(topic -> isOne(topic, direction, look))
            .map(look::asOthersWriteIt)
            .filter(topic -> isOne(topic, direction, look))
            .filter(topic -> told.add(look.wave(topic.spoken()).high(direction).spoken()))
            .ifPresent(topic -> trends.add(look.trend(topic, direction)));
      }
    }
    return trends;
  }

  /** Whether a topic goes that way by its name, too; if it rises, whether that is news. */
  private boolean isOne(Look.Named topic, Direction direction, Look look) {
    var wave = look.wave(topic.spoken());
    return goes(wave, direction, look)
        && (direction == Direction.FADING || isNews(topic, wave, look));
  }

  /** Whether those who speak of it speak of one thing, and did not all the time before. */
  private boolean isNews(Look.Named topic, Wave wave, Look look) {
    return (wave.now().isMostlyTogether() || look.companions(topic, wave.now()).makeOne())
        && look.waveThere(topic.spoken()).isHeldAgainstTalk()
        && !perennials.has(topic, wave, look.from());
  }
}
