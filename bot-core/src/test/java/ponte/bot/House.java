package ponte.bot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.archive.Chat;
import ponte.command.Command;
import ponte.consent.HouseRules;
import ponte.consent.Participation;
import ponte.consent.RequestLimits;
import ponte.consent.Retention;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.Event.Place;
import ponte.conversation.EventId;
import ponte.directory.ChannelRules;
import ponte.directory.Directory;
import ponte.expert.Workspace;
import ponte.nudge.Holidays;
import ponte.platform.Outgoing;
import ponte.platform.ReadingProgress;
import ponte.reply.Reply;
import ponte.store.Codec;
import ponte.store.InMemoryQueue;

/** Ponte in a workspace whose administrator has set rules. */
final class House {

  final Workspace acme;
  final InMemoryQueue queue;
  final Directory directory;
  final Ponte ponte;
  final Inbox inbox;
  private int request;

  House(Workspace acme, ChannelRules channels, HouseRules house) {
    this(acme, new InMemoryQueue(acme.clock), channels, house);
  }

  House(Workspace acme, InMemoryQueue queue, ChannelRules channels, HouseRules house) {
    this.acme = acme;
    this.queue = queue;
    this.directory = new Directory(acme.records, channels);
    this.ponte =
        new Ponte(
            new Ponte.Ports(
                acme.archive,
                directory,
                acme.records,
                queue,
                Workspace.NLP,
                ReadingProgress.NONE,
                Holidays.NONE,
                List.of(),
                acme.clock),
            Ponte.Rules.DEFAULT.with(house));
    this.inbox = new Inbox(queue, acme.clock);
  }

  /** The same place under other rules, as after a start. */
  House under(ChannelRules channels, HouseRules house) {
    return new House(acme, queue, channels, house);
  }

  static HouseRules keeping(Duration usual, Map<String, Duration> channels) {
    return new HouseRules(
        Participation.USUAL,
        new Retention(usual, Map.of(), channels),
        Duration.ofDays(365),
        RequestLimits.DEFAULT);
  }

  static HouseRules optIn(String... neverNamed) {
    return new HouseRules(
        new Participation(true, Set.of(neverNamed)),
        Retention.FOREVER,
        Duration.ofDays(365),
        RequestLimits.DEFAULT);
  }

  /** Takes in what was heard and removes what is not to be kept, as two replicas do. */
  void works() {
    var workplace = Workplaces.at(queue, acme.clock);
    var sweeps = new Sweeps(queue, acme.clock);
    var hearing =
        new Hearing(
            ponte.joining(),
            directory,
            acme.archive,
            ponte.preferences(),
            ponte.sweep(),
            sweeps,
            new Lately(queue, acme.clock),
            ponte.feeds(),
            ponte::heard);
    var workers =
        List.of(
            new Worker(Inbox.HEARD, hearing, workplace),
            new Worker(Sweeps.TOPIC, new Sweeping(ponte.sweep(), sweeps), workplace),
            new Worker(Sweeps.TOPIC, new Sweeping(ponte.sweep(), sweeps), workplace));
    var idle = 0;
    while (idle < workers.size()) {
      idle = 0;
      for (var worker : workers) {
        idle += worker.workOnce() ? 0 : 1;
      }
    }
  }

  void hears(Event.Talk... talk) {
    for (var each : talk) {
      inbox.hear(each.message().channel().toString(), each.id().value(), List.of(each));
    }
    works();
  }

  Reply says(String name, String text) {
    return first(all(name, text, Place.DIRECT));
  }

  Reply says(String name, String text, ChannelId channel) {
    return first(all(name, text, new Place(channel, null, null)));
  }

  /** All that comes of what somebody says. */
  List<Outgoing> all(String name, String text, Place place) {
    return ponte
        .bot()
        .answer(
            new Event.Request.Asked(
                new EventId("e" + request++),
                Chat.person(name),
                place,
                text,
                acme.clock.instant()));
  }

  Reply presses(String name, Command command) {
    return first(
        ponte
            .bot()
            .answer(
                new Event.Request.Pressed(
                    new EventId("e" + request++),
                    Chat.person(name),
                    Place.DIRECT,
                    Codec.write(command),
                    acme.clock.instant())));
  }

  private static Reply first(List<Outgoing> outgoing) {
    return outgoing.getFirst().reply();
  }
}
