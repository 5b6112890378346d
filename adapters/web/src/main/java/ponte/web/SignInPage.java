package ponte.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page where one chooses with whose account one signs in.
 *
 * @param why what happened before, as texts name it; null: nothing
 */
public record SignInPage(Reader reader, List<Way> ways, @Nullable String why) {

  public SignInPage {
    ways = List.copyOf(ways);
  }

  /**
   * A way to sign in.
   *
   * @param key as texts name it
   * @param address where it begins
   */
  public record Way(String key, String address) {}
}
