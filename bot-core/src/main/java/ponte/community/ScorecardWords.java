package ponte.community;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import ponte.reply.Texts;

/** What a scorecard says, in words of one language: in chat and on pages the same. */
public final class ScorecardWords {

  private static final double HOURS_TO_DAYS = 48;

  private final Texts texts;
  private final ZoneId zone;

  public ScorecardWords(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  /** Of what it is. */
  public String title(Pulse pulse) {
    var channel = pulse.channel();
    return channel == null
        ? texts.say("pulse.title.all")
        : texts.say("pulse.title", channel.name());
  }

  /** From when to when. */
  public String span(Pulse pulse) {
    var span = pulse.now().span();
    return texts.say(
        "pulse.span", texts.day(span.from(), zone), texts.day(span.until().minusNanos(1), zone));
  }

  /** Whether Ponte and the community manager are becoming needless. */
  public String verdict(Pulse pulse) {
    var before = pulse.before();
    return texts.say(
        "pulse.verdict." + pulse.verdict(),
        pulse.now().byPeers().value(),
        pulse.now().byPeers().isTold() ? pulse.now().byPeers().whole() : 0,
        before == null ? 0 : before.byPeers().value());
  }

  /** What shape the community has, and what would move it; empty where it has too few answers. */
  public String shape(Scorecard card) {
    var shape = card.shape();
    if (shape == null) {
      return "";
    }
    var kind =
        shape.kind() == Shape.Kind.DISTRIBUTED && !shape.knowsTeams()
            ? "pulse.shape.SPREAD"
            : "pulse.shape." + shape.kind();
    return texts.say(
        kind,
        shape.helpers() < Networks.FEWEST ? 0 : Math.round(shape.helpers()),
        shape.people(),
        shape.knowsTeams() ? shape.apart() : 0);
  }

  public String label(Measure measure) {
    return texts.say("pulse." + measure);
  }

  /** How it is counted. */
  public String meaning(Measure measure) {
    return texts.say("pulse." + measure + ".means");
  }

  /** The number in words; that there is none, where it is not known or of too few. */
  public String value(Measure measure, Scorecard card) {
    var share = measure.share(card);
    return share == null
        ? value(measure, measure.of(card))
        : texts.say("pulse.share.of", share.value(), share.whole());
  }

  /** How many questions were asked; that they are too few, where they are. */
  public String questions(Scorecard card) {
    return card.questions() < Networks.FEWEST
        ? texts.say("pulse.unknown")
        : texts.say("pulse.count", card.questions());
  }

  /** A number of a measure in words. */
  public String value(Measure measure, @Nullable Double number) {
    if (number == null) {
      return texts.say("pulse.unknown");
    }
    return switch (measure.unit()) {
      case SHARE -> texts.say("pulse.share", number);
      case COUNT -> texts.say("pulse.count", number);
      case RATE -> texts.say("pulse.rate", number);
      case COEFFICIENT -> texts.say("pulse.coefficient", number);
      case HOURS -> time(number);
    };
  }

  private String time(double hours) {
    if (hours < 1) {
      return texts.say("pulse.minutes", Math.round(hours * 60));
    }
    return hours < HOURS_TO_DAYS
        ? texts.say("pulse.hours", hours)
        : texts.say("pulse.days", hours / 24);
  }

  /** What it was before, and whether it changed beyond chance; empty where it is not known. */
  public String before(Measure measure, Pulse pulse) {
    var before = pulse.before();
    if (before == null || measure.of(before) == null) {
      return "";
    }
    return texts.say(
        "pulse.before", value(measure, measure.of(before)), turn(measure, pulse).ordinal());
  }

  /** Which way a measure went beyond chance; one that is no share nor a rate of nudges: none. */
  public static Share.Turn turn(Measure measure, Pulse pulse) {
    var before = pulse.before();
    if (before == null) {
      return Share.Turn.SAME;
    }
    if (measure == Measure.NUDGES) {
      return Verdict.nudges(pulse.now(), before);
    }
    var share = measure.share(pulse.now());
    var old = measure.share(before);
    return share == null || old == null ? Share.Turn.SAME : share.since(old);
  }
}
