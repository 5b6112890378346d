package ponte.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import ponte.consent.Audit;
import ponte.consent.AuditWords;

/**
 * The page of who did what kind of thing.
 *
 * @param next where the next page begins; null: this is the last
 */
public record AuditPage(Reader reader, List<Audit.Line> lines, @Nullable String next) {

  public AuditPage {
    lines = List.copyOf(lines);
  }

  /** Lines in the reader's words. */
  public AuditWords words() {
    return new AuditWords(reader.language());
  }
}
