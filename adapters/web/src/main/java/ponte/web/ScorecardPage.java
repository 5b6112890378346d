package ponte.web;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ponte.community.Measure;
import ponte.community.Pulse;
import ponte.community.Scorecard;
import ponte.community.ScorecardWords;
import ponte.conversation.Channel;
import ponte.reply.Texts;

/**
 * How well people help each other, for who may see it.
 *
 * @param pulse null: too few wrote
 * @param rooms the channels that can be told of, beside each other
 * @param channel the one it is about; null: all public ones
 * @param days how many it looks back
 */
public record ScorecardPage(
    Reader reader,
    @Nullable Pulse pulse,
    List<Pulse.Room> rooms,
    @Nullable Channel channel,
    int days) {

  /** How many days can be looked back by a press. */
  public static final List<Integer> DAYS = List.of(28, 90, 365);

  private static final String ADDRESS = "/scorecard";

  /** A longer part of the time is a month. */
  private static final Duration WEEK = Duration.ofDays(8);

  public ScorecardPage {
    rooms = List.copyOf(rooms);
  }

  /** Measures that are drawn together, since they count the same thing. */
  public enum Chart {
    HELP(Measure.PEERS, Measure.WITHOUT_BOT, Measure.UNANSWERED),
    NUDGES(Measure.NUDGES),
    TIME(Measure.WAITED, Measure.WAITED_AT_WORK),
    PEOPLE(Measure.PEOPLE, Measure.ANSWERERS, Measure.NEW_VOICES),
    TIES(Measure.MUTUAL, Measure.ACROSS, Measure.CONCENTRATION);

    private final List<Measure> measures;

    Chart(Measure... measures) {
      this.measures = List.of(measures);
    }

    List<Measure> measures() {
      return measures;
    }

    /** What its title is called among the texts. */
    public String title() {
      return "scorecard.chart." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The charts of which something is known. */
  public List<Chart> charts() {
    return List.of(Chart.values()).stream().filter(chart -> !measures(chart).isEmpty()).toList();
  }

  /** The measures of a chart of which something is known. */
  public List<Measure> measures(Chart chart) {
    var told = pulse;
    return told == null
        ? List.of()
        : chart.measures().stream()
            .filter(
                measure ->
                    told.course().stream()
                        .flatMap(point -> point.card().stream())
                        .anyMatch(card -> measure.of(card) != null))
            .toList();
  }

  public ScorecardWords words() {
    return new ScorecardWords(Texts.in(reader.language()), reader.zone());
  }

  public List<Measure> measures() {
    return List.of(Measure.values());
  }

  /** What a part of the time is called below a chart. */
  public String label(Pulse.Point point) {
    var pattern = point.span().length().compareTo(WEEK) > 0 ? "MMM yy" : "d MMM";
    return DateTimeFormatter.ofPattern(pattern, reader.language().locale())
        .format(point.span().from().atZone(reader.zone()));
  }

  /** The number of a measure in a part of the time, as it is drawn; empty where there is none. */
  public String number(Measure measure, Pulse.Point point) {
    return point.card().map(measure::of).map(String::valueOf).orElse("");
  }

  /** The same in words. */
  public String value(Measure measure, Pulse.Point point) {
    return words().value(measure, point.card().map(measure::of).orElse(null));
  }

  public String value(Measure measure, Scorecard card) {
    return words().value(measure, card);
  }

  /** What shape a channel has, in a word. */
  public String shape(Scorecard card) {
    var shape = card.shape();
    return shape == null
        ? reader.say("scorecard.shape.none")
        : reader.say("scorecard.shape." + shape.kind());
  }

  /** The same of other days. */
  public String ofDays(int other) {
    return address(channel, other);
  }

  /** The same of another channel, or of all. */
  public String of(@Nullable Channel other) {
    return address(other, days);
  }

  private static String address(@Nullable Channel channel, int days) {
    var address = ADDRESS + "?days=" + days;
    return channel == null ? address : address + "&channel=" + channel.id();
  }
}
