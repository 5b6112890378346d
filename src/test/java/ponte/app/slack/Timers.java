package ponte.app.slack;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import ponte.command.Command.Rhythm;
import ponte.consent.Preferences;
import ponte.consent.QuietHours;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.schedule.Due;
import ponte.schedule.Schedule;
import ponte.schedule.Schedules;
import ponte.store.Codec;
import ponte.store.Entry;
import ponte.store.Partition;
import ponte.store.State;
import ponte.store.StoreUnavailableException;
import ponte.store.Write;

/** Digests that are due within moments, each in a channel of its own. */
final class Timers {

  private static final WorkspaceId TEAM = new WorkspaceId("T1");

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final State state;
  private final Clock clock;
  private final PersonId owner;
  private final List<String> planned = new ArrayList<>();

  /**
   * @param owner whose they are: told at any hour where a channel has too little for a digest
   */
  Timers(State state, Clock clock, int owner) {
    this.state = state;
    this.clock = clock;
    this.owner = new PersonId(TEAM, "U" + owner);
  }

  void ownerIsToBeToldAtAnyHour() {
    untilItCanBeHad(
        () ->
            new Preferences(state.records(), new Directory(state.records()))
                .change(
                    owner,
                    preference ->
                        preference.with(
                            new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, false))));
  }

  /** We are no better off than those whose Redis we take away. */
  private static void untilItCanBeHad(Runnable work) {
    await()
        .atMost(PATIENCE)
        .ignoreException(StoreUnavailableException.class)
        .until(
            () -> {
              work.run();
              return true;
            });
  }

  /** Plans the next channel's digest, of today some minutes ago, to be made in a moment. */
  void plan(Duration in) {
    var now = clock.instant();
    var occurrence = now.minus(5, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.MINUTES);
    var channel = new ChannelId(TEAM, "C" + (planned.size() + 1));
    var schedule =
        new Schedule(
            "timer-" + planned.size(),
            channel,
            owner,
            new Rhythm(
                EnumSet.allOf(DayOfWeek.class), LocalTime.ofInstant(occurrence, ZoneOffset.UTC)),
            ZoneOffset.UTC,
            occurrence.minus(1, ChronoUnit.DAYS));
    var key = new Partition("schedules", TEAM.value()).key(channel.value());
    untilItCanBeHad(
        () -> {
          state.records().write(Write.create(key, Codec.write(schedule)));
          add(schedule, occurrence, now.plus(in));
        });
    planned.add(digest("schedule/" + schedule.id() + "/" + occurrence + "#0"));
  }

  private void add(Schedule schedule, Instant occurrence, Instant due) {
    var timer = new Due(schedule.channel(), schedule.id(), occurrence);
    state
        .queue()
        .add(
            List.of(
                new Entry(
                    Schedules.DUE, "", schedule.id() + " " + occurrence, Codec.write(timer), due)));
  }

  /** The keys by which their deliveries are known in Slack. */
  List<String> keys() {
    return List.copyOf(planned);
  }

  /** As deliveries are named in Slack's metadata. */
  private static String digest(String delivery) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(delivery.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
