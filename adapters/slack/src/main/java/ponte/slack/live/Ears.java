package ponte.slack.live;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.bot.Inbox;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.platform.Departures;
import ponte.slack.Fields;
import ponte.slack.SlackMessage;
import ponte.slack.SlackMessage.Nature;
import ponte.slack.SlackSync;
import ponte.slack.installation.Installations;

/** Takes in what Slack tells of: what happened, and who spoke to Ponte. */
final class Ears {

  private static final Logger log = LoggerFactory.getLogger(Ears.class);

  private final Inbox inbox;
  private final Directory directory;
  private final Doorkeeper doorkeeper;
  private final SharedChannels shared;
  private final Installations installations;
  private final SlackSync sync;
  private final Departures departures;
  private final Peace peace;
  private final Asking asking;
  private final Words words;
  private final Talk talk;
  private final Roster roster;

  Ears(
      Inbox inbox,
      Directory directory,
      Doorkeeper doorkeeper,
      SharedChannels shared,
      Installations installations,
      SlackSync sync,
      Departures departures,
      Peace peace,
      Asking asking) {
    this.inbox = inbox;
    this.directory = directory;
    this.doorkeeper = doorkeeper;
    this.shared = shared;
    this.installations = installations;
    this.sync = sync;
    this.departures = departures;
    this.peace = peace;
    this.asking = asking;
    this.words = new Words(directory);
    this.talk = new Talk(directory, words);
    this.roster = new Roster(directory);
  }

  /** Takes in an event; it is durable when this returns. */
  void hear(Incoming incoming) {
    var event = incoming.event();
    switch (incoming.type()) {
      case "message" -> message(incoming);
      case "app_mention" -> mention(incoming);
      case "reaction_added" -> reaction(incoming, true);
      case "reaction_removed" -> reaction(incoming, false);
      case "app_home_opened" -> homeOpened(incoming);
      case "channel_shared" ->
          incoming
              .channel(event, "channel")
              .ifPresent(channel -> shared.note(channel, true, incoming.at()));
      case "channel_unshared" ->
          incoming
              .channel(event, "channel")
              .ifPresent(
                  channel ->
                      shared.note(channel, Fields.isTrue(event, "is_ext_shared"), incoming.at()));
      case "channel_id_changed" -> {
        // Told where a private channel begins to be shared: under its new id others read it.
        incoming
            .channel(event, "new_channel_id")
            .ifPresent(channel -> shared.note(channel, true, incoming.at()));
        rosterChanged(incoming);
      }
      case "dnd_updated_user" -> peace.told(incoming);
      case "app_uninstalled" -> gone(incoming);
      case "tokens_revoked" -> {
        if (revokesBot(incoming)) {
          gone(incoming);
        }
      }
      default -> rosterChanged(incoming);
    }
  }

  private void message(Incoming incoming) {
    var event = incoming.event();
    var kind = Fields.text(event, "channel_type");
    var direct = Fields.id(event, "channel");
    if (direct != null && (kind.equals("im") || Incoming.isDirect(direct))) {
      directMessage(incoming, new ChannelId(incoming.workspace(), direct));
    } else {
      incoming.channel(event, "channel").ifPresent(channel -> heard(incoming, channel));
    }
  }

  private void heard(Incoming incoming, ChannelId channel) {
    var listens = doorkeeper.listens(channel, incoming);
    var events =
        talk.message(incoming, channel).stream()
            .filter(event -> listens || event instanceof Event.Roster)
            .toList();
    if (hear(incoming, channel.toString(), events) && listens) {
      events.forEach(this::meet);
      if (directory.channel(channel).isEmpty()) {
        // The news of the invitation was lost: Slack gives up on an event after some tries.
        sync.unknown(channel);
      }
    }
  }

  private void reaction(Incoming incoming, boolean given) {
    incoming
        .channel(incoming.event().path("item"), "channel")
        .filter(channel -> doorkeeper.listens(channel, incoming))
        .ifPresent(
            channel ->
                talk.reaction(incoming, channel, given)
                    .ifPresent(event -> hear(incoming, channel.toString(), List.of(event))));
  }

  /** Words of a person, and not a change of them or a program's. */
  private void directMessage(Incoming incoming, ChannelId channel) {
    var message = new SlackMessage(incoming.event());
    if (message.nature() == Nature.WORDS && !message.isFromProgram() && !incoming.isFromBot()) {
      asked(incoming, channel, null);
    }
  }

  /** A mention in a channel that others read is not answered; nor is one by another program. */
  private void mention(Incoming incoming) {
    var message = new SlackMessage(incoming.event());
    incoming
        .channel(incoming.event(), "channel")
        .filter(_ -> !message.isFromProgram() && !incoming.isFromBot())
        .filter(channel -> !doorkeeper.isShared(channel, incoming))
        .ifPresent(channel -> asked(incoming, channel, channel));
  }

  /**
   * A mention arrives twice, as a message and as a mention, and is asked once: by its place.
   *
   * @param place where the answer goes; null: between the two of them
   */
  private void asked(Incoming incoming, ChannelId channel, @Nullable ChannelId place) {
    var event = incoming.event();
    var person = incoming.person(event, "user");
    var ts = Fields.ts(event, "ts");
    if (person.isEmpty() || ts.isEmpty()) {
      return;
    }
    var message = new MessageId(channel, ts.get().value());
    var asked =
        new Event.Request.Asked(
            new EventId(ReplyRoutes.SLACK + "ask:" + message),
            person.get(),
            Incoming.place(place, Incoming.thread(channel, event)),
            words.of(Fields.text(event, "text"), incoming.installation().bot()),
            ts.get().instant());
    // Between the two of them the request itself does not say in which conversation.
    asking.ask(asked, place == null ? ReplyRoutes.Route.to(asked, channel) : null);
  }

  private void homeOpened(Incoming incoming) {
    if (Fields.text(incoming.event(), "tab").equals("home")) {
      incoming
          .person(incoming.event(), "user")
          .ifPresent(
              person ->
                  asking.ask(
                      new Event.Request.Opened(incoming.id(), person, null, incoming.at()), null));
    }
  }

  private void meet(Event event) {
    if (event instanceof Event.Talk.Posted(_, var content) && content.isTalk()) {
      asking.meet(content.author());
    }
  }

  private void rosterChanged(Incoming incoming) {
    var events = roster.of(incoming);
    if (events.isEmpty()) {
      log.atDebug().addKeyValue("type", incoming.type()).log("nothing to be done");
      return;
    }
    if (hear(incoming, "roster/" + incoming.workspace(), events)) {
      events.forEach(event -> followUp(incoming, event));
    }
  }

  private void followUp(Incoming incoming, Event.Roster event) {
    switch (event) {
      case Event.Roster.Joined(_, var channel, var person, _) -> {
        if (!person.equals(incoming.installation().bot())) {
          asking.meet(person);
        } else if (!doorkeeper.isShared(channel, incoming) && !doorkeeper.isExcluded(channel)) {
          sync.invited(channel);
        }
      }
      // Slack tells the language only to those who ask for it.
      case Event.Roster.PersonChanged(_, var person, _) -> sync.person(person.id());
      case Event.Roster.ChannelChanged _,
          Event.Roster.ChannelTurned _,
          Event.Roster.MembersListed _,
          Event.Roster.Left _ -> {}
    }
  }

  private boolean hear(Incoming incoming, String lane, List<? extends Event> events) {
    return inbox.hear(lane, incoming.id().value(), events);
  }

  private static boolean revokesBot(Incoming incoming) {
    var bot = incoming.installation().bot().value();
    return incoming.event().path("tokens").path("bot").values().stream()
        .anyMatch(id -> id.stringValue("").equals(bot));
  }

  /** News of an uninstallation that come after Ponte was installed anew are old. */
  private void gone(Incoming incoming) {
    var installation = incoming.installation();
    if (!incoming.at().isBefore(installation.installedAt())) {
      // First: who dies in between hears of it again, for as long as the installation is there.
      departures.left(installation.workspace());
      installations.remove(installation.workspace());
      log.atInfo().addKeyValue("workspace", installation.workspace()).log("slack app uninstalled");
    }
  }
}
