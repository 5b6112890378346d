package ponte.teams.graph;

import com.auth0.jwt.JWT;
import com.auth0.jwt.exceptions.JWTDecodeException;
import java.util.List;
import java.util.Set;

/**
 * What Ponte may be let read, each for a reason of its own; it works without any:
 * <https://learn.microsoft.com/graph/permissions-reference>.
 */
public final class Permissions {

  /**
   * Of one team, by who adds Ponte to it: what is said in its channels, who is in those of them
   * that Ponte was added to, which channels it has, and whether it is public.
   */
  public static final List<String> OF_TEAM =
      List.of(
          "ChannelMessage.Read.Group",
          "ChannelMember.Read.Group",
          "ChannelSettings.Read.Group",
          "TeamSettings.Read.Group");

  /**
   * Of a whole tenant, by its administrator: who is in private channels that Ponte was not added
   * to, what is said in them, who people are, where their clocks stand, and when they are away.
   */
  public static final List<String> OF_TENANT =
      List.of(
          "ChannelMember.Read.All",
          "ChannelMessage.Read.All",
          "User.Read.All",
          "MailboxSettings.Read");

  private Permissions() {}

  /** Those of a tenant that a token is not good for. */
  public static List<String> missing(String token) {
    var granted = granted(token);
    return OF_TENANT.stream().filter(permission -> !granted.contains(permission)).toList();
  }

  /** For words only: Graph itself checks the token. */
  private static Set<String> granted(String token) {
    try {
      var roles = JWT.decode(token).getClaim("roles").asList(String.class);
      return roles == null ? Set.of() : Set.copyOf(roles);
    } catch (JWTDecodeException e) {
      return Set.of();
    }
  }
}
