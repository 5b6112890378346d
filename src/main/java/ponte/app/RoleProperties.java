package ponte.app;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.directory.Roles;

/**
 * Who may do more than everybody may.
 *
 * @param teamLeads their e-mail addresses, or their accounts as {@code workspace/person}
 * @param communityManagers in the same way
 * @param administrators in the same way
 */
@ConfigurationProperties("ponte.roles")
record RoleProperties(
    @DefaultValue Set<String> teamLeads,
    @DefaultValue Set<String> communityManagers,
    @DefaultValue Set<String> administrators) {

  Roles roles() {
    return new Roles(teamLeads, communityManagers, administrators);
  }
}
