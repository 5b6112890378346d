package ponte.bot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Event;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Accounts;
import ponte.directory.Directory;

/**
 * Takes in who is who. What somebody chose goes over to an account that is joined to theirs, and
 * stays where one ends that it was chosen with: for that, changes of one address are taken in one
 * after the other.
 */
final class Joining {

  private final Directory directory;
  private final Unsettled unsettled;
  private final Consumer<PersonId> settle;

  /**
   * @param unsettled for whom that is still to be done where somebody dies in between
   * @param settle keeps with each account of somebody what they chose with any of them
   */
  Joining(Directory directory, Unsettled unsettled, Consumer<PersonId> settle) {
    this.directory = directory;
    this.unsettled = unsettled;
    this.settle = settle;
  }

  /** Takes in changes, in their order; they are durable when it returns. */
  void takeIn(List<? extends Event.Roster> roster) {
    var together = new ArrayList<Event.Roster>();
    var concerned = new HashSet<String>();
    for (var change : roster) {
      var touched = touched(change);
      if (touched.stream().anyMatch(concerned::contains)) {
        takeInAtOnce(together);
        together.clear();
        concerned.clear();
      }
      together.add(change);
      concerned.addAll(touched);
    }
    takeInAtOnce(together);
  }

  private void takeInAtOnce(List<Event.Roster> roster) {
    var changed = roster.stream().map(this::joinedOrParted).filter(Objects::nonNull).toList();
    changed.forEach(unsettled::begin);
    changed.forEach(settle);
    directory.apply(roster);
    changed.forEach(this::settle);
  }

  /** Does for somebody who is known already what was left undone when they were taken in. */
  void complete(PersonId person) {
    if (unsettled.contains(person)) {
      settle(person);
    }
  }

  private void settle(PersonId person) {
    settle.accept(person);
    unsettled.end(person);
  }

  /** The account and the addresses that a change may have to do with. */
  private Set<String> touched(Event.Roster change) {
    var touched = new HashSet<String>();
    if (change instanceof Event.Roster.PersonChanged(_, var person, _)) {
      touched.add(person.id().toString());
      add(person, touched);
      directory.person(person.id()).ifPresent(known -> add(known, touched));
    }
    return touched;
  }

  private static void add(Person person, Set<String> touched) {
    var email = person.email();
    if (email != null) {
      touched.add(Accounts.address(email));
    }
  }

  /** The person whose accounts a change may join or take apart; null: nobody's. */
  private @Nullable PersonId joinedOrParted(Event.Roster change) {
    return switch (change) {
      case Event.Roster.PersonChanged(_, var person, _) ->
          directory
                  .person(person.id())
                  .filter(known -> Objects.equals(known.email(), person.email()))
                  .filter(known -> known.isActive() == person.isActive())
                  .filter(known -> !unsettled.contains(known.id()))
                  .isPresent()
              ? null
              : person.id();
      case Event.Roster.ChannelChanged _,
          Event.Roster.ChannelTurned _,
          Event.Roster.MembersListed _,
          Event.Roster.Joined _,
          Event.Roster.Left _ ->
          null;
    };
  }
}
