package ponte.platform;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Sees what a platform sends being taken in, until it is acknowledged; it changes nothing. */
public interface Arrivals {

  /** Nobody looks. */
  Arrivals UNSEEN =
      new Arrivals() {
        @Override
        public <A> A taken(Supplier<A> taking, ToIntFunction<A> status) {
          return taking.get();
        }
      };

  /**
   * Takes something in.
   *
   * @param status what the platform is told, as HTTP numbers it
   * @return what {@code taking} gives
   */
  <A> A taken(Supplier<A> taking, ToIntFunction<A> status);
}
