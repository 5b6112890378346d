package ponte.slack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.platform.Progress;
import ponte.platform.Source;

/**
 * A workspace as Slack exports it, in a zip or in a folder.
 *
 * <p>Opening one reads all of it once, as a stream, and refuses it if anything in it is wrong; what
 * is kept in memory is people and channels. Direct messages are never read. The file stays open
 * until this is closed; nothing is ever unpacked to a disk.
 */
public final class SlackExport implements Source, AutoCloseable {

  private final ExportFiles files;
  private final Layout layout;
  private final Channels channels;
  private final WorkspaceId workspace;
  private final List<Person> people;
  private final Survey survey;
  private final History history;

  private SlackExport(
      ExportFiles files,
      Layout layout,
      Channels channels,
      WorkspaceId workspace,
      People people,
      Survey survey,
      JsonLists lists) {
    this.files = files;
    this.layout = layout;
    this.channels = channels;
    this.workspace = workspace;
    this.people = people.in(workspace);
    this.survey = survey;
    var mrkdwn = new Mrkdwn(workspace, channels::name);
    this.history = new History(lists, survey, new Translation(workspace, people, mrkdwn, "export"));
  }

  /**
   * Opens an export.
   *
   * @throws ponte.platform.SourceUnreadableException if it is no export or anything in it is wrong;
   *     it is then closed again
   */
  public static SlackExport open(Path path, Limits limits) {
    return open(path, limits, Progress.NONE);
  }

  /**
   * Opens an export.
   *
   * @param progress is told the channels as they are looked through, and the days done
   * @throws ponte.platform.SourceUnreadableException if it is no export or anything in it is wrong;
   *     it is then closed again
   */
  public static SlackExport open(Path path, Limits limits, Progress progress) {
    var files = ExportFiles.open(path, limits);
    try {
      return open(files, limits, progress);
    } catch (RuntimeException | Error e) {
      try {
        files.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  private static SlackExport open(ExportFiles files, Limits limits, Progress progress) {
    var layout = Layout.of(files);
    var lists = new JsonLists(files, limits);
    var people = People.read(lists, layout.people(), limits);
    var channels = Channels.read(lists, layout);
    new Unlisted(lists, layout).refuseMessages(channels.folders());
    var survey = new Survey(files, lists, people);
    long total = channels.all().stream().mapToLong(c -> layout.days(c.folders()).size()).sum();
    long done = 0;
    for (var channel : channels.all()) {
      for (var day : layout.days(channel.folders())) {
        survey.read(day);
        progress.reached(channel.name(), ++done, total);
      }
    }
    var workspace = people.workspace().orElseGet(() -> madeUp(channels));
    return new SlackExport(files, layout, channels, workspace, people, survey, lists);
  }

  /** A name for a workspace that has none in its export: the same for the same channels. */
  private static WorkspaceId madeUp(Channels channels) {
    var ids =
        channels.all().stream().map(SlackChannel::id).sorted().collect(Collectors.joining(" "));
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(ids.getBytes(StandardCharsets.UTF_8));
      return new WorkspaceId("export-" + HexFormat.of().formatHex(digest, 0, 6));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public WorkspaceId workspace() {
    return workspace;
  }

  @Override
  public Instant asOf() {
    return survey.latest();
  }

  @Override
  public List<Person> people() {
    return people;
  }

  @Override
  public List<Channel> channels() {
    return channels.all().stream().map(channel -> channel.in(workspace)).toList();
  }

  @Override
  public Optional<Set<PersonId>> members(ChannelId channel) {
    return Optional.ofNullable(listed(channel).members())
        .map(
            members ->
                members.stream()
                    .map(id -> new PersonId(workspace, id))
                    .collect(Collectors.toUnmodifiableSet()));
  }

  @Override
  public long messages() {
    return survey.messages();
  }

  @Override
  public void history(ChannelId channel, Consumer<List<Event.Talk>> batch) {
    history.read(channel, layout.days(listed(channel).folders()), batch);
  }

  private SlackChannel listed(ChannelId channel) {
    var listed = channel.workspace().equals(workspace) ? channels.get(channel.value()) : null;
    if (listed == null) {
      throw new IllegalArgumentException("channel " + channel + " is not in this export");
    }
    return listed;
  }

  @Override
  public void close() {
    try {
      files.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
