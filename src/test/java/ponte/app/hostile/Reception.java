package ponte.app.hostile;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ponte.TestClock;
import ponte.app.alike.Core;
import ponte.app.alike.Office;
import ponte.bot.Ponte;
import ponte.conversation.WorkspaceId;

/**
 * A Ponte of one small office, made anew now and then so that it does not grow, that works off
 * whatever a platform brings in.
 */
abstract class Reception implements Consumer<byte[]> {

  private static final int MANY = 300;

  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

  private final String workspace;
  private int taken;
  private @Nullable Core core;
  private TestClock clock = TestClock.at(BEGIN);

  Reception(String workspace) {
    this.workspace = workspace;
  }

  /** Opens the platform's way in to a Ponte. */
  abstract void open(Core core, Office office);

  /** What came; the status that it is answered with. */
  abstract int receive(byte[] input, Instant now);

  @Override
  public void accept(byte[] input) {
    var ponte = core;
    if (ponte == null || ++taken % MANY == 0) {
      ponte = begin();
    }
    clock.advance(Duration.ofMinutes(1));
    var status = receive(input, clock.instant());
    // 501 is what Teams is told of an invoke that nobody knows.
    if (status >= 500 && status != 501) {
      throw new AssertionError("answered with " + status);
    }
    ponte.workers(List.of()).workOff();
    for (var topic : List.of("inbox", "requests")) {
      var depth = ponte.queue().depth(topic);
      if (depth.waiting() > 0 || !ponte.queue().buried(topic, 1).isEmpty()) {
        core = null;
        throw new AssertionError(topic + " could not be worked off: " + depth);
      }
    }
  }

  private Core begin() {
    clock = TestClock.at(BEGIN);
    var office = new Office(new WorkspaceId(workspace).value(), "C1", BEGIN, Map.of());
    var ponte = Core.inMemory(Ponte.Rules.DEFAULT, clock);
    ponte.meets(office);
    office.history(office.channel(), batch -> ponte.archive().apply(batch));
    open(ponte, office);
    core = ponte;
    return ponte;
  }

  Core core() {
    return core == null ? begin() : core;
  }
}
