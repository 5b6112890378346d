package ponte.directory;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;

/**
 * The directory at one revision.
 *
 * @param channels all of them
 * @param heard those in which Ponte hears; nobody may see any other
 * @param everybody the public channels
 */
record Snapshot(
    String revision,
    Map<PersonId, Person> people,
    Map<ChannelId, Channel> channels,
    List<Channel> heard,
    Map<ChannelId, Set<PersonId>> members,
    Accounts accounts,
    Audience everybody) {

  static Snapshot of(
      String revision,
      Map<PersonId, Person> people,
      Map<ChannelId, Channel> channels,
      Map<ChannelId, Set<PersonId>> members,
      ChannelRules rules) {
    var heard = channels.values().stream().filter(rules::hears).toList();
    var open =
        heard.stream().filter(Channel::isPublic).map(Channel::id).collect(Collectors.toSet());
    return new Snapshot(
        revision,
        Map.copyOf(people),
        Map.copyOf(channels),
        heard,
        Map.copyOf(members),
        Accounts.of(people.values()),
        new Audience(open));
  }

  Audience audienceOf(PersonId id) {
    var person = people.get(id);
    if (person == null || !person.isActive()) {
      return Audience.NOBODY;
    }
    var all = accounts.of(id).stream().map(people::get).toList();
    return new Audience(
        heard.stream()
            .filter(channel -> all.stream().anyMatch(account -> mayOpen(account, channel)))
            .map(Channel::id)
            .collect(Collectors.toSet()));
  }

  Audience audienceOf(ChannelId id) {
    var common = new HashSet<ChannelId>();
    for (var open : everybody.channels()) {
      if (open.workspace().equals(id.workspace())) {
        common.add(open);
      }
    }
    for (var member : members.getOrDefault(id, Set.of())) {
      var person = people.get(member);
      if (person == null) {
        common.clear();
      } else if (person.isActive()) {
        common.retainAll(audienceOf(member).channels());
      }
    }
    var known = channels.get(id);
    if (known == null || heard.contains(known)) {
      common.add(id);
    } else {
      common.remove(id);
    }
    return new Audience(common);
  }

  boolean isIn(ChannelId channel, PersonId person) {
    var known = members.getOrDefault(channel, Set.of());
    return known.isEmpty() || !Collections.disjoint(known, accounts.of(person));
  }

  private boolean mayOpen(Person person, Channel channel) {
    var isMember = members.getOrDefault(channel.id(), Set.of()).contains(person.id());
    var isOpenToAll =
        channel.isPublic()
            && person.standing() == Person.Standing.ACTIVE
            && channel.id().workspace().equals(person.id().workspace());
    return isMember || isOpenToAll;
  }
}
