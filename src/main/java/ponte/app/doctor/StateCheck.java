package ponte.app.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import ponte.app.Replica;
import ponte.app.Settings;
import ponte.app.storage.ArchiveStorage;
import ponte.app.storage.ArchiveWords;
import ponte.app.storage.Condition;
import ponte.app.storage.OpenStorage;
import ponte.archive.ArchiveUnavailableException;
import ponte.archive.Conversations;
import ponte.directory.Directory;
import ponte.lucene.LuceneArchive;
import ponte.opensearch.Checkup;
import ponte.opensearch.Layouts;
import ponte.store.Depth;

/** How the store does, and what waits in it for an administrator. */
public final class StateCheck implements Check {

  /** So many names are enough to know what is meant. */
  private static final int TOLD = 5;

  private final Path data;
  private final Settings settings;
  private final OpenStorage storage;

  /**
   * @param storage of the settings, open
   */
  public StateCheck(Path data, Settings settings, OpenStorage storage) {
    this.data = data;
    this.settings = settings;
    this.storage = storage;
  }

  @Override
  public void look(Findings findings) {
    var condition = storage.looking().get();
    if (!condition.ready()) {
      findings.failure(
          "store", "away", String.valueOf(condition.details().getOrDefault("trouble", "")));
      return;
    }
    for (var risk : condition.risks().stream().sorted().toList()) {
      switch (risk) {
        case EVICTS -> findings.warning("store", "evicts");
        case KEEPS_NOTHING -> findings.warning("store", "keeps-nothing");
      }
    }
    findings.ok("store", "there", told(condition));
    archive(findings);
    letters(
        findings,
        Replica.deadLetters(storage.state().queue()).depths().values().stream()
            .mapToLong(Depth::buried)
            .sum());
    imports(findings);
    roles(findings);
  }

  private static String told(Condition condition) {
    return condition.details().isEmpty() ? "" : new TreeMap<>(condition.details()).toString();
  }

  /** Read as it is, also beside a server that writes it. */
  private void archive(Findings findings) {
    if (settings.archive().isOn(ArchiveStorage.Kind.OPENSEARCH)) {
      cluster(findings);
    }
    if (settings.archive().isOn(ArchiveStorage.Kind.LUCENE)) {
      directory(findings);
    }
  }

  private void directory(Findings findings) {
    var path = data.resolve("archive");
    if (!Files.isDirectory(path)) {
      findings.ok("archive", "none", path);
      return;
    }
    try {
      LuceneArchive.openToRead(path).close();
      findings.ok("archive", "readable", path);
    } catch (ArchiveUnavailableException e) {
      findings.failure("archive", "unreadable", String.valueOf(e.getMessage()));
    }
  }

  private void cluster(Findings findings) {
    var cluster = settings.archive().cluster();
    try (var checkup = Checkup.open(cluster, Conversations.Rules.DEFAULT);
        var layouts = Layouts.open(cluster, Conversations.Rules.DEFAULT)) {
      checkup.requireUsable();
      findings.ok("archive", "usable", cluster.nodes());
      var fewer = checkup.fewerCopies();
      if (!fewer.isEmpty()) {
        findings.warning("archive", "fewer-copies", cluster.copies(), some(fewer));
      }
      checkup
          .shards()
          .filter(shards -> shards.open() * 10 >= shards.most() * 9)
          .ifPresent(shards -> findings.warning("archive", "shards", shards.open(), shards.most()));
      var others = layouts.others();
      if (!others.isEmpty()) {
        findings.warning("archive", "old-layouts", String.join(", ", others));
      }
    } catch (ArchiveUnavailableException e) {
      findings.failure("archive", "away", ArchiveWords.of(e, findings.language()));
    }
  }

  private static String some(List<String> names) {
    var first = String.join(", ", names.subList(0, Math.min(TOLD, names.size())));
    return names.size() > TOLD ? first + ", …" : first;
  }

  static void letters(Findings findings, long buried) {
    if (buried > 0) {
      findings.warning("dead-letters", "some", buried);
    } else {
      findings.ok("dead-letters", "none");
    }
  }

  private void imports(Findings findings) {
    var broken = Replica.brokenImports(data, storage.state().records());
    if (broken > 0) {
      findings.warning("imports", "broken-off", broken);
    } else {
      findings.ok("imports", "whole");
    }
  }

  private void roles(Findings findings) {
    var directory = new Directory(storage.state().records(), settings.channels());
    var nobody = settings.rules().roles().nobody(directory);
    if (directory.people().isEmpty() || nobody.isEmpty()) {
      findings.ok("roles", "known");
    } else {
      findings.warning("roles", "nobody", String.join(", ", nobody));
    }
  }
}
