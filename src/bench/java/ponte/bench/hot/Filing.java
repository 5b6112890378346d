package ponte.bench.hot;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ponte.archive.Filed;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;

/**
 * New messages in an archive, each filed under its conversation, durable and findable: by itself,
 * and a hundred at once, as they come where many wait.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Filing {

  private static final int MANY = 100;
  private static final Duration BETWEEN = Duration.ofSeconds(40);

  private List<Message> said = List.of();
  private Instant begin = Instant.EPOCH;
  private int number;

  /** What was said last in the channel where the most was said is said again from then on. */
  @Setup
  public void collect(Workspace workspace) {
    var everybody = workspace.everybody();
    var archive = workspace.ponte().archive();
    for (var channel : everybody.channels()) {
      var here =
          archive.before(channel, Instant.MAX, 400, everybody).stream()
              .map(Filed::message)
              .toList();
      if (here.size() > said.size()) {
        said = here;
      }
    }
    begin = said.getLast().at();
  }

  @Benchmark
  public void one(Workspace workspace) {
    workspace.ponte().archive().apply(List.of(next()));
  }

  @Benchmark
  @OperationsPerInvocation(MANY)
  public void amongHundred(Workspace workspace) {
    workspace.ponte().archive().apply(IntStream.range(0, MANY).mapToObj(_ -> next()).toList());
  }

  private Event.Talk next() {
    var like = said.get(number % said.size());
    var at = begin.plus(BETWEEN.multipliedBy(++number));
    var id = new MessageId(like.id().channel(), at.getEpochSecond() + ".000100");
    return new Event.Talk.Posted(
        new EventId("bench:" + number),
        new Message(
            id, like.author(), like.kind(), at, null, like.text(), List.of(), List.of(), at));
  }
}
