package ponte.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import ponte.bot.Ponte;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.platform.ShiftedSource;
import ponte.platform.Source;
import ponte.slack.Limits;
import ponte.slack.SlackExport;
import ponte.store.Key;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The workspace that a newcomer meets; it makes room as soon as there is a real one. */
final class DemoWorkspace {

  private static final Logger log = LoggerFactory.getLogger(DemoWorkspace.class);

  private static final String PACKED = "demo.zip";

  /** Which workspace is the demo; not there where there is none. */
  private static final Key SHOWN = new Partition("demo", "all").key("workspace");

  /** What is done with the demo as a source. */
  interface Use<T> {
    T of(Source demo);
  }

  private final Records records;
  private final UnfinishedImports unfinished;
  private final Directory directory;
  private final Ponte ponte;
  private final Clock clock;

  DemoWorkspace(
      Records records,
      UnfinishedImports unfinished,
      Directory directory,
      Ponte ponte,
      Clock clock) {
    this.records = records;
    this.unfinished = unfinished;
    this.directory = directory;
    this.ponte = ponte;
    this.clock = clock;
  }

  /**
   * Unpacks the demo, moved by whole weeks so that its last messages are of the week of its first
   * use, and notes that it is shown. A use that fails or dies stays noted as begun.
   *
   * @param directory where there is room for a moment
   */
  <T> T unpacked(Path directory, Use<T> use) {
    var copy = directory.resolve(PACKED);
    try {
      try (var packed = new ClassPathResource(PACKED).getInputStream()) {
        Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
      }
      try (var export = SlackExport.open(copy, Limits.DEFAULT)) {
        records.write(Write.create(SHOWN, export.workspace().value()));
        var begun = unfinished.beginDemo(clock.instant());
        var used = use.of(ShiftedSource.endingBefore(export, begun.at()));
        unfinished.end(begun);
        return used;
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is nothing yet that it could stand beside, or it was not loaded to its end. */
  boolean isWanted() {
    return directory.workspaces().isEmpty() || unfinished.demo().isPresent();
  }

  /** Removes the demo where there is another workspace. What dies half-way is done again. */
  void makeRoom() {
    var shown = records.find(SHOWN).orElse(null);
    if (shown == null) {
      return;
    }
    var demo = new WorkspaceId(shown.content());
    if (directory.workspaces().stream().anyMatch(workspace -> !workspace.equals(demo))) {
      ponte.forget(demo);
      unfinished.demo().ifPresent(unfinished::end);
      records.remove(SHOWN, shown.version());
      log.atInfo().log("demo workspace removed");
    }
  }
}
