package ponte.opensearch;

import org.jspecify.annotations.Nullable;
import ponte.archive.ArchiveUnavailableException;

/** OpenSearch does not do what is asked of it, for a reason about which something can be done. */
public final class OpenSearchUnavailableException extends ArchiveUnavailableException {

  private static final long serialVersionUID = 1;

  /** Why it does not. */
  public enum Reason {
    /** No node answers, or none in time. */
    AWAY,
    /** It shows a certificate that nobody signed who is trusted. */
    NOT_TRUSTED,
    /** What signs certificates cannot be read from a file. */
    NO_AUTHORITIES,
    /** It does not know the user, or not by this password, or wants one. */
    NO_LOGIN,
    /** The user may not do this. */
    NOT_PERMITTED,
    /** Nothing can be written: a disk is full, or an index is closed for writing. */
    READ_ONLY,
    /** There is an archive of another layout only. */
    OTHER_LAYOUT,
    /** There is none of another layout, of which one of this layout could be made. */
    NO_OTHER_LAYOUT,
    /** The archive of this layout is not whole. */
    NOT_WHOLE,
    /** The archive of this layout was given up for another one. */
    GIVEN_UP,
    /** Anything else. */
    REFUSED
  }

  private final Reason reason;
  private final String detail;

  /**
   * @param detail what it is about: a request and its answer, a file, a prefix; no secret
   */
  OpenSearchUnavailableException(Reason reason, String detail, @Nullable Throwable cause) {
    super("opensearch " + said(reason) + ": " + detail, cause);
    this.reason = reason;
    this.detail = detail;
  }

  private static String said(Reason reason) {
    return switch (reason) {
      case AWAY -> "does not answer";
      case NOT_TRUSTED -> "shows a certificate that is not trusted";
      case NO_AUTHORITIES -> "cannot be trusted by these certificates";
      case NO_LOGIN -> "refuses the login";
      case NOT_PERMITTED -> "does not permit it";
      case READ_ONLY -> "lets nobody write";
      case OTHER_LAYOUT ->
          "has an archive that was laid out or filed by other rules only, of which ponte reindex"
              + " --from opensearch --to opensearch makes one of these";
      case NO_OTHER_LAYOUT -> "has no archive of another layout";
      case NOT_WHOLE -> "has an archive of this layout that is not whole";
      case GIVEN_UP -> "has an archive of this layout that was given up for another one";
      case REFUSED -> "does not do it";
    };
  }

  public Reason reason() {
    return reason;
  }

  public String detail() {
    return detail;
  }
}
