package ponte.bot;

/**
 * Something that nobody waits for and that is to be done by and by, such as one call to a platform.
 *
 * <p>An errand is a record that carries all it needs, so that another process can go on with it.
 */
public interface Errand {

  /** Errands of one lane are run one after the other; empty: this one waits for no other. */
  String lane();

  /** The same errand has the same key. */
  String key();
}
