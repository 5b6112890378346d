package ponte.slack.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.alike.Office;
import ponte.app.alike.SlackWired;
import ponte.app.hostile.AnsweringHttp;
import ponte.conversation.ChannelId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.history.Histories;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.api.SlackApi;
import ponte.slack.api.SlackLimits;
import ponte.slack.installation.OneInstallation;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.InMemoryRecords;

/** What Slack answers where Ponte asks what was said: pages of channels and of threads. */
public final class HistoryDoor implements Consumer<byte[]> {

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

  private final TestClock clock = TestClock.at(BEGIN);
  private final AnsweringHttp http = new AnsweringHttp();
  private final Office office = new Office("T123ABC456", "C1", BEGIN, Map.of());
  private final Histories histories = histories();

  private int heard;

  /** How much was said in all that came in. */
  public int heard() {
    return heard;
  }

  private Histories histories() {
    var records = new InMemoryRecords(clock);
    var directory = new Directory(records);
    var installed = new OneInstallation();
    installed.known(SlackWired.installation(office));
    var base = URI.create("https://slack.com/api/");
    return new SlackHistories(
        new SlackApi(http, base, installed, SlackLimits.DEFAULT, clock),
        new Listening(
            directory, new Doorkeeper(directory, new SharedChannels(records), Set.of()), installed),
        100);
  }

  @Override
  public void accept(byte[] input) {
    clock.advance(Duration.ofHours(1));
    http.answers(input);
    ChannelId channel = office.channel();
    try {
      var page = histories.page(channel, new TimeSpan(Instant.EPOCH, clock.instant()), "");
      if (page instanceof Histories.Given.Page read) {
        read.said().forEach(Objects::requireNonNull);
        heard += read.said().size();
        read.threads().stream().limit(1).forEach(thread -> histories.replies(channel, thread));
      }
      histories.replies(channel, new Histories.Replies("1772442000.000100", ""));
    } catch (PlatformUnavailableException e) {
      // It is tried again, as what Slack does not answer is.
    }
  }
}
