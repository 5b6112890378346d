package ponte.slack.delivery;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;

/** The conversations of Ponte with one person or a few, opened where there is none yet. */
final class Doors {

  private static final int MOST_REMEMBERED = 10_000;

  private final SlackApi api;
  private final ConcurrentMap<Set<PersonId>, ChannelId> known = new ConcurrentHashMap<>();

  Doors(SlackApi api) {
    this.api = api;
  }

  /** A conversation, or what Slack said instead. */
  sealed interface Door {
    record Open(ChannelId channel) implements Door {}

    record Shut(SlackAnswer answer) implements Door {}
  }

  Door to(Set<PersonId> people) {
    var channel = known.get(people);
    return channel == null ? open(people) : new Door.Open(channel);
  }

  private Door open(Set<PersonId> people) {
    var workspace = people.iterator().next().workspace();
    var users = people.stream().map(PersonId::value).sorted().collect(Collectors.joining(","));
    var answer = api.call(workspace, Method.CONVERSATIONS_OPEN, Map.of("users", users));
    if (answer instanceof SlackAnswer.Done(var body)) {
      var id = body.path("channel").path("id").stringValue("");
      if (!id.isBlank()) {
        if (known.size() >= MOST_REMEMBERED) {
          known.clear();
        }
        var channel = new ChannelId(workspace, id);
        known.put(Set.copyOf(people), channel);
        return new Door.Open(channel);
      }
      return new Door.Shut(new SlackAnswer.Refused("no_channel", ""));
    }
    return new Door.Shut(answer);
  }
}
