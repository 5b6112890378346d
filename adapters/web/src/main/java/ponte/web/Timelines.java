package ponte.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.TimeSpan;

/** Reads stretches of a channel for somebody; threads are shown whole, below what opened them. */
public final class Timelines {

  /** How many messages of the channel a page has. */
  static final int PAGE = 40;

  /** How many messages before the one somebody came for. */
  static final int CONTEXT = 12;

  /** How many messages are read at once, and how often at most, to fill a page. */
  private static final int CHUNK = 100;

  private static final int CHUNKS = 20;

  /** Later than any message. */
  static final Instant END = Instant.parse("2200-01-01T00:00:00Z");

  private final Archive archive;

  public Timelines(Archive archive) {
    this.archive = archive;
  }

  /** The end of a channel. */
  public Timeline latest(Channel channel, Audience audience, ZoneId zone) {
    return before(channel, END, audience, zone);
  }

  /** The page of a channel that ends before a moment. */
  public Timeline before(Channel channel, Instant until, Audience audience, ZoneId zone) {
    return new Reading(channel, audience, zone).backwards(until, PAGE).andNewer(until).show(null);
  }

  /** The page of a channel that starts at a moment; one that is later than any is the last. */
  public Timeline from(Channel channel, Instant moment, Audience audience, ZoneId zone) {
    var from = moment.isAfter(END) ? END : moment;
    return new Reading(channel, audience, zone).forwards(from, PAGE).andOlder(from).show(null);
  }

  /** The page of a channel that starts with a day. */
  public Timeline on(Channel channel, LocalDate day, Audience audience, ZoneId zone) {
    return from(channel, day.atStartOfDay(zone).toInstant(), audience, zone);
  }

  /** A message with what was said before and after it; empty where the audience may not see it. */
  public Optional<Timeline> around(
      Channel channel, MessageId target, Audience audience, ZoneId zone) {
    return archive
        .find(target, audience)
        .map(
            filed -> {
              var reading = new Reading(channel, audience, zone);
              var anchor = reading.root(filed).message();
              return reading
                  .backwards(anchor.at(), CONTEXT)
                  .forwards(anchor.at(), PAGE - CONTEXT)
                  .show(filed);
            });
  }

  /** One page in the making. */
  private final class Reading {

    private final Channel channel;
    private final Audience audience;
    private final ZoneId zone;
    private final List<Filed> posts = new ArrayList<>();
    private final Map<MessageId, Boolean> hasRoot = new HashMap<>();
    private @Nullable Instant older;
    private @Nullable Instant newer;

    Reading(Channel channel, Audience audience, ZoneId zone) {
      this.channel = channel;
      this.audience = audience;
      this.zone = zone;
    }

    /** Puts messages of the channel before a moment in front of what is there. */
    Reading backwards(Instant until, int count) {
      var found = new ArrayList<Filed>();
      var end = until;
      var chunks = 0;
      List<Filed> chunk;
      do {
        chunk = archive.before(id(), end, CHUNK, audience);
        found.addAll(0, chunk.stream().filter(this::standsInChannel).toList());
        end = chunk.isEmpty() ? end : chunk.getFirst().message().at();
      } while (found.size() <= count && chunk.size() == CHUNK && ++chunks < CHUNKS);
      if (found.size() > count) {
        var shown = found.subList(found.size() - count, found.size());
        older = shown.getFirst().message().at();
        posts.addAll(0, shown);
      } else {
        older = chunk.size() == CHUNK ? end : null;
        posts.addAll(0, found);
      }
      return this;
    }

    /** Puts messages of the channel from a moment on behind what is there. */
    Reading forwards(Instant from, int count) {
      var found = new ArrayList<Filed>();
      var start = from;
      var chunks = 0;
      List<Filed> chunk;
      do {
        chunk = archive.read(id(), new TimeSpan(start, END), CHUNK, audience);
        found.addAll(chunk.stream().filter(this::standsInChannel).toList());
        start = chunk.isEmpty() ? start : chunk.getLast().message().at().plusNanos(1);
      } while (found.size() <= count && chunk.size() == CHUNK && ++chunks < CHUNKS);
      if (found.size() > count) {
        newer = found.get(count).message().at();
        posts.addAll(found.subList(0, count));
      } else {
        newer = chunk.size() == CHUNK ? start : null;
        posts.addAll(found);
      }
      return this;
    }

    /** Leads on from where the page ends, if anything was said there. */
    Reading andNewer(Instant from) {
      newer = archive.read(id(), new TimeSpan(from, END), 1, audience).isEmpty() ? null : from;
      return this;
    }

    /** Leads back from where the page starts, if anything was said there. */
    Reading andOlder(Instant until) {
      older = archive.before(id(), until, 1, audience).isEmpty() ? null : until;
      return this;
    }

    Timeline show(@Nullable Filed target) {
      var days = new LinkedHashMap<LocalDate, List<Timeline.Post>>();
      for (var post : posts) {
        days.computeIfAbsent(post.message().at().atZone(zone).toLocalDate(), _ -> new ArrayList<>())
            .add(
                new Timeline.Post(
                    post.message(),
                    replies(post),
                    target != null && post.conversation().equals(target.conversation())));
      }
      return new Timeline(
          channel,
          days.entrySet().stream()
              .map(day -> new Timeline.Day(day.getKey(), day.getValue()))
              .toList(),
          target == null ? null : target.message().id(),
          older,
          newer);
    }

    /** The message in the channel under which a message stands: itself, if it is no reply. */
    Filed root(Filed filed) {
      var thread = filed.message().thread();
      return thread == null ? filed : archive.find(thread, audience).orElse(filed);
    }

    private ChannelId id() {
      return channel.id();
    }

    /** A reply whose thread has lost its beginning stands for itself. */
    private boolean standsInChannel(Filed filed) {
      var thread = filed.message().thread();
      return thread == null
          || !hasRoot.computeIfAbsent(thread, root -> archive.find(root, audience).isPresent());
    }

    private List<Message> replies(Filed post) {
      var opening = post.message().id();
      return post.conversation().equals(opening)
          ? archive.conversation(opening, audience).stream()
              .map(Filed::message)
              .filter(message -> opening.equals(message.thread()))
              .toList()
          : List.of();
    }
  }
}
