package ponte.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ponte.bot.Import;
import ponte.bot.Import.Imported;
import ponte.bot.Inbox;
import ponte.bot.Pause;
import ponte.platform.Progress;
import ponte.platform.Source;
import ponte.platform.SourceUnreadableException;
import ponte.slack.Limits;
import ponte.slack.SlackExport;

/**
 * Loads exports by the way that every event goes, no faster than the archive takes them in.
 *
 * <p>Somebody else must be listening to the inbox meanwhile. What a crash breaks off stays noted,
 * and loading it again finishes it.
 */
public final class ExportLoader {

  /** So many of its batches may wait in the inbox: enough to keep the archive busy. */
  private static final int AHEAD = 24;

  private static final Duration A_MOMENT = Duration.ofMillis(20);

  private final Inbox inbox;
  private final DemoWorkspace demo;
  private final Uploads uploads;
  private final UnfinishedImports unfinished;
  private final Pause pause;

  ExportLoader(
      Inbox inbox, DemoWorkspace demo, Uploads uploads, UnfinishedImports unfinished, Pause pause) {
    this.inbox = inbox;
    this.demo = demo;
    this.uploads = uploads;
    this.unfinished = unfinished;
    this.pause = pause;
  }

  /**
   * Loads a Slack export; all of it is in the archive when this returns, and the demo is no more. A
   * file that came through the browser is deleted then, and where it is refused.
   *
   * @param progress is told the channel, and the messages done and in all
   * @throws SourceUnreadableException if it is no export or anything in it is wrong; nothing is
   *     then taken in
   */
  public Imported load(Path export, Progress progress) {
    try (var source = SlackExport.open(export, Limits.DEFAULT)) {
      return load(export, source, progress);
    } catch (SourceUnreadableException refused) {
      uploads.delete(export);
      throw refused;
    }
  }

  /** Loads an export that is open, as {@link #load(Path, Progress)} does. */
  public Imported load(Path export, SlackExport source, Progress progress) {
    return noted(noteOf(export, source), source, progress);
  }

  /**
   * Exports that were not loaded to their end, by what people call them; those too that replicas
   * had begun which are there no more.
   */
  public List<String> halfLoaded() {
    return Stream.concat(broken().stream(), unfinished.lost().stream()).map(this::nameOf).toList();
  }

  /** Exports that were not loaded to their end; the demo is none. */
  List<Begun> broken() {
    return unfinished.exports();
  }

  /** Those of replicas that are there no more, which can only be loaded again. */
  List<Begun> lost() {
    return unfinished.lost();
  }

  /** What people call what was begun. */
  String nameOf(Begun begun) {
    return switch (begun) {
      case Begun.Demo _ -> "demo";
      case Begun.Export(var path, _) -> path;
      case Begun.Upload(var path, _) -> String.valueOf(Path.of(path).getFileName());
    };
  }

  /**
   * Goes on with an export that was not loaded to its end.
   *
   * @throws SourceUnreadableException if it is not there any more, or not as it was
   */
  Imported goOn(Begun begun, Progress progress) {
    var file = fileOf(begun);
    if (!Files.exists(file)) {
      throw new SourceUnreadableException("import.half-loaded", null, nameOf(begun));
    }
    return load(file, progress);
  }

  /** Loads a workspace; all of it is in the archive when this returns. */
  public Imported load(Source source, Progress progress) {
    var givenUpBefore = inbox.givenUp();
    var importing = new Import(inbox);
    var imported =
        importing.load(
            source,
            (channel, done, total) -> {
              progress.reached(channel, done, total);
              waitFor(importing, AHEAD);
            });
    waitFor(importing, 0);
    var givenUp = inbox.givenUp() - givenUpBefore;
    if (givenUp > 0) {
      throw new SourceUnreadableException("import.incomplete", null, Long.toString(givenUp));
    }
    return imported;
  }

  private Begun noteOf(Path export, SlackExport source) {
    var workspace = source.workspace().value();
    return uploads.holds(export)
        ? new Begun.Upload(uploads.inData(export), workspace)
        : new Begun.Export(export.toAbsolutePath().normalize().toString(), workspace);
  }

  /**
   * An import whose end nobody was told, because the process died or its storage failed, stays
   * noted; one that was refused is over.
   */
  private Imported noted(Begun note, SlackExport source, Progress progress) {
    unfinished.begin(note);
    Imported imported;
    try {
      imported = load(source, progress);
    } catch (SourceUnreadableException refused) {
      unfinished.end(note);
      throw refused;
    }
    demo.makeRoom();
    uploads.delete(fileOf(note));
    unfinished.end(note);
    endOthersOf(source.workspace().value());
    return imported;
  }

  /** Whose file is gone can be finished only by another export of the same workspace. */
  private void endOthersOf(String workspace) {
    for (var begun : broken()) {
      if (begun.isOf(workspace) && !Files.exists(fileOf(begun))) {
        unfinished.end(begun);
      }
    }
    unfinished.endLostOf(workspace);
  }

  Path fileOf(Begun begun) {
    return switch (begun) {
      case Begun.Demo _ -> throw new IllegalArgumentException("the demo is no file");
      case Begun.Export(var path, _) -> Path.of(path);
      case Begun.Upload(var path, _) -> uploads.file(path);
    };
  }

  /** Not for what others say meanwhile, of which there may be some at any moment. */
  private void waitFor(Import importing, int most) {
    try {
      while (importing.unfinished() > most) {
        pause.pause(A_MOMENT);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while loading", e);
    }
  }
}
