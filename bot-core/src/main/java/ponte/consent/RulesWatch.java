package ponte.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import ponte.consent.Audit.Deed;
import ponte.consent.Audit.Role;
import ponte.store.Codec;
import ponte.store.Document;
import ponte.store.Partition;
import ponte.store.Records;
import ponte.store.Write;

/** Notices at a start which rules an administrator has changed since the last one. */
public final class RulesWatch {

  private static final Partition KEPT = new Partition("house-rules", "all");

  private final Records records;
  private final Audit audit;

  public RulesWatch(Records records, Audit audit) {
    this.records = records;
    this.audit = audit;
  }

  /**
   * Notes in the audit if these rules are not those of the last start. Of the rules a hash is kept.
   *
   * @param usual what held where none were ever set
   */
  public void started(Deed changed, Object rules, Object usual) {
    var key = KEPT.key(changed.name());
    var now = hash(rules);
    var kept = records.find(key);
    var before = kept.map(Document::content).orElseGet(() -> hash(usual));
    if (!now.equals(before)
        && records.write(new Write(key, now, kept.map(Document::version).orElse(0L), null, null))) {
      audit.note(changed, Role.ADMINISTRATOR, null, "", 0);
    }
  }

  private static String hash(Object rules) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      var written = Codec.write(rules).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha.digest(written));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
