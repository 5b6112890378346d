package ponte.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import ponte.app.rewriting.RewriterProperties;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.Storage;
import ponte.bot.Ponte;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.ChannelRules;
import ponte.platform.Progress;
import ponte.platform.Source;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/** The demo workspace, for tests: an export as a folder, whole or without some of its channels. */
public final class Demo {

  /** The day after the last message of it. */
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

  /** As they are where nobody changes anything. */
  public static final Settings SETTINGS =
      new Settings(
          Ponte.Rules.DEFAULT,
          ChannelRules.ALL,
          new Storage.Embedded(),
          ArchiveStorage.embedded(),
          Duration.ofMinutes(2),
          new RewriterProperties(null, "default", null, Duration.ofSeconds(8), 4));

  private Demo() {}

  /** The export as a folder. */
  public static Path folder() {
    return root().resolve(Path.of("src", "main", "demo"));
  }

  public static SlackExport export() {
    return SlackExport.open(folder(), Limits.DEFAULT);
  }

  /** Ponte with a workspace loaded, on storage in this directory. */
  public static Replica loaded(Source source, Path data) {
    var ponte = Replica.open(data, SETTINGS, CLOCK);
    try (var listening = ponte.listening()) {
      listening.start();
      ponte.exportLoader().load(source, Progress.NONE);
    }
    return ponte;
  }

  /** Where the project lies. */
  public static Path root() {
    var here = Path.of("").toAbsolutePath();
    return Stream.iterate(here, Objects::nonNull, Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("mvnw")))
        .findFirst()
        .orElseThrow();
  }

  /** A workspace in which some channels never existed. */
  record Without(Source source, Set<ChannelId> hidden) implements Source {

    Without {
      hidden = Set.copyOf(hidden);
    }

    @Override
    public WorkspaceId workspace() {
      return source.workspace();
    }

    @Override
    public Instant asOf() {
      return source.asOf();
    }

    @Override
    public List<Person> people() {
      return source.people();
    }

    @Override
    public List<Channel> channels() {
      return source.channels().stream().filter(channel -> !hidden.contains(channel.id())).toList();
    }

    @Override
    public Optional<Set<PersonId>> members(ChannelId channel) {
      return source.members(channel);
    }

    @Override
    public long messages() {
      return source.messages();
    }

    @Override
    public void history(ChannelId channel, Consumer<List<Event.Talk>> batch) {
      source.history(channel, batch);
    }
  }
}
