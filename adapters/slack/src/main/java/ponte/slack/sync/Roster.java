package ponte.slack.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.bot.Inbox;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.history.Backfill;
import ponte.slack.Fields;
import ponte.slack.SlackChannel;
import ponte.slack.SlackPerson;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import ponte.slack.live.SharedChannels;
import tools.jackson.databind.JsonNode;

/** Reads people, channels and members, page by page, and tells the inbox. */
final class Roster {

  /** Slack recommends at most this many on a page: docs.slack.dev, "Pagination". */
  private static final int PAGE = 200;

  private static final int MEMBERS_PAGE = 1000;

  /** At night in Europe, when few wait for Slack. */
  private static final Duration HOUR = Duration.ofHours(2);

  private final SlackApi api;
  private final Inbox inbox;
  private final Directory directory;
  private final SharedChannels shared;
  private final Errands errands;
  private final Backfill backfill;
  private final Consumer<WorkspaceId> whenKnown;
  private final Clock clock;

  /**
   * @param whenKnown told of a workspace whose people and channels were read
   */
  Roster(
      SlackApi api,
      Inbox inbox,
      Directory directory,
      SharedChannels shared,
      Errands errands,
      Backfill backfill,
      Consumer<WorkspaceId> whenKnown,
      Clock clock) {
    this.api = api;
    this.inbox = inbox;
    this.directory = directory;
    this.shared = shared;
    this.errands = errands;
    this.backfill = backfill;
    this.whenKnown = whenKnown;
    this.clock = clock;
  }

  Outcome people(SlackErrand.People errand) {
    var workspace = errand.workspace();
    var arguments = page(errand.page(), PAGE);
    arguments.put("include_locale", true);
    return read(
        errand,
        Method.USERS_LIST,
        arguments,
        body -> {
          hear(errand, persons(workspace, body.path("members"), errand.key()));
          next(
              body,
              cursor ->
                  new SlackErrand.People(workspace, errand.asked(), errand.page().next(cursor)),
              new SlackErrand.PublicChannels(workspace, errand.asked(), SlackErrand.Page.FIRST));
          return Handler.DONE;
        });
  }

  Outcome publicChannels(SlackErrand.PublicChannels errand) {
    var workspace = errand.workspace();
    var arguments = page(errand.page(), PAGE);
    arguments.put("types", "public_channel");
    return read(
        errand,
        Method.CONVERSATIONS_LIST,
        arguments,
        body -> {
          hear(errand, channels(workspace, body.path("channels"), errand.key()));
          next(
              body,
              cursor ->
                  new SlackErrand.PublicChannels(
                      workspace, errand.asked(), errand.page().next(cursor)),
              new SlackErrand.OwnChannels(
                  workspace, errand.asked(), SlackErrand.Page.FIRST, Set.of()));
          return Handler.DONE;
        });
  }

  Outcome ownChannels(SlackErrand.OwnChannels errand) {
    var workspace = errand.workspace();
    var arguments = page(errand.page(), PAGE);
    arguments.put("types", "public_channel,private_channel");
    return read(
        errand,
        Method.USERS_CONVERSATIONS,
        arguments,
        body -> {
          var channels = channels(workspace, body.path("channels"), errand.key());
          hear(errand, channels);
          var met = new HashSet<>(errand.met());
          for (var changed : channels) {
            if (changed instanceof Event.Roster.ChannelChanged(_, var channel, _)) {
              met.add(channel.id().value());
              members(channel.id(), errand.asked());
              backfill.beginUnlessBegun(channel.id());
            }
          }
          var cursor = cursor(body);
          if (cursor.isEmpty()) {
            closeOthers(errand, met);
            whenKnown.accept(workspace);
            var night = nextNight(clock.instant());
            errands.add(new SlackErrand.People(workspace, night, SlackErrand.Page.FIRST), night);
          } else {
            errands.add(
                new SlackErrand.OwnChannels(
                    workspace, errand.asked(), errand.page().next(cursor), met),
                clock.instant());
          }
          return Handler.DONE;
        });
  }

  /**
   * Of a private channel that the bot is not in nobody can say who is in it at this moment: what
   * was said there is then nobody's to see.
   */
  private void closeOthers(SlackErrand.OwnChannels errand, Set<String> met) {
    var now = clock.instant();
    var closed =
        directory.privateChannels(errand.workspace()).stream()
            .filter(channel -> !met.contains(channel.value()))
            .filter(channel -> !directory.members(channel).isEmpty())
            .sorted()
            .map(
                channel ->
                    new Event.Roster.MembersListed(
                        new EventId("slack-sync:closed/" + errand.key() + ":" + channel.value()),
                        channel,
                        Set.of(),
                        now))
            .toList();
    inbox.hear("roster/" + errand.workspace(), "slack-sync/closed/" + errand.key(), closed);
  }

  Outcome look(SlackErrand.Look errand) {
    return read(
        errand,
        Method.CONVERSATIONS_INFO,
        Map.of("channel", errand.channel().value()),
        body -> {
          var channel = body.path("channel");
          if (SlackChannel.isDirect(channel)) {
            return Handler.DONE;
          }
          hear(errand, List.of(channel(errand.channel(), channel, errand.key())));
          members(errand.channel(), errand.asked());
          backfill.begin(errand.channel());
          return Handler.DONE;
        });
  }

  Outcome members(SlackErrand.Members errand) {
    var arguments = page(errand.page(), MEMBERS_PAGE);
    arguments.put("channel", errand.channel().value());
    return read(
        errand,
        Method.CONVERSATIONS_MEMBERS,
        arguments,
        body -> {
          var met = new HashSet<>(errand.met());
          body.path("members").values().stream()
              .map(member -> member.stringValue(""))
              .filter(Fields::isId)
              .forEach(met::add);
          var cursor = cursor(body);
          if (cursor.isEmpty()) {
            var people =
                met.stream()
                    .map(id -> new PersonId(errand.workspace(), id))
                    .collect(Collectors.toSet());
            var id = new EventId("slack-sync:" + errand.key());
            hear(
                errand,
                List.of(
                    new Event.Roster.MembersListed(id, errand.channel(), people, errand.since())));
          } else {
            errands.add(
                new SlackErrand.Members(
                    errand.channel(),
                    errand.asked(),
                    errand.since(),
                    errand.page().next(cursor),
                    met),
                clock.instant());
          }
          return Handler.DONE;
        });
  }

  Outcome meet(SlackErrand.Meet errand) {
    return read(
        errand,
        Method.USERS_INFO,
        Map.of("user", errand.person().value(), "include_locale", true),
        body -> {
          hear(errand, persons(errand.workspace(), List.of(body.path("user")), errand.key()));
          return Handler.DONE;
        });
  }

  private void members(ChannelId channel, Instant asked) {
    var now = clock.instant();
    errands.add(
        new SlackErrand.Members(channel, asked, now, SlackErrand.Page.FIRST, Set.of()), now);
  }

  private Outcome read(
      SlackErrand errand,
      Method method,
      Map<String, ?> arguments,
      Function<JsonNode, Outcome> take) {
    return switch (api.call(errand.workspace(), method, arguments)) {
      case SlackAnswer.Done(var body) -> take.apply(body);
      case SlackAnswer.Later(var notBefore) -> Refusal.later(notBefore);
      case SlackAnswer.Refused refused -> Refusal.of(errand.workspace(), refused);
    };
  }

  private void next(JsonNode body, Function<String, SlackErrand> more, SlackErrand after) {
    var cursor = cursor(body);
    errands.add(cursor.isEmpty() ? after : more.apply(cursor), clock.instant());
  }

  private static Map<String, Object> page(SlackErrand.Page page, int limit) {
    var arguments = new HashMap<String, Object>();
    arguments.put("limit", limit);
    if (!page.cursor().isEmpty()) {
      arguments.put("cursor", page.cursor());
    }
    return arguments;
  }

  private static String cursor(JsonNode body) {
    return body.path("response_metadata").path("next_cursor").stringValue("");
  }

  private void hear(SlackErrand errand, List<? extends Event.Roster> events) {
    inbox.hear("roster/" + errand.workspace(), "slack-sync/" + errand.key(), events);
  }

  private List<Event.Roster> persons(WorkspaceId workspace, JsonNode users, String key) {
    return persons(workspace, List.copyOf(users.values()), key);
  }

  private List<Event.Roster> persons(
      WorkspaceId workspace, List<? extends JsonNode> users, String key) {
    var events = new ArrayList<Event.Roster>();
    for (var user : users) {
      var id = Fields.id(user, "id");
      if (id != null) {
        var person = SlackPerson.read(id, user).in(new PersonId(workspace, id));
        events.add(
            new Event.Roster.PersonChanged(
                new EventId("slack-sync:" + key + ":" + id), person, clock.instant()));
      }
    }
    return events;
  }

  private List<Event.Roster> channels(WorkspaceId workspace, JsonNode channels, String key) {
    var events = new ArrayList<Event.Roster>();
    for (var channel : channels.values()) {
      var id = Fields.id(channel, "id");
      if (id != null && !SlackChannel.isDirect(channel)) {
        events.add(channel(new ChannelId(workspace, id), channel, key));
      }
    }
    return events;
  }

  private Event.Roster channel(ChannelId id, JsonNode channel, String key) {
    var now = clock.instant();
    shared.note(id, SlackChannel.isShared(channel), now);
    return new Event.Roster.ChannelChanged(
        new EventId("slack-sync:" + key + ":" + id.value()),
        SlackChannel.read(id.value(), channel, Visibility.PUBLIC).in(id.workspace()),
        now);
  }

  /** The same for all who ask on one day, so that there is one round a night however often. */
  private static Instant nextNight(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS).plus(HOUR);
  }
}
