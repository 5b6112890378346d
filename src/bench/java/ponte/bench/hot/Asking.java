package ponte.bench.hot;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ponte.bench.AskedTopics;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.nlp.Language;

/** The whole answer to "who knows about …?", with reasons and links, by what people asked. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Asking {

  private static final int TOPICS = 200;

  private List<String> topics = List.of();
  private Asker asker;
  private int next;

  @Setup
  public void collect(Workspace workspace) {
    var everybody = workspace.everybody();
    topics = AskedTopics.in(workspace.ponte(), everybody, TOPICS);
    asker = new Asker(null, everybody, Language.ENGLISH, ZoneOffset.UTC);
  }

  @Benchmark
  public Object whoKnows(Workspace workspace) {
    var topic = topics.get(next++ % topics.size());
    return workspace.ponte().bot().reply(asker, new Command.WhoKnows(topic), "bench");
  }
}
