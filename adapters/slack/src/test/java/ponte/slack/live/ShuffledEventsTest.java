package ponte.slack.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ponte.archive.InMemoryArchive;
import ponte.conversation.Audience;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.PersonId;
import ponte.conversation.TimeSpan;
import ponte.store.Codec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A made-up afternoon of a workspace, as Slack sends it and as a bad line mangles it. */
class ShuffledEventsTest {

  private static final int EVENTS = Integer.getInteger("ponte.events", 2_000);
  private static final int CHANNELS = 5;
  private static final int PEOPLE = 20;
  private static final long START = 1_772_442_000L;
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void endWithTheSameStateHoweverTheyArrive() {
    var clean = afternoon(new Random(7));
    var mangled = new ArrayList<>(clean);
    var chance = new Random(11);
    for (int i = 0; i < EVENTS / 10; i++) {
      mangled.add(clean.get(chance.nextInt(clean.size())));
    }
    Collections.shuffle(mangled, chance);

    var expected = state(clean);
    assertThat(state(mangled)).isEqualTo(expected);
    assertThat(expected).hasSizeGreaterThan(20_000);
  }

  /** Everything that is kept, in writing. */
  private static String state(List<String> events) {
    var slack = new Stand();
    var archive = new InMemoryArchive();
    // The bot is in these channels: they were read when it was invited.
    for (int i = 0; i < CHANNELS; i++) {
      slack.directory.apply(
          List.of(
              Stand.channel(
                  new ChannelId(Stand.TEAM, channel(i)), "channel-" + i, Visibility.PUBLIC)));
    }
    for (var event : events) {
      assertThat(slack.sendBody(event).status()).isEqualTo(200);
    }
    var roster = new ArrayList<Event.Roster>();
    var talk = new ArrayList<Event.Talk>();
    for (var event : slack.heard()) {
      switch (event) {
        case Event.Talk said -> talk.add(said);
        case Event.Roster change -> roster.add(change);
        case Event.Request _ -> throw new AssertionError("a request among what was heard");
      }
    }
    slack.directory.apply(roster);
    archive.apply(talk);
    var state = new StringBuilder();
    for (int i = 0; i < CHANNELS; i++) {
      var id = new ChannelId(Stand.TEAM, channel(i));
      slack.directory.channel(id).ifPresent(known -> state.append(known).append('\n'));
      state.append(slack.directory.members(id).stream().sorted().toList()).append('\n');
      archive
          .read(
              id,
              new TimeSpan(Stand.LONG_AGO, slack.clock.instant().plusSeconds(86_400)),
              10_000,
              Audience.of(id))
          .forEach(filed -> state.append(Codec.write(filed)).append('\n'));
    }
    for (int i = 0; i < PEOPLE; i++) {
      state.append(slack.directory.person(new PersonId(Stand.TEAM, person(i)))).append('\n');
    }
    slack.asked().stream()
        .map(request -> request.id().value())
        .sorted()
        .forEach(id -> state.append(id).append('\n'));
    return state.toString();
  }

  private static String channel(int i) {
    return "C0AFTERN0" + i;
  }

  private static String person(int i) {
    return "U0AFTERN" + (10 + i);
  }

  private static List<String> afternoon(Random chance) {
    var events = new ArrayList<String>();
    var said = new ArrayList<String[]>();
    while (events.size() < EVENTS) {
      int n = events.size();
      var where = channel(chance.nextInt(CHANNELS));
      var who = person(chance.nextInt(PEOPLE));
      var known = said.isEmpty() ? null : said.get(chance.nextInt(said.size()));
      int kind = chance.nextInt(100);
      ObjectNode event;
      if (kind < 50 || known == null) {
        event = message(event("message", n), who, ts(n), "words " + n).put("channel", where);
        if (known != null && known[0].equals(where) && chance.nextBoolean()) {
          event.put("thread_ts", known[1]);
        }
        said.add(new String[] {where, ts(n), who});
      } else if (kind < 60) {
        event = event("message", n).put("subtype", "message_changed").put("channel", known[0]);
        message(event.putObject("message"), known[2], known[1], "changed " + n)
            .putObject("edited")
            .put("user", known[2])
            .put("ts", ts(n));
        event.put("ts", ts(n));
      } else if (kind < 65) {
        event =
            event("message", n)
                .put("subtype", "message_deleted")
                .put("channel", known[0])
                .put("deleted_ts", known[1])
                .put("ts", ts(n));
      } else if (kind < 80) {
        event =
            event(chance.nextInt(3) > 0 ? "reaction_added" : "reaction_removed", n)
                .put("user", who)
                .put("reaction", chance.nextBoolean() ? "thumbsup" : "tada");
        event.putObject("item").put("type", "message").put("channel", known[0]).put("ts", known[1]);
      } else if (kind < 88) {
        event =
            event(chance.nextBoolean() ? "member_joined_channel" : "member_left_channel", n)
                .put("user", who)
                .put("channel", where)
                .put("channel_type", "C");
      } else if (kind < 92) {
        event = event("channel_rename", n);
        event.putObject("channel").put("id", where).put("name", "renamed-" + n);
      } else if (kind < 95) {
        event =
            event(chance.nextBoolean() ? "channel_archive" : "channel_unarchive", n)
                .put("channel", where);
      } else if (kind < 98) {
        event = event("user_change", n);
        event
            .putObject("user")
            .put("id", who)
            .put("name", "name-" + n)
            .put("tz", "Europe/Rome")
            .put("locale", "it-IT")
            .putObject("profile")
            .put("email", who + "@example.org");
      } else {
        event =
            event("app_mention", n)
                .put("user", who)
                .put("ts", ts(n))
                .put("channel", where)
                .put("text", "<@U0PONTE001> help");
      }
      events.add(envelope(event, n));
    }
    return events;
  }

  private static ObjectNode event(String type, int n) {
    var event = JSON.createObjectNode().put("type", type).put("event_ts", ts(n));
    return type.equals("message") ? event.put("channel_type", "channel") : event;
  }

  private static ObjectNode message(ObjectNode message, String user, String ts, String text) {
    return message
        .put("type", "message")
        .put("user", user)
        .put("ts", ts)
        .put("text", text)
        .put("client_msg_id", "c" + ts);
  }

  private static String ts(int n) {
    return START + n + ".%06d".formatted(n);
  }

  private static String envelope(ObjectNode event, int n) {
    var envelope =
        JSON.createObjectNode()
            .put("type", "event_callback")
            .put("team_id", Stand.TEAM.value())
            .put("event_id", "Ev" + n)
            .put("event_time", START + n)
            .put("is_ext_shared_channel", false);
    envelope.set("event", event);
    return envelope.toString();
  }
}
