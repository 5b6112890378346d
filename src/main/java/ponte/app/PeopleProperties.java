package ponte.app;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * People for whom an administrator has decided.
 *
 * @param neverNamed who is never named, counted, quoted or asked, whatever they say, but named
 *     where they put something to a channel or to colleagues themselves: e-mail addresses, accounts
 *     as {@code workspace/person}, or a channel with {@code #} before its name for all who are in
 *     it
 */
@ConfigurationProperties("ponte.people")
record PeopleProperties(@DefaultValue Set<String> neverNamed) {

  PeopleProperties {
    neverNamed = Set.copyOf(neverNamed);
  }
}
