package ponte.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import ponte.community.map.Captions;
import ponte.community.map.MapSheet;
import ponte.community.map.PeopleMap;
import ponte.conversation.PersonId;
import ponte.nlp.Language;
import ponte.reply.Texts;
import ponte.web.MapData;

/** How fast the map of people is laid out and drawn, and how large its forms are. */
@Command(
    name = "map",
    mixinStandardHelpOptions = true,
    description = {
      "Lays out a made-up company: teams of different sizes, 85 of 100 links within a team. The first",
      "run is that of a program just started; what groups talk about is not read."
    })
final class MapBench implements Callable<Integer> {

  @Option(
      names = "--people",
      defaultValue = "5000",
      description = "How many people (default: ${DEFAULT-VALUE}).")
  private int people;

  @Option(
      names = "--edges",
      defaultValue = "100000",
      description = "How many links from one to another (default: ${DEFAULT-VALUE}).")
  private int edges;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Draws the links (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--to", description = "Where to put the picture and the data of the last run.")
  private @Nullable Path to;

  @Override
  public Integer call() throws Exception {
    System.out.println(Machine.line());
    System.out.printf(Locale.ROOT, "%d people, %d links, seed %d%n", people, edges, seed);
    System.out.println(
        "run  layout s  (CPU s)  groups  ties    modularity  png s  png kB  svg kB  data kB");
    var network = new MadeUpCommunity(people, seed).network(edges);
    for (var run = 1; run <= 3; run++) {
      var cpuStart = Machine.processorNanos();
      var start = System.nanoTime();
      var map = PeopleMap.of(network, 5);
      var laid = System.nanoTime();
      var cpuLaid = Machine.processorNanos();
      var captions = new Captions(map, "", Texts.in(Language.ENGLISH), channel -> channel.value());
      var sheet = new MapSheet(map, captions, PersonId::value);
      var png = sheet.png();
      var drawn = System.nanoTime();
      var data = MapData.of(sheet);
      System.out.printf(
          Locale.ROOT,
          "%3d  %8.2f  %7.2f  %6d  %6d  %10.3f  %5.2f  %6d  %6d  %7d%n",
          run,
          (laid - start) / 1e9,
          (cpuLaid - cpuStart) / 1e9,
          map.groups().size(),
          map.edges().size(),
          PeopleMap.modularity(network),
          (drawn - laid) / 1e9,
          png.length / 1000,
          sheet.svg().length() / 1000,
          data.length() / 1000);
      if (to != null) {
        Files.createDirectories(to);
        Files.write(to.resolve("map.png"), png);
        Files.writeString(to.resolve("map.json"), data);
      }
    }
    return 0;
  }
}
