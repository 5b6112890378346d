package ponte.platform;

/** Is told how far long work has come. */
@FunctionalInterface
public interface Progress {

  /** Tells nobody. */
  Progress NONE = (_, _, _) -> {};

  /**
   * @param place what is being worked on: a channel's name
   * @param done how much is done, over all places
   * @param total how much there is to do, over all places
   */
  void reached(String place, long done, long total);
}
