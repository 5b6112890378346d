package ponte.bench;

import static ponte.bench.ScaleBench.print;
import static ponte.bench.ScaleBench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import ponte.app.Replica;
import ponte.bench.OpenSearchVotes.Voters;
import ponte.conversation.Audience;

/** The same questions to Ponte and to OpenSearch, by turns, so that both meet the same machine. */
final class ScaleRival {

  private final Path peer;
  private final String heap;
  private final Path data;

  ScaleRival(Path peer, String heap, Path data) {
    this.peer = peer;
    this.heap = heap;
    this.data = data;
  }

  /**
   * Gives OpenSearch all that people wrote, asks each question of both, twice, and prints what the
   * second time took.
   *
   * @param everything whose messages OpenSearch is given
   * @param audience who asks
   */
  void compare(Replica ponte, Audience everything, Audience audience, List<String> topics)
      throws IOException {
    Files.createDirectories(data);
    try (var server = OpenSearchServer.start(peer, heap, data)) {
      var votes = new OpenSearchVotes(server);
      var start = System.nanoTime();
      var messages = votes.index(ponte.archive(), everything);
      print(
          "OpenSearch %s, heap %s: %,d messages of people in %.1f s; index %,d MB",
          server.get("/").at("/version/number").asString(),
          heap,
          messages,
          (System.nanoTime() - start) / 1e9,
          votes.megabytes());
      var own = new Contender(topic -> ScaleBench.ask(ponte, audience, topic));
      var all = new Contender(topic -> ask(votes, topic, audience, Voters.ALL));
      var best = new Contender(topic -> ask(votes, topic, audience, Voters.BEST));
      var contenders = List.of(own, all, best);
      byTurns(topics, contenders);
      contenders.forEach(contender -> contender.times.reset());
      byTurns(topics, contenders);
      print(
          "by turns, %,d of %,d channels:",
          audience.channels().size(), everything.channels().size());
      report("  Ponte, who-knows", own.times);
      report("  OpenSearch, all that is found votes", all.times);
      report("  OpenSearch, the best " + OpenSearchVotes.BEST + " vote", best.times);
      ratio("all that is found votes", all, own);
      ratio("the best " + OpenSearchVotes.BEST + " vote", best, own);
      print(
          "resident: Ponte %,d MB, OpenSearch %,d MB",
          Machine.residentMegabytes(ProcessHandle.current().pid()), server.residentMegabytes());
    }
  }

  /** Asks one way and returns how long the answer took, in microseconds. */
  private interface Asking {
    long micros(String topic) throws IOException;
  }

  private record Contender(Asking asking, Histogram times) {

    Contender(Asking asking) {
      this(asking, new Histogram(3));
    }
  }

  private static long ask(OpenSearchVotes votes, String topic, Audience audience, Voters voters)
      throws IOException {
    var start = System.nanoTime();
    votes.ask(topic, audience, voters);
    return (System.nanoTime() - start) / 1_000;
  }

  /** Each question to each of them, another one first each time. */
  private static void byTurns(List<String> topics, List<Contender> contenders) throws IOException {
    for (var i = 0; i < topics.size(); i++) {
      for (var turn = 0; turn < contenders.size(); turn++) {
        var contender = contenders.get((i + turn) % contenders.size());
        contender.times.recordValue(contender.asking.micros(topics.get(i)));
      }
    }
  }

  private static void ratio(String rival, Contender slower, Contender own) {
    print(
        "OpenSearch (%s) to Ponte: p50 %.1f, p99 %.1f times as long",
        rival, at(50, slower) / at(50, own), at(99, slower) / at(99, own));
  }

  private static double at(double percentile, Contender contender) {
    return contender.times.getValueAtPercentile(percentile);
  }
}
