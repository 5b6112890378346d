package ponte.slack.installation;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** The installations that people made through Slack's consent page, kept with unreadable tokens. */
public final class InstallationRecords implements Installations {

  private static final Partition PARTITION = new Partition("slack-installations", "all");
  private static final Partition TURNS = new Partition("slack-token-turns", "all");
  private final Records records;
  private final TokenCipher cipher;

  /**
   * What was deciphered last: to do it for each event would be a waste. It holds for what is kept
   * word by word; a version comes again where an installation was removed and made anew.
   */
  private final Map<WorkspaceId, Read> known = new ConcurrentHashMap<>();

  private record Read(String content, Installation installation) {}

  /** An installation as it is kept. */
  record Kept(
      String name,
      URI address,
      @Nullable String enterprise,
      @Nullable String app,
      PersonId bot,
      String botId,
      String token,
      Set<String> scopes,
      @Nullable PersonId installedBy,
      Instant installedAt,
      @Nullable String refresh,
      @Nullable Instant expires) {}

  public InstallationRecords(Records records, TokenCipher cipher) {
    this.records = records;
    this.cipher = cipher;
  }

  @Override
  public Optional<Installation> find(WorkspaceId workspace) {
    return records.find(PARTITION.key(workspace.value())).map(this::read);
  }

  @Override
  public List<Installation> all() {
    var all = new ArrayList<Installation>();
    records.each(PARTITION, document -> all.add(read(document)));
    return all;
  }

  /** Keeps an installation in place of an earlier one of the same workspace. */
  public void save(Installation installation) {
    var key = PARTITION.key(installation.workspace().value());
    var content = Codec.write(kept(installation));
    while (true) {
      var old = records.find(key);
      if (records.write(
          new Write(key, content, old.map(Document::version).orElse(0L), null, null))) {
        return;
      }
    }
  }

  /**
   * Keeps an installation in place of one that was found.
   *
   * @return false, and nothing is kept, where it was removed or replaced since
   */
  boolean replace(Installation found, Installation next) {
    var document = records.find(PARTITION.key(found.workspace().value()));
    return document.isPresent()
        && read(document.get()).equals(found)
        && records.write(Write.replace(document.get(), Codec.write(kept(next))));
  }

  /**
   * Takes the turn to exchange a workspace's token, until a moment.
   *
   * @return false: somebody has it
   */
  boolean takeTurn(WorkspaceId workspace, Instant until) {
    return records.write(Write.create(TURNS.key(workspace.value()), "").expiring(until));
  }

  @Override
  public void remove(WorkspaceId workspace) {
    var key = PARTITION.key(workspace.value());
    var old = records.find(key);
    while (old.isPresent() && !records.remove(key, old.get().version())) {
      old = records.find(key);
    }
    known.remove(workspace);
  }

  private Installation read(Document document) {
    var workspace = new WorkspaceId(document.key().id());
    var last = known.get(workspace);
    if (last != null && last.content().equals(document.content())) {
      return last.installation();
    }
    var installation = installation(workspace, Codec.read(document.content(), Kept.class));
    known.put(workspace, new Read(document.content(), installation));
    return installation;
  }

  private Installation installation(WorkspaceId workspace, Kept kept) {
    var owner = workspace.value();
    var refresh = kept.refresh();
    var expires = kept.expires();
    return new Installation(
        workspace,
        kept.name(),
        kept.address(),
        kept.enterprise(),
        kept.app(),
        kept.bot(),
        kept.botId(),
        cipher.decrypt(kept.token(), owner),
        kept.scopes(),
        kept.installedBy(),
        kept.installedAt(),
        refresh == null || expires == null
            ? null
            : new Installation.Rotation(cipher.decrypt(refresh, owner), expires));
  }

  private Kept kept(Installation installation) {
    var owner = installation.workspace().value();
    var rotation = installation.rotation();
    return new Kept(
        installation.name(),
        installation.address(),
        installation.enterprise(),
        installation.app(),
        installation.bot(),
        installation.botId(),
        cipher.encrypt(installation.token(), owner),
        installation.scopes(),
        installation.installedBy(),
        installation.installedAt(),
        rotation == null ? null : cipher.encrypt(rotation.refresh(), owner),
        rotation == null ? null : rotation.expires());
  }
}
