package ponte.slack.live;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which connections to Slack are open, and what hinders the others; says so when it changes. */
final class Lines {

  private static final Logger log = LoggerFactory.getLogger(Lines.class);

  private final Clock clock;
  private final Set<Line> open = new HashSet<>();
  private @Nullable Instant noneSince;
  private @Nullable Trouble trouble;

  Lines(Clock clock) {
    this.clock = clock;
  }

  /** From now on there should be some. */
  synchronized void awaited() {
    if (open.isEmpty() && noneSince == null) {
      noneSince = clock.instant();
    }
  }

  synchronized void opened(Line line) {
    if (open.add(line)) {
      noneSince = null;
      trouble = null;
      log.atInfo().addKeyValue("connections", open.size()).log("connected to slack");
    }
  }

  synchronized void lost(Line line) {
    if (open.remove(line)) {
      if (open.isEmpty()) {
        noneSince = clock.instant();
      }
      log.atInfo()
          .addKeyValue("connections", open.size())
          .log("connection to slack lost, will be opened again");
    }
  }

  /** A connection could not be opened: told once, and again where it is something else. */
  synchronized void hindered(Trouble now) {
    if (now.equals(trouble)) {
      return;
    }
    trouble = now;
    switch (now) {
      case Trouble.Refused(var error) ->
          log.atError().addKeyValue("error", error).log("slack refuses the app token");
      case Trouble.NoAnswer(var why) ->
          log.atWarn()
              .addKeyValue("why", why)
              .log("a connection to slack was not opened, will be tried again");
    }
  }

  /**
   * Something was wrong with a connection; one that is open is soon known to be lost, or goes on.
   */
  synchronized void failed(Line line, Throwable failure) {
    if (!open.contains(line)) {
      hindered(Hindrance.of(failure));
    }
  }

  synchronized Connections.State state(int wanted) {
    return new Connections.State(wanted, open.size(), noneSince, trouble);
  }
}
