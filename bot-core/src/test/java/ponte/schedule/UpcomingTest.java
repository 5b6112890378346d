package ponte.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import ponte.archive.Chat;
import ponte.command.Command.Rhythm;
import ponte.conversation.Channel;
import ponte.digest.DigestOutcome;

class UpcomingTest {

  @Test
  void makesWhatItTellsOnceAndOnlyWhereItIsWanted() {
    var made = new AtomicInteger();
    var channel =
        new Channel(Chat.in("dev").channel(), "dev", Channel.Visibility.PUBLIC, "", "", false);
    var daily = new Rhythm(Set.of(DayOfWeek.values()), LocalTime.of(9, 0));
    var schedule =
        new Schedule("s", channel.id(), Chat.person("ada"), daily, ZoneOffset.UTC, Instant.EPOCH);
    var upcoming =
        new Upcoming(
            schedule,
            channel,
            Instant.EPOCH,
            () -> {
              made.incrementAndGet();
              return new DigestOutcome.WhoAreYou();
            });
    assertThat(made).hasValue(0);

    assertThat(upcoming.outcome()).isSameAs(upcoming.outcome());

    assertThat(made).hasValue(1);
  }
}
