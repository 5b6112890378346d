package ponte.teams.token;

import org.jspecify.annotations.Nullable;

/** Says whether a request is from who may call Ponte. */
@FunctionalInterface
public interface TokenCheck {

  /** What came of it. */
  sealed interface Verdict {

    /** It is genuine. */
    record Genuine(Credential credential) implements Verdict {}

    /** It is not; {@code why} is for the log and says nothing of the token itself. */
    record Refused(String why) implements Verdict {}
  }

  /**
   * @param authorization the header; null: there was none
   * @throws ponte.platform.PlatformUnavailableException if that cannot be said now
   */
  Verdict of(@Nullable String authorization);
}
