package ponte.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ponte.archive.Conversations;
import ponte.archive.InMemoryArchive;
import ponte.bot.Import;
import ponte.community.Community;
import ponte.community.CommunityRules;
import ponte.community.Link;
import ponte.community.Network;
import ponte.consent.Preferences;
import ponte.conversation.Event;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;
import ponte.directory.Roles;
import ponte.nlp.Nlp;
import ponte.nudge.EffectRules;
import ponte.nudge.Effects;
import ponte.store.InMemoryRecords;

/**
 * Who turns to whom in a real workspace with threads, as it was counted apart from us beside the
 * repository.
 */
class NetworkOfExportTest {

  private static final Path DATA = Path.of("../../../shared/data");
  private static final Path EXPORT = DATA.resolve("slack-exports/ncar-threaded.zip");

  private static final Duration ALL = Duration.ofDays(3_650);
  private static final Instant END = Instant.parse("2025-06-01T00:00:00Z");

  /** What stands by itself is linked to nothing. */
  private static final Conversations.Rules THREADS_ALONE =
      new Conversations.Rules(1, Duration.ZERO, 1_000);

  private static Map<String, Integer> counted(String kind) throws IOException {
    try (var lines = Files.lines(DATA.resolve("network/ncar." + kind + ".edges.tsv"))) {
      return lines
          .skip(1)
          .map(line -> line.split("\t"))
          .collect(
              Collectors.toMap(
                  cells -> cells[0] + " " + cells[1], cells -> Integer.valueOf(cells[2])));
    }
  }

  private static Network network(SlackExport export) {
    var clock = Clock.fixed(END, ZoneOffset.UTC);
    var records = new InMemoryRecords(clock);
    var directory = new Directory(records);
    directory.apply(Import.roster(export));
    var archive = new InMemoryArchive(THREADS_ALONE);
    var talk = new ArrayList<Event.Talk>();
    for (var channel : export.channels()) {
      export.history(channel.id(), events -> events.forEach(event -> talk.add(event)));
    }
    archive.apply(talk);
    var community =
        new Community(
            new Community.Ground(
                archive,
                directory,
                new Preferences(records, directory),
                Nlp.shared(),
                Roles.NONE,
                new Effects(records, EffectRules.DEFAULT, clock),
                Runnable::run,
                clock),
            new CommunityRules(ALL));
    return community.networks().of(TimeSpan.before(END, ALL), directory.everybody()).orElseThrow();
  }

  private static Map<String, Integer> ours(Network network, Link.Kind kind) {
    var links = new HashMap<String, Integer>();
    for (var link : network.only(Set.of(kind)).links()) {
      links.put(link.from().value() + " " + link.to().value(), link.count(kind));
    }
    return links;
  }

  @Test
  void isWhatWasCountedApart() throws IOException {
    assumeTrue(Files.exists(EXPORT), "no shared data beside the repository");
    try (var export = SlackExport.open(EXPORT, Limits.DEFAULT)) {
      var network = network(export);

      assertThat(ours(network, Link.Kind.MENTION)).isEqualTo(counted("mentions"));
      assertThat(ours(network, Link.Kind.REPLY)).isEqualTo(counted("replies"));
    }
  }
}
