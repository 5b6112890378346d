package ponte.app;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import ponte.directory.Roles;

/**
 * Who may do more than everybody may.
 *
 * @param teamLeads who also looks after the digests of their channels: e-mail addresses as the
 *     platforms verified them, or accounts as {@code workspace/person}
 * @param communityManagers who takes care of the community, in the same way
 * @param administrators who sets the rules, in the same way
 */
@ConfigurationProperties("ponte.roles")
record RoleProperties(
    @DefaultValue Set<String> teamLeads,
    @DefaultValue Set<String> communityManagers,
    @DefaultValue Set<String> administrators) {

  /** Where nobody has one, the demo workspace has its community manager. */
  Roles roles() {
    var given = new Roles(teamLeads, communityManagers, administrators);
    return given.equals(Roles.NONE) ? Roles.OF_THE_DEMO : given;
  }
}
