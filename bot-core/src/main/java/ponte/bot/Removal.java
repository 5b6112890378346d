package ponte.bot;

import java.util.List;
import java.util.stream.Stream;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Keeper;
import ponte.conversation.WorkspaceId;
import ponte.home.Forgetting;

/** Removes what is kept: of a person, of a workspace, and what is not to be kept any longer. */
final class Removal {

  private final Ground ground;
  private final Digesting digesting;
  private final CommunityCare care;
  private final List<Keeper> keepers;
  private final Sweep sweep;

  Removal(Ground ground, Digesting digesting, Helping helping, Nudges nudges, CommunityCare care) {
    var ports = ground.ports();
    var kept = ground.kept();
    this.ground = ground;
    this.digesting = digesting;
    this.care = care;
    this.keepers =
        Stream.<Keeper>concat(
                ports.keepers().stream(),
                Stream.of(
                    kept.requests()::forget,
                    kept.posed()::forget,
                    kept.matters()::forget,
                    helping.wordings()::forget,
                    person -> kept.invitations().forget(person, ports.directory().people()),
                    kept.follows()::forget,
                    kept.privateSchedules()::forget,
                    kept.feeds()::forget,
                    person -> kept.news().forget(person, ports.directory().people()),
                    care.pairing()::forget,
                    care.maps()::forget,
                    care.seeding()::forget,
                    care.listening()::forget,
                    ground.gate()::forget,
                    nudges.nudging().followed()::forget,
                    nudges.unnamed().questions()::forget,
                    digesting.posts()::forget,
                    digesting.letters()::forget,
                    new Waiting(ports.queue())::forget,
                    new Unsettled(ports.records())::end,
                    _ -> digesting.digests().forgetAll(),
                    _ -> care.letGoOfReadings()))
            .toList();
    this.sweep =
        new Sweep(
            ports.archive(),
            ports.directory(),
            ground.rules().house().retention(),
            digesting.posts(),
            kept.posed(),
            kept.matters(),
            kept.invitations(),
            helping.wordings(),
            () -> letGoOfWords(digesting),
            kept.audit(),
            ports.clock());
  }

  private void letGoOfWords(Digesting digesting) {
    digesting.digests().forgetAll();
    care.listening().ears().forgetAll();
  }

  Sweep sweep() {
    return sweep;
  }

  /** Forgets a person who wants it. */
  Forgetting forgetting() {
    var ports = ground.ports();
    var kept = ground.kept();
    return new Forgetting(
        ports.archive(),
        ports.directory(),
        kept.preferences(),
        kept.opinions(),
        kept.ledger(),
        kept.schedules(),
        Stream.concat(Stream.<Keeper>of(care.pairing()::forgetEnded), keepers.stream()).toList(),
        kept.audit(),
        ports.clock());
  }

  /** Forgets a workspace; a second time completes what failed at the first. */
  void forget(WorkspaceId workspace) {
    var kept = ground.kept();
    var directory = ground.ports().directory();
    // What people chose stays with the accounts that they have elsewhere.
    for (var person : directory.people()) {
      if (person.id().workspace().equals(workspace)) {
        kept.preferences().settle(person.id());
        care.pairing().settle(person.id());
      }
    }
    care.pairing().keepApart(workspace);
    kept.schedules().forget(workspace);
    kept.privateSchedules().forget(workspace);
    kept.posted().forget(workspace);
    digesting.letters().forget(workspace);
    kept.feeds().forget(workspace);
    kept.effects().forget(workspace);
    care.forget(workspace);
    for (var person : directory.people()) {
      if (person.id().workspace().equals(workspace)) {
        kept.opinions().forget(person.id(), List.of());
        kept.ledger().forget(person.id());
        keepers.forEach(keeper -> keeper.forget(person.id()));
      }
    }
    kept.preferences().forget(workspace);
    kept.audit().forget(workspace);
    kept.audit()
        .note(Deed.WORKSPACE_FORGOTTEN, Audit.Role.ADMINISTRATOR, null, workspace.value(), 0);
    ground.ports().archive().forget(workspace);
    directory.forget(workspace);
    // What was read beside until now may still be of it.
    care.letGoOfReadings();
  }
}
