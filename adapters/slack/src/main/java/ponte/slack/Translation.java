package ponte.slack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.ChannelId;
import ponte.conversation.Event;
import ponte.conversation.EventId;
import ponte.conversation.Message;
import ponte.conversation.Message.Reaction;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import tools.jackson.databind.JsonNode;

/** Translates messages as Slack writes them into what happened. */
public final class Translation {

  private static final String SKIN_TONE = "::skin-tone-";

  private final WorkspaceId workspace;
  private final Authors authors;
  private final Wording wording;
  private final String origin;

  /**
   * @param origin where the messages are from, as the ids of their events will say
   */
  public Translation(WorkspaceId workspace, Authors authors, Mrkdwn mrkdwn, String origin) {
    this.workspace = workspace;
    this.authors = authors;
    this.wording = new Wording(mrkdwn, workspace);
    this.origin = origin;
  }

  /** What a message of a channel says that happened; empty where it is nothing to anybody. */
  public Optional<Event.Talk> event(ChannelId channel, SlackMessage message) {
    return switch (message.nature()) {
      case WORDS, NOTICE -> message.ts().map(ts -> message(channel, message, ts)).map(this::posted);
      case CHANGE -> changed(channel, message);
      case DELETION -> deleted(channel, message);
      case NOTHING -> Optional.empty();
    };
  }

  private Event.Talk posted(Message message) {
    return new Event.Talk.Posted(id(message.id(), message.version()), message);
  }

  private Optional<Event.Talk> changed(ChannelId channel, SlackMessage change) {
    var changed = change.changed();
    var ts = changed.ts();
    if (ts.isEmpty()) {
      return Optional.empty();
    }
    if (changed.subtype().equals("tombstone")) {
      return deletion(channel, ts.get(), change.ts());
    }
    return switch (changed.nature()) {
      case WORDS, NOTICE -> {
        var content = message(channel, changed, ts.get());
        yield Optional.of(new Event.Talk.Edited(id(content.id(), content.version()), content));
      }
      case CHANGE, DELETION, NOTHING -> Optional.empty();
    };
  }

  private Optional<Event.Talk> deleted(ChannelId channel, SlackMessage deletion) {
    return Fields.ts(deletion.json(), "deleted_ts")
        .flatMap(ts -> deletion(channel, ts, deletion.ts()));
  }

  private Optional<Event.Talk> deletion(ChannelId channel, Ts deleted, Optional<Ts> at) {
    return at.map(
        when -> {
          var message = new MessageId(channel, deleted.value());
          return new Event.Talk.Deleted(id(message, when.instant()), message, when.instant());
        });
  }

  private EventId id(MessageId message, Instant version) {
    return new EventId(origin + ":" + message + ":" + version);
  }

  private Message message(ChannelId channel, SlackMessage message, Ts ts) {
    var json = message.json();
    var author = authors.author(message);
    var kind = kind(message, author);
    return new Message(
        new MessageId(channel, ts.value()),
        new PersonId(workspace, author),
        kind,
        ts.instant(),
        thread(channel, json, ts),
        wording.of(message, kind),
        files(json),
        reactions(json.path("reactions")),
        version(message, ts.instant()));
  }

  private Message.Kind kind(SlackMessage message, String author) {
    if (message.nature() == SlackMessage.Nature.NOTICE) {
      return Message.Kind.NOTICE;
    }
    return message.isFromProgram() || authors.isProgram(author)
        ? Message.Kind.BOT
        : Message.Kind.TALK;
  }

  private static @Nullable MessageId thread(ChannelId channel, JsonNode json, Ts ts) {
    return Fields.ts(json, "thread_ts")
        .map(Ts::value)
        .filter(root -> !root.equals(ts.value()))
        .map(root -> new MessageId(channel, root))
        .orElse(null);
  }

  private static Instant version(SlackMessage message, Instant at) {
    return message.editedAt().map(Ts::instant).filter(edited -> edited.isAfter(at)).orElse(at);
  }

  /** Names of files; one that was deleted has none any more. Old exports know one file only. */
  private static List<String> files(JsonNode json) {
    var files = new ArrayList<String>();
    for (var file : json.path("files").values()) {
      addName(file, files);
    }
    if (files.isEmpty()) {
      addName(json.path("file"), files);
    }
    return files;
  }

  private static void addName(JsonNode file, List<String> names) {
    var name = Fields.firstText(file, "name", "title");
    if (!name.isEmpty() && !Fields.text(file, "mode").equals("tombstone")) {
      names.add(Entities.decode(name));
    }
  }

  /** Reactions of all skin tones count as one. */
  private List<Reaction> reactions(JsonNode json) {
    if (json.isEmpty()) {
      return List.of();
    }
    var people = new LinkedHashMap<String, Set<PersonId>>();
    for (var reaction : json.values()) {
      var name = Fields.firstText(reaction, "name");
      int tone = name.indexOf(SKIN_TONE);
      var emoji = tone < 0 ? name : name.substring(0, tone);
      if (!emoji.isEmpty()) {
        var by = people.computeIfAbsent(emoji, _ -> new LinkedHashSet<>());
        for (var user : reaction.path("users").values()) {
          var id = user.stringValue("");
          if (Fields.isId(id)) {
            by.add(new PersonId(workspace, id));
          }
        }
      }
    }
    return people.entrySet().stream()
        .map(reaction -> new Reaction(reaction.getKey(), reaction.getValue()))
        .toList();
  }
}
