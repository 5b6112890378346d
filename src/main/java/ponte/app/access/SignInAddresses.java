package ponte.app.access;

/** Addresses of signing in and out. */
public final class SignInAddresses {

  /** The page where one chooses with what one signs in, and where signing in begins. */
  public static final String PAGE = "/sign-in";

  /** Where one signs out, by a form. */
  public static final String OUT = "/sign-out";

  /** Where a way leads back to, after {@link #PAGE} and its name. */
  static final String BACK = "/back";

  private SignInAddresses() {}
}
