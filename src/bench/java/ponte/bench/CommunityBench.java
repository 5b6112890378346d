package ponte.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import ponte.archive.Conversations;
import ponte.bot.Import;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.Link;
import ponte.community.Measure;
import ponte.community.Measures;
import ponte.community.Network;
import ponte.community.ScorecardWords;
import ponte.consent.Preferences;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.lucene.LuceneArchive;
import ponte.mvstore.MvStoreState;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.reply.Texts;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** How does a community hold together? Prints its networks and its scorecard. */
@Command(
    name = "community",
    mixinStandardHelpOptions = true,
    description = {
      "Reads Slack exports as the product does and prints, for each, the measures of the networks of",
      "replies, mentions and thanks, and the scorecard of all the time there is."
    })
final class CommunityBench implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "EXPORT", description = "Slack exports.")
  private List<Path> exports = List.of();

  private final Nlp nlp = new Nlp();

  @Override
  public Integer call() throws IOException {
    nlp.warmUp();
    System.out.println(Machine.line());
    for (var export : exports) {
      try (var work = WorkDirectory.create("ponte-community");
          var source = SlackExport.open(export, Limits.DEFAULT);
          var state = MvStoreState.open(work.path().resolve("state.mv"), Clock.systemUTC());
          var archive =
              LuceneArchive.open(
                  work.path().resolve("archive"), nlp, Conversations.Rules.DEFAULT)) {
        var directory = new Directory(state.records());
        directory.apply(Import.roster(source));
        archive.apply(Replay.of(source).all());
        var extent = archive.extent(directory.everybody());
        System.out.printf(
            Locale.ROOT, "%ndata: %s, %,d messages%n", export.getFileName(), extent.messages());
        var end = extent.newest() == null ? Instant.EPOCH : extent.newest().plusMillis(1);
        long before = heap();
        var community =
            new Community(
                new Community.Ground(
                    archive,
                    directory,
                    new Preferences(state.records(), directory),
                    nlp,
                    Roles.NONE,
                    new Effects(state.records(), EffectRules.DEFAULT, Clock.systemUTC()),
                    Runnable::run,
                    Clock.fixed(end, ZoneOffset.UTC)),
                new CommunityRules(Duration.between(Instant.EPOCH, end)));
        networks(community, directory, new TimeSpan(Instant.EPOCH, end));
        System.out.printf(
            Locale.ROOT,
            "kept in memory: %.0f bytes for each message%n",
            (double) (heap() - before) / Math.max(1, extent.messages()));
        scorecard(community, directory, new TimeSpan(Instant.EPOCH, end));
      }
    }
    return 0;
  }

  /** What is in use, after what is not was let go. */
  private static long heap() {
    System.gc();
    var memory = Runtime.getRuntime();
    return memory.totalMemory() - memory.freeMemory();
  }

  private static void networks(Community community, Directory directory, TimeSpan span) {
    long start = System.nanoTime();
    var network = community.networks().of(span, directory.everybody()).orElse(Network.NOBODY);
    System.out.printf(Locale.ROOT, "read in %.1f s%n", (System.nanoTime() - start) / 1e9);
    start = System.nanoTime();
    community.networks().of(span, directory.everybody());
    System.out.printf(Locale.ROOT, "again in %.3f s%n", (System.nanoTime() - start) / 1e9);
    System.out.println(
        "network   people  links  ties  weight density recipr. isol. comps largest diam. path  clust. trans. assort. core gini");
    print("all", network);
    for (var kind : Link.Kind.values()) {
      print(kind.name().toLowerCase(Locale.ROOT), network.only(Set.of(kind)));
    }
  }

  private static void print(String name, Network network) {
    var measures = new Measures(network);
    var components = measures.components();
    var paths = measures.paths();
    System.out.printf(
        Locale.ROOT,
        "%-9s %6d %6d %5d %7d %7.5f %7.4f %5d %5d %7d %5d %5.3f %6.4f %6.4f %7.4f %4d %.4f%n",
        name,
        network.size(),
        network.links().size(),
        measures.ties(),
        measures.weight(),
        measures.density(),
        measures.reciprocity(),
        measures.isolates(),
        components.size(),
        components.isEmpty() ? 0 : components.getFirst().size(),
        paths.longest(),
        paths.average(),
        measures.clustering(),
        measures.transitivity(),
        measures.assortativity(),
        measures.core().values().stream().mapToInt(each -> each).max().orElse(0),
        Measures.gini(List.copyOf(network.messages().values())));
  }

  private static void scorecard(Community community, Directory directory, TimeSpan span) {
    var words = new ScorecardWords(Texts.in(Language.ENGLISH), ZoneOffset.UTC);
    var scorecards = community.scorecards();
    long start = System.nanoTime();
    var pulse = scorecards.of(null, span, directory.everybody(), ZoneOffset.UTC);
    double seconds = (System.nanoTime() - start) / 1e9;
    if (pulse.isEmpty()) {
      System.out.println("no scorecard: too few people");
      return;
    }
    System.out.printf(Locale.ROOT, "%nscorecard in %.3f s%n", seconds);
    System.out.println(words.verdict(pulse.get()));
    System.out.println(words.shape(pulse.get().now()));
    for (var measure : Measure.values()) {
      System.out.printf(
          Locale.ROOT, "%-42s %s%n", words.label(measure), words.value(measure, pulse.get().now()));
    }
    for (var room : scorecards.rooms(span, directory.everybody())) {
      var shape = room.card().shape();
      System.out.printf(
          Locale.ROOT,
          "#%-24s %4d people %5d questions, unanswered %-14s first answer %-14s %s%n",
          room.channel().name(),
          room.card().people(),
          room.card().questions(),
          words.value(Measure.UNANSWERED, room.card()),
          words.value(Measure.WAITED, room.card()),
          shape == null ? "-" : shape.kind().name().toLowerCase(Locale.ROOT));
    }
  }
}
