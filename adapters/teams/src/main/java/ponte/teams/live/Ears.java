package ponte.teams.live;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Inbox;
import ponte.conversation.Event;
import ponte.directory.Directory;
import ponte.teams.Conversations;
import ponte.teams.TeamsSync;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;

/** Takes in what Teams tells of: what was said, and what became of teams and those in them. */
final class Ears {

  private static final Logger log = LoggerFactory.getLogger(Ears.class);

  private final Inbox inbox;
  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final References references;
  private final TeamsSync sync;
  private final Asking asking;
  private final Requests requests;
  private final Welcome welcome;
  private final Talk talk;
  private final Roster roster;

  Ears(
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      References references,
      TeamsSync sync,
      Asking asking,
      Requests requests,
      Welcome welcome,
      Talk talk) {
    this.inbox = inbox;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.references = references;
    this.sync = sync;
    this.asking = asking;
    this.requests = requests;
    this.welcome = welcome;
    this.talk = talk;
    this.roster = new Roster(references, doorkeeper);
  }

  /** Takes in an activity; it is durable when this returns. */
  void hear(Incoming incoming, Reference reference) {
    switch (incoming.type()) {
      case "message" -> message(incoming, reference);
      case "messageUpdate" -> heard(incoming, talk.changed(incoming).stream().toList());
      case "messageDelete" -> heard(incoming, talk.deleted(incoming).stream().toList());
      case "messageReaction" -> heard(incoming, talk.reactions(incoming));
      case "conversationUpdate" -> updated(incoming, reference);
      case "installationUpdate" -> installed(incoming, reference);
      default -> log.atDebug().addKeyValue("type", incoming.type()).log("nothing to be done");
    }
  }

  /** What a card sends comes as a message, too: without words, with a value. */
  private void message(Incoming incoming, Reference reference) {
    asking.learn(incoming);
    if (!incoming.value().isNull() && incoming.text().isBlank()) {
      requests.fromCard(incoming, reference, incoming.value());
      return;
    }
    heard(incoming, talk.posted(incoming).stream().toList());
    if (isAsked(incoming)) {
      requests.asked(incoming, reference);
    }
  }

  /** Between two each word is for Ponte; among several it is asked by its name. */
  private boolean isAsked(Incoming incoming) {
    if (incoming.isFromProgram()) {
      return false;
    }
    return switch (incoming.kind().orElse(null)) {
      case PERSONAL -> true;
      case GROUP -> Wording.mentionsBot(incoming);
      case CHANNEL -> Wording.mentionsBot(incoming) && !doorkeeper.isShared(incoming);
      case null -> false;
    };
  }

  private void heard(Incoming incoming, List<Event.Talk> events) {
    if (!doorkeeper.listens(incoming) || events.isEmpty()) {
      return;
    }
    var channel = incoming.channel();
    if (doorkeeper.awaitsName(channel)) {
      sync.held(channel, events);
      sync.unknown(channel);
    } else if (inbox.hear(channel.toString(), events.getFirst().id().value(), events)) {
      events.forEach(this::meet);
      if (directory.channel(channel).isEmpty()) {
        // The news of the installation was lost, or the channel's are still to come.
        sync.unknown(channel);
      }
    }
  }

  private void meet(Event.Talk event) {
    if (event instanceof Event.Talk.Posted(_, var content) && content.isTalk()) {
      asking.meet(content.author());
    }
  }

  private void updated(Incoming incoming, Reference reference) {
    // Asked first: it takes note of how wide the channel is.
    var shared = doorkeeper.isShared(incoming);
    if (isChannel(incoming)) {
      if (incoming.added().stream().anyMatch(incoming::isBot)) {
        arrived(incoming, reference);
      }
      if (incoming.removed().stream().anyMatch(incoming::isBot)) {
        removed(incoming);
        return;
      }
      if (!shared) {
        tell(incoming, roster.of(incoming));
      }
      roster.toRead(incoming).ifPresent(team -> sync.team(team.tenant(), team.id()));
      roster.people(incoming, true).forEach(asking::meet);
    } else if (incoming.added().stream().anyMatch(incoming::isBot)) {
      arrived(incoming, reference);
    }
  }

  private static boolean isChannel(Incoming incoming) {
    return incoming.kind().filter(Conversations.Kind.CHANNEL::equals).isPresent();
  }

  /** Of a new version of the app Teams says that it was added or removed by an upgrade. */
  private void installed(Incoming incoming, Reference reference) {
    switch (incoming.action()) {
      case "add", "add-upgrade" -> arrived(incoming, reference);
      case "remove", "remove-upgrade" -> departed(incoming);
      default -> log.atDebug().addKeyValue("action", incoming.action()).log("nothing to be done");
    }
  }

  private void arrived(Incoming incoming, Reference reference) {
    incoming
        .team()
        .ifPresent(
            team -> {
              sync.team(team.tenant(), team.id());
              incoming
                  .person()
                  .ifPresent(by -> sync.added(team.tenant(), team.id(), by, incoming.language()));
            });
    welcome.first(incoming, reference);
  }

  /** Ponte was taken out of the team, or of one channel of it. */
  private void removed(Incoming incoming) {
    var channel = incoming.subject();
    if (incoming.eventType().equals("channelMemberRemoved") && channel.isPresent()) {
      tell(incoming, roster.closed(incoming, channel.get()));
      references.forget(channel.get());
    } else {
      departed(incoming);
    }
  }

  private void departed(Incoming incoming) {
    if (incoming.team().isPresent()) {
      tell(incoming, roster.left(incoming));
      incoming.team().ifPresent(references::forget);
      log.atInfo().addKeyValue("tenant", incoming.tenant()).log("taken out of a team");
    } else if (incoming.kind().filter(Conversations.Kind.PERSONAL::equals).isPresent()) {
      incoming.person().ifPresent(references::forgetPersonal);
    } else {
      references.forget(incoming.channel());
    }
  }

  private void tell(Incoming incoming, List<Event.Roster> events) {
    inbox.hear("roster/" + incoming.tenant(), incoming.event("update").value(), events);
  }
}
