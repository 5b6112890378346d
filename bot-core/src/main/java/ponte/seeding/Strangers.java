package ponte.seeding;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.community.DeclaredTeams;
import ponte.community.Link;
import ponte.community.Network;
import ponte.community.Networks;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.directory.Directory;

/**
 * Tells whether anything shows that people know those whom they might hear of: that one of them
 * replied to, mentioned or thanked another where everybody may read it, or that they are of one
 * team where profiles name teams. That they never met is not known of anybody.
 */
final class Strangers {

  private static final Duration LATELY = Duration.ofDays(90);

  private final Directory directory;
  private final List<Link> links;
  private final Map<PersonId, Integer> teams;

  private Strangers(Directory directory, List<Link> links, Map<PersonId, Integer> teams) {
    this.directory = directory;
    this.links = links;
    this.teams = teams;
  }

  /** As it is at a moment; where too few wrote to be told of, nothing is known. */
  static Strangers at(Instant now, Networks networks, Directory directory) {
    var network =
        networks.of(TimeSpan.before(now, LATELY), directory.everybody()).orElse(Network.NOBODY);
    return new Strangers(
        directory,
        network.links(),
        DeclaredTeams.of(network.people(), directory, Networks.FEWEST)
            .map(declared -> declared.of())
            .orElse(Map.of()));
  }

  /** Whether nothing shows that one of these knows one of those. */
  boolean are(Collection<PersonId> some, Collection<PersonId> others) {
    var these = accounts(some);
    var those = accounts(others);
    return links.stream().noneMatch(link -> joins(link, these, those) || joins(link, those, these))
        && Collections.disjoint(teams(these), teams(those));
  }

  private static boolean joins(Link link, Set<PersonId> from, Set<PersonId> to) {
    return from.contains(link.from()) && to.contains(link.to());
  }

  private Set<PersonId> accounts(Collection<PersonId> people) {
    var accounts = new HashSet<PersonId>();
    people.forEach(person -> accounts.addAll(directory.accounts(person)));
    return accounts;
  }

  private Set<Integer> teams(Set<PersonId> accounts) {
    return accounts.stream().map(teams::get).filter(Objects::nonNull).collect(Collectors.toSet());
  }
}
