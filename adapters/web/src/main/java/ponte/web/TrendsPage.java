package ponte.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.RichText;
import ponte.conversation.TimeSpan;
import ponte.digest.Digest.Quote;
import ponte.listening.NewWord;
import ponte.listening.Trend;
import ponte.reply.InWords;

/**
 * What rises and fades, and which words are new.
 *
 * @param names says whom a quote mentions
 * @param channels those that the reader may choose from
 * @param channel the one they look at; null: all
 * @param days the length of the time up to now
 */
public record TrendsPage(
    Reader reader,
    InWords names,
    List<Channel> channels,
    @Nullable Channel channel,
    int days,
    TimeSpan span,
    List<Trend> trends,
    List<NewWord> words) {

  private static final List<Integer> DAYS = List.of(7, 28, 91);
  private static final int HEIGHT = 24;
  private static final int WIDTH = 8;

  /**
   * A week in a chart.
   *
   * @param left its place from the left
   * @param top where it begins, from above
   */
  public record Bar(int left, int top, int height) {}

  public TrendsPage {
    channels = List.copyOf(channels);
    trends = List.copyOf(trends);
    words = List.copyOf(words);
  }

  /** How long a time can be looked at: the usual ones, and the one that is. */
  public List<Integer> lengths() {
    return Stream.concat(DAYS.stream(), Stream.of(days)).distinct().sorted().toList();
  }

  /** The same page over so many days. */
  public String over(int other) {
    return "/trends?days=" + other + (channel == null ? "" : "&channel=" + channel.id());
  }

  public List<Trend> of(Trend.Direction direction) {
    return trends.stream().filter(trend -> trend.direction() == direction).toList();
  }

  /** The weeks of a topic as bars, the oldest first; an empty one is a line. */
  public static List<Bar> bars(Trend trend) {
    int most = Math.max(1, trend.course().stream().mapToInt(Integer::intValue).max().orElse(0));
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < trend.course().size(); i++) {
      int height = Math.max(1, trend.course().get(i) * HEIGHT / most);
      bars.add(new Bar(i * WIDTH, HEIGHT - height, height));
    }
    return bars;
  }

  /** How wide the bars of a topic are together. */
  public static int width(Trend trend) {
    return Math.max(1, trend.course().size() * WIDTH);
  }

  /** The same weeks for those who cannot see them. */
  public String said(Trend trend) {
    return reader.say(
        "trends.course",
        trend.course().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** A number of mentions a week, with one digit behind the point. */
  public String weekly(double mentions) {
    return reader.say("trends.number", Math.round(10 * mentions) / 10.0);
  }

  /** What somebody said, in words alone. */
  public String words(Quote quote) {
    RichText text = quote.text();
    return names.of(text).strip();
  }

  public String name(ChannelId id) {
    return channels.stream()
        .filter(each -> each.id().equals(id))
        .map(Channel::name)
        .findFirst()
        .orElse(id.value());
  }
}
