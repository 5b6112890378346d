package ponte.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.HdrHistogram.Histogram;
import ponte.app.Replica;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Period;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.TimeSpan;
import ponte.digest.DigestOutcome;
import ponte.digest.DigestRules;
import ponte.digest.Digests;
import ponte.follow.Follows;
import ponte.nlp.Language;

/**
 * What digests cost: of a week of 10,000 messages that nobody read before, of the same week when
 * its messages were read as they came, and of every week of every channel.
 */
final class DigestSpeed {

  private static final Duration WEEK = Duration.ofDays(7);

  private final Replica ponte;
  private final Audience audience;

  DigestSpeed(Replica ponte, Audience audience) {
    this.ponte = ponte;
    this.audience = audience;
  }

  /** A digest maker that has read nothing yet. */
  private Digests unread() {
    return new Digests(
        ponte.archive(),
        ponte.directory(),
        ponte.nlp(),
        ponte.ponte().preferences(),
        ponte.experts(),
        new Follows(ponte.records(), ponte.directory()),
        DigestRules.DEFAULT,
        Clock.systemUTC());
  }

  void measureBusyWeek(int times) {
    ponte.nlp().warmUp();
    var cold = new Cost();
    busyWeek(unread());
    cold.print("digest of 10,000 messages, nothing read before");

    var digests = unread();
    var busy = ponte.directory().channelNamed(GrownExport.BUSY, audience).orElseThrow();
    var week = ponte.archive().before(busy.id(), Instant.now(), GrownExport.BUSY_WEEK, audience);
    var reading = new Cost();
    week.stream().map(Filed::message).forEach(digests::prepare);
    reading.print("reading of its %,d messages as they come".formatted(week.size()));
    var first = new Cost();
    busyWeek(digests);
    first.print("first digest after that");
    var taken = new Histogram(3);
    for (var i = 0; i < times; i++) {
      var start = System.nanoTime();
      busyWeek(digests);
      taken.recordValue((System.nanoTime() - start) / 1_000);
    }
    ScaleBench.report("digest of 10,000 messages that were read as they came", taken);
    ScaleBench.print("heap in use %,d MB after a collection", Machine.usedHeapMegabytes());
  }

  private void busyWeek(Digests digests) {
    digests.on(new Command.Digest(GrownExport.BUSY, new Period.Usual()), asker());
  }

  /** Makes a digest of every week of every channel, one after the other. */
  void measureEveryWeek() {
    var digests = unread();
    var cost = new Cost();
    int written = 0;
    int weeks = 0;
    long messages = 0;
    long most = 0;
    for (var channel : ponte.directory().channels(audience)) {
      for (var from = start(channel); from.isBefore(Instant.now()); from = from.plus(WEEK)) {
        var first = from.atZone(ZoneOffset.UTC).toLocalDate();
        var outcome =
            digests.on(
                new Command.Digest(channel.name(), new Period.Dates(first, first.plusDays(6))),
                asker());
        weeks++;
        if (outcome instanceof DigestOutcome.Written(var digest)) {
          written++;
          messages += digest.messages();
        }
      }
      most = Math.max(most, Machine.usedHeapMegabytes());
    }
    cost.print(
        "%,d weeks of %,d channels, %,d digests of %,d messages"
            .formatted(weeks, audience.channels().size(), written, messages));
    ScaleBench.print("heap in use at most %,d MB after a collection", most);
  }

  private Instant start(Channel channel) {
    var all = new TimeSpan(Instant.EPOCH, Instant.now());
    return ponte.archive().read(channel.id(), all, 1, audience).stream()
        .map(filed -> filed.message().at())
        .findFirst()
        .orElse(Instant.now());
  }

  private Asker asker() {
    return new Asker(null, audience, Language.ENGLISH, ZoneOffset.UTC);
  }

  /** Time and processor time since it was made. */
  private static final class Cost {

    private static final OperatingSystemMXBean SYSTEM =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final long start = System.nanoTime();
    private final long processor = SYSTEM.getProcessCpuTime();

    void print(String what) {
      ScaleBench.print(
          "%s: %.2f s, %.2f CPU s",
          what, (System.nanoTime() - start) / 1e9, (SYSTEM.getProcessCpuTime() - processor) / 1e9);
    }
  }
}
