package ponte.bot;

import java.util.concurrent.Executor;
import ponte.community.Community;
import ponte.community.map.Maps;
import ponte.community.map.PeopleMaps;
import ponte.conversation.WorkspaceId;
import ponte.digest.Digests;
import ponte.expert.Experts;
import ponte.introduction.Inviting;
import ponte.listening.ListeningDesk;
import ponte.pairing.PairingDesk;
import ponte.seeding.SeedingDesk;

/**
 * Keeps a community alive and shows how it is: colleagues who did not know each other, the pulse,
 * the maps, what people talk about, discussions that are begun.
 */
record CommunityCare(
    PairingDesk pairing,
    Community community,
    Maps maps,
    ListeningDesk listening,
    SeedingDesk seeding) {

  static CommunityCare of(Ground ground, Experts experts, Digests digests, Inviting inviting) {
    var community = community(ground);
    var listening = listening(ground, digests);
    return new CommunityCare(
        pairing(ground, experts),
        community,
        maps(ground, community),
        listening,
        seeding(ground, digests, community, listening, inviting));
  }

  private static PairingDesk pairing(Ground ground, Experts experts) {
    var ports = ground.ports();
    var kept = ground.kept();
    return new PairingDesk(
        new PairingDesk.Ground(
            ports.archive(),
            ports.directory(),
            ports.records(),
            ports.queue(),
            ports.nlp(),
            kept.preferences(),
            ground.rules().roles(),
            ports.clock()),
        new PairingDesk.Beside(
            experts,
            kept.follows(),
            ground.languages(),
            kept.ledger(),
            kept.prompts(),
            ground.gate(),
            kept.effects()),
        ground.rules().pairing());
  }

  private static Community community(Ground ground) {
    var ports = ground.ports();
    return new Community(
        new Community.Ground(
            ports.archive(),
            ports.directory(),
            ground.kept().preferences(),
            ports.nlp(),
            ground.rules().roles(),
            ground.kept().effects(),
            beside("community"),
            ports.clock()),
        ground.rules().community());
  }

  private static Executor beside(String name) {
    return work -> Thread.ofPlatform().daemon().name(name).start(work);
  }

  private static Maps maps(Ground ground, Community community) {
    var ports = ground.ports();
    return Maps.of(
        new PeopleMaps.Ground(
            community.networks(),
            ports.archive(),
            ports.directory(),
            ports.records(),
            ports.nlp(),
            ground.kept().preferences(),
            ports.clock()),
        ground.rules().maps(),
        ground.rules().roles());
  }

  private static ListeningDesk listening(Ground ground, Digests digests) {
    var ports = ground.ports();
    return new ListeningDesk(
        new ListeningDesk.Ground(
            ports.archive(),
            ports.directory(),
            ports.records(),
            ports.nlp(),
            ground.kept().preferences(),
            digests,
            ground.kept().prompts(),
            ground.rules().roles(),
            ground.kept().audit(),
            beside("listening"),
            ports.clock()),
        ground.rules().listening());
  }

  private static SeedingDesk seeding(
      Ground ground,
      Digests digests,
      Community community,
      ListeningDesk listening,
      Inviting inviting) {
    var ports = ground.ports();
    var kept = ground.kept();
    return new SeedingDesk(
        new SeedingDesk.Ground(
            ports.archive(),
            ports.directory(),
            ports.records(),
            ports.queue(),
            ports.nlp(),
            kept.preferences(),
            ground.rules().roles(),
            ports.clock()),
        new SeedingDesk.Beside(
            digests,
            listening.ears(),
            community.networks(),
            ground.languages(),
            inviting,
            kept.matters(),
            kept.prompts(),
            kept.effects(),
            ground.gate()),
        ground.rules().seeding());
  }

  /** Forgets a workspace. */
  void forget(WorkspaceId workspace) {
    pairing.forget(workspace);
    community.letGo();
    maps.forget(workspace);
    seeding.forget(workspace);
    listening.forget(workspace);
  }

  /** Reads what was said while nobody waits, so that the first who asks need not. */
  void prepare(boolean forThoseInCharge) {
    if (forThoseInCharge) {
      community.prepare();
    }
    listening.ears().prepare();
  }

  /** Reads nothing any more. */
  void stop() {
    community.stop();
    listening.ears().stop();
  }

  /** Lets go of what was read, so that it is read anew. */
  void letGoOfReadings() {
    community.letGo();
    listening.ears().forgetAll();
  }
}
