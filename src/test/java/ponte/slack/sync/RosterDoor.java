package ponte.slack.sync;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ponte.TestClock;
import ponte.app.alike.Office;
import ponte.app.alike.SlackWired;
import ponte.app.hostile.AnsweringHttp;
import ponte.bot.Inbox;
import ponte.consent.Preferences;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.platform.PlatformUnavailableException;
import ponte.slack.api.SlackApi;
import ponte.slack.api.SlackLimits;
import ponte.slack.installation.OneInstallation;
import ponte.slack.live.Doorkeeper;
import ponte.slack.live.Listening;
import ponte.slack.live.SharedChannels;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.InMemoryQueue;
import ponte.store.InMemoryRecords;
import ponte.store.Lease;

/** What Slack answers where Ponte asks who and what there is: people, channels, members. */
public final class RosterDoor implements Consumer<byte[]> {

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

  private final TestClock clock = TestClock.at(BEGIN);
  private final AnsweringHttp http = new AnsweringHttp();
  private final Office office = new Office("T123ABC456", "C1", BEGIN, Map.of());

  private long heard;

  /** How many batches were heard of all that came in. */
  public long heard() {
    return heard;
  }

  @Override
  public void accept(byte[] input) {
    http.answers(input);
    var queue = new InMemoryQueue(clock);
    var inbox = new Inbox(queue, clock);
    var reading = reading(queue, inbox);
    for (var errand : errands()) {
      clock.advance(Duration.ofHours(1));
      var entry =
          new Entry(SlackReading.TOPIC, "", errand.key(), Codec.write(errand), clock.instant());
      try {
        reading.handle(List.of(new Lease(entry, "token", 1, 1, Instant.MAX)));
      } catch (PlatformUnavailableException e) {
        // It is tried again, as what Slack does not answer is.
      }
    }
    heard += inbox.backlog();
  }

  private SlackReading reading(InMemoryQueue queue, Inbox inbox) {
    var records = new InMemoryRecords(clock);
    var directory = new Directory(records);
    var shared = new SharedChannels(records);
    var installed = new OneInstallation();
    installed.known(SlackWired.installation(office));
    return new SlackReading(
        new SlackApi(
            http, URI.create("https://slack.com/api/"), installed, SlackLimits.DEFAULT, clock),
        inbox,
        directory,
        new Preferences(records, directory),
        new Listening(directory, new Doorkeeper(directory, shared, Set.of()), installed),
        shared,
        new BackfillRules(Duration.ofDays(30), 2),
        queue,
        records,
        clock);
  }

  private List<SlackErrand> errands() {
    var workspace = office.workspace();
    var first = SlackErrand.Page.FIRST;
    return List.of(
        new SlackErrand.People(workspace, BEGIN, first),
        new SlackErrand.PublicChannels(workspace, BEGIN, first),
        new SlackErrand.OwnChannels(workspace, BEGIN, first, Set.of()),
        new SlackErrand.Members(office.channel(), BEGIN, BEGIN, first, Set.of()),
        new SlackErrand.Look(office.channel(), BEGIN),
        new SlackErrand.Peace(workspace, BEGIN, "", PeaceReading.MOST, null),
        new SlackErrand.Meet(new PersonId(workspace, "U1"), BEGIN),
        new SlackErrand.History(office.channel(), BEGIN, 0));
  }
}
