package ponte.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.Link;
import ponte.community.Measure;
import ponte.community.Measures;
import ponte.community.Network;
import ponte.community.ScorecardWords;
import ponte.community.map.Captions;
import ponte.community.map.MapRules;
import ponte.community.map.MapSheet;
import ponte.community.map.PeopleMaps;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.reply.Texts;

/** How does a community hold together? Prints its networks and its scorecard. */
@Command(
    name = "community",
    mixinStandardHelpOptions = true,
    description = {
      "Reads Slack exports as the product does and prints, for each, the measures of the networks"
          + " of",
      "replies, mentions and thanks, and the scorecard of all the time there is."
    })
final class CommunityBench implements Callable<Integer> {

  @Mixin private Exports exports = new Exports();

  @Option(names = "--pictures", description = "Where to put a map of people of each export.")
  private @Nullable Path pictures;

  private final Nlp nlp = Nlp.shared();

  @Override
  public Integer call() throws IOException {
    nlp.warmUp();
    System.out.println(Machine.line());
    for (var export : exports.paths()) {
      try (var opened = OpenedExport.of(export, nlp, Clock.systemUTC()).read()) {
        var archive = opened.archive();
        var directory = opened.directory();
        var records = opened.state().records();
        var extent = archive.extent(directory.everybody());
        System.out.printf(
            Locale.ROOT, "%ndata: %s, %,d messages%n", export.getFileName(), extent.messages());
        var end = extent.newest() == null ? Instant.EPOCH : extent.newest().plusMillis(1);
        long before = heap();
        var preferences = new Preferences(records, directory);
        var community =
            new Community(
                new Community.Ground(
                    archive,
                    directory,
                    preferences,
                    nlp,
                    Roles.NONE,
                    new Effects(records, EffectRules.DEFAULT, Clock.systemUTC()),
                    Runnable::run,
                    Clock.fixed(end, ZoneOffset.UTC)),
                new CommunityRules(Duration.between(Instant.EPOCH, end)));
        networks(community, directory, new TimeSpan(Instant.EPOCH, end));
        System.out.printf(
            Locale.ROOT,
            "kept in memory: %.0f bytes for each message%n",
            (double) (heap() - before) / Math.max(1, extent.messages()));
        scorecard(community, directory, new TimeSpan(Instant.EPOCH, end));
        if (pictures != null) {
          var maps =
              new PeopleMaps(
                  new PeopleMaps.Ground(
                      community.networks(),
                      archive,
                      directory,
                      records,
                      nlp,
                      preferences,
                      Clock.fixed(end, ZoneOffset.UTC)),
                  MapRules.DEFAULT);
          draw(maps, directory, end, pictures.resolve(export.getFileName() + ".map.png"));
        }
      }
    }
    return 0;
  }

  /** Of a year: longer ago many had not come yet, or have left. */
  private static void draw(PeopleMaps maps, Directory directory, Instant end, Path picture)
      throws IOException {
    long start = System.nanoTime();
    var wish = new PeopleMaps.Wish(TimeSpan.before(end, Duration.ofDays(366)), Set.of(), null);
    var map = maps.of(wish, directory.everybody());
    if (map.isEmpty()) {
      System.out.println("no map: too few people");
      return;
    }
    var texts = Texts.in(Language.ENGLISH);
    var captions =
        new Captions(
            map.get(),
            "",
            texts,
            channel -> directory.channel(channel).map(Channel::name).orElse(channel.value()));
    var sheet =
        new MapSheet(
            map.get(),
            captions,
            person -> directory.person(person).map(Person::name).orElse(person.value()));
    var png = sheet.png();
    Files.createDirectories(Objects.requireNonNull(picture.getParent()));
    Files.write(picture, png);
    System.out.printf(
        Locale.ROOT,
        "map in %.1f s: %d people, %d groups; picture %d kB%n",
        (System.nanoTime() - start) / 1e9,
        map.get().nodes().size(),
        map.get().groups().size(),
        png.length / 1000);
    System.out.println(captions.alternative());
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
        "network   people  links  ties  weight density recipr. isol. comps largest diam. path "
            + " clust. trans. assort. core gini");
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
