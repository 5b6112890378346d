package ponte.app;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.directory.Roles;

/**
 * Who may do more than everybody may.
 *
 * @param communityManagers their e-mail addresses, or their accounts as {@code workspace/person}
 * @param administrators in the same way
 */
@ConfigurationProperties("ponte.roles")
record RoleProperties(
    @DefaultValue Set<String> communityManagers, @DefaultValue Set<String> administrators) {

  Roles roles() {
    return new Roles(communityManagers, administrators);
  }
}
