package ponte.seeding;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import ponte.conversation.Audience;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.listening.Trend;
import ponte.listening.Trending;

/** Topics that are spoken of much more than in the weeks before. */
final class RisingTopics implements Source {

  private static final Duration LATELY = Duration.ofDays(14);
  private static final int SHOWN = 3;

  /** What one message shows alone is no talk of several. */
  private static final int FEWEST_SHOWN = 2;

  /** What a few speak of they speak of already. */
  private static final int FEWEST_PEOPLE = 5;

  private final Trending trending;
  private final Directory directory;

  RisingTopics(Trending trending, Directory directory) {
    this.trending = trending;
    this.directory = directory;
  }

  @Override
  public List<Proposal> in(Scene scene) {
    return scene.openings(directory).entrySet().stream()
        .flatMap(each -> rising(scene, each.getKey(), each.getValue()))
        .toList();
  }

  private Stream<Proposal> rising(Scene scene, Audience open, Set<ChannelId> rooms) {
    return trending.over(open, TimeSpan.before(scene.now(), LATELY), scene.channels(open)).stream()
        .filter(trend -> trend.direction() == Trend.Direction.RISING)
        .filter(trend -> trend.people() >= FEWEST_PEOPLE)
        .filter(trend -> trend.channels().stream().limit(1).anyMatch(rooms::contains))
        .flatMap(trend -> proposal(trend, scene).stream());
  }

  /**
   * In the channel in which it comes up most, by what was said there: elsewhere it may mean another
   * thing.
   */
  private java.util.Optional<Proposal> proposal(Trend trend, Scene scene) {
    return trend.channels().stream()
        .findFirst()
        .flatMap(scene::part)
        // What is always spoken of there is back after a lull, and nothing new.
        .filter(
            part ->
                scene.isSpecificIn(part.channel().id(), trend.topic(), scene.now().minus(LATELY)))
        .map(
            part ->
                new Proposal(
                    part.channel(),
                    new Reason.Rising(
                        trend.topic(),
                        trend.messages().stream()
                            .filter(each -> each.channel().equals(part.channel().id()))
                            .limit(SHOWN)
                            .toList(),
                        trend.people()),
                    trend.topic(),
                    1.3 + 0.1 * Math.min(5, trend.people())))
        .filter(each -> each.reason().sources().size() >= FEWEST_SHOWN);
  }
}
