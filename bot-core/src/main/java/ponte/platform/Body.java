package ponte.platform;

/** What a request brings beside its head, which is read only for who may be worth it. */
@FunctionalInterface
public interface Body {

  /**
   * Reads all of it.
   *
   * @param most bytes it may have
   * @throws BodyRefusedException if it has more, or it cannot be had now
   */
  byte[] read(int most) throws BodyRefusedException;
}
