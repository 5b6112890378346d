package ponte.bench.hot;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.WorkspaceId;
import ponte.slack.Mrkdwn;
import ponte.teams.html.Html;
import ponte.teams.html.Mention;

/** The markup of a message of about 400 characters, read from either platform. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Reading {

  private static final WorkspaceId WORKSPACE = new WorkspaceId("T1");

  // Not final, here and in the other benchmarks: what the compiler knows for good, it works out
  // before.
  private String mrkdwn =
      """
      <@U2> the nightly build is red again :disappointed: since <#C3|infra> moved to the *new broker*:
      &gt; disk quota exceeded
      ```
      kafka-topics.sh --describe --topic payments
      ```
      I _think_ we have to raise `log.retention.bytes`, see <https://wiki.example.org/broker?a=1&amp;b=2|the wiki> and <https://example.org/run/42>.
      • who has done it before?
      • ~tomorrow~ today would be good""";

  private String html =
      """
      <p><at id="0">Ada</at> the nightly build is red again <emoji alt="&#128542;" title="sad"></emoji> since infra moved to the <strong>new broker</strong>:</p>
      <blockquote>disk quota exceeded</blockquote>
      <pre><code>kafka-topics.sh --describe --topic payments</code></pre>
      <p>I <em>think</em> we have to raise <code>log.retention.bytes</code>, see <a href="https://wiki.example.org/broker?a=1&amp;b=2">the wiki</a>.</p>
      <ul><li>who has done it before?</li><li><s>tomorrow</s> today would be good</li></ul>""";

  private final Mrkdwn slack = new Mrkdwn(WORKSPACE, id -> id);
  private final List<Mention> mentions =
      List.of(new Mention("0", "Ada", new RichText.Span.Mention(new PersonId(WORKSPACE, "U2"))));

  @Benchmark
  public RichText mrkdwnOfSlack() {
    return slack.parse(mrkdwn);
  }

  @Benchmark
  public RichText htmlOfTeams() {
    return Html.read(html, mentions, Map.of());
  }
}
