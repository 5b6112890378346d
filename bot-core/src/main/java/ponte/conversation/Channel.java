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

  /** One thing that is said of a channel, apart from all the others. */
  public sealed interface Trait {

    /** It has this name, without the leading {@code #}. */
    record Named(String name) implements Trait {}

    /** These may open it. */
    record SeenBy(Visibility visibility) implements Trait {}

    /** It is closed, or open again. */
    record Archived(boolean archived) implements Trait {}

    /** It has this topic; empty: none. */
    record About(String topic) implements Trait {}

    /** It has this purpose; empty: none. */
    record MeantFor(String purpose) implements Trait {}
  }

  /** The same channel with this trait. */
  public Channel with(Trait trait) {
    return switch (trait) {
      case Trait.Named(var other) -> new Channel(id, other, visibility, topic, purpose, archived);
      case Trait.SeenBy(var other) -> new Channel(id, name, other, topic, purpose, archived);
      case Trait.Archived(var other) -> new Channel(id, name, visibility, topic, purpose, other);
      case Trait.About(var other) -> new Channel(id, name, visibility, other, purpose, archived);
      case Trait.MeantFor(var other) -> new Channel(id, name, visibility, topic, other, archived);
    };
  }
}
