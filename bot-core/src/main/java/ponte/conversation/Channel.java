package ponte.conversation;

/**
 * A channel and what is known about it.
 *
 * @param name without the leading {@code #}
 * @param topic empty where none was set
 * @param purpose empty where none was set
 */
public record Channel(
    ChannelId id,
    String name,
    Visibility visibility,
    String topic,
    String purpose,
    boolean archived) {

  /** Who may open a channel. */
  public enum Visibility {
    /** Everybody of the workspace. */
    PUBLIC,
    /** Its members only. */
    PRIVATE
  }

  public boolean isPublic() {
    return visibility == Visibility.PUBLIC;
  }
}
