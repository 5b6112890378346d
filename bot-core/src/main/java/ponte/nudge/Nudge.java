package ponte.nudge;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;

/**
 * A message that nobody asked for, as the {@link Gate} has to know it.
 *
 * @param key what makes it the same when it comes again
 * @param about the channel in which lies what it is about; null: none
 * @param until the last moment at which it is worth saying
 * @param wish by whose wish it is said
 */
public record Nudge(
    PersonId to, String key, Kind kind, @Nullable ChannelId about, Instant until, Wish wish) {

  /** By whose wish a message is said. */
  public enum Wish {
    /** Ponte thought of it. */
    NOBODYS,
    /**
     * It was promised: to who reads it, who wants it later, or to somebody who chose by name who is
     * to read it.
     */
    SOMEBODYS,
    /**
     * It tells what became of something that who reads it asked for: that is theirs whether or not
     * they take part.
     */
    THEIRS
  }

  public Nudge(PersonId to, String key, Kind kind, @Nullable ChannelId about, Instant until) {
    this(to, key, kind, about, until, Wish.NOBODYS);
  }

  /** Whether it is said to who takes no part, too. */
  boolean isWished() {
    return wish == Wish.THEIRS;
  }

  /** Whether nobody misses it where fewer of its kind are said. */
  boolean isNobodysWish() {
    return wish == Wish.NOBODYS && kind.isNobodysWish();
  }

  /**
   * Whether it is among those that are not said where so many of its kind are to be left out. It
   * depends on nothing but to whom it is and what makes it the same: asked again it is the same, of
   * many to one person as many are left out as of many to others, and what is said of a kind that
   * helps little is also said once it helps more.
   *
   * @param halved how often the number of its kind is halved
   */
  boolean isHeldBack(int halved) {
    if (!isNobodysWish()) {
      return false;
    }
    var name = UUID.nameUUIDFromBytes((to + " " + key).getBytes(StandardCharsets.UTF_8));
    return name.getLeastSignificantBits() % (1L << halved) != 0;
  }
}
