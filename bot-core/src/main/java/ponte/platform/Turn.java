package ponte.platform;

/**
 * The right to deliver a reply, which is one replica's at a time.
 *
 * <p>A replica that stood still for longer than its right holds must not say what another has said
 * meanwhile: whatever cannot be said twice unseen is said directly after {@link #confirm()}.
 */
@FunctionalInterface
public interface Turn {

  /**
   * Makes sure that nobody else has been told to deliver it, nor will be for a while.
   *
   * @throws TurnLostException if somebody has; nothing may be said then
   */
  void confirm();
}
