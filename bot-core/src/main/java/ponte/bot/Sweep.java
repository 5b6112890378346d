package ponte.bot;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ponte.archive.Archive;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.consent.Retention;
import ponte.conversation.Channel;
import ponte.conversation.MessageId;
import ponte.directory.Directory;
import ponte.expert.Posed;
import ponte.introduction.Invitations;
import ponte.introduction.Matters;
import ponte.introduction.Wordings;
import ponte.schedule.DigestPosts;

/**
 * Removes what is not to be kept any longer: what was said too long ago, and all that was said in
 * channels in which Ponte does not hear.
 *
 * <p>It goes by what is there, some at a time, each durable: whoever dies is followed by somebody
 * who finds the rest.
 */
public final class Sweep {

  private static final Logger log = LoggerFactory.getLogger(Sweep.class);

  /** So few that nobody else who writes waits long. */
  private static final int AT_ONCE = 500;

  private final Archive archive;
  private final Directory directory;
  private final Retention retention;
  private final DigestPosts posts;
  private final Posed posed;
  private final Matters matters;
  private final Invitations invitations;
  private final Wordings wordings;
  private final Runnable letGo;
  private final Audit audit;
  private final Clock clock;

  /**
   * @param letGo lets go of what was read of messages, where some were removed
   */
  Sweep(
      Archive archive,
      Directory directory,
      Retention retention,
      DigestPosts posts,
      Posed posed,
      Matters matters,
      Invitations invitations,
      Wordings wordings,
      Runnable letGo,
      Audit audit,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.retention = retention;
    this.posts = posts;
    this.posed = posed;
    this.matters = matters;
    this.invitations = invitations;
    this.wordings = wordings;
    this.letGo = letGo;
    this.audit = audit;
    this.clock = clock;
  }

  /** Removes what is to be removed of all channels at this moment. */
  public void clean() {
    var removed = 0L;
    for (var channel : directory.channels()) {
      var before = before(channel);
      if (before.isPresent()) {
        removed += clean(channel, before.get());
      }
      posed.settle(channel.id());
    }
    if (removed > 0) {
      letGo.run();
    }
  }

  /** Takes what was removed from the disk, too. */
  public void expunge() {
    archive.expunge();
  }

  /** Whether something must not be kept that was said in a channel at this moment. */
  boolean mayNotKeep(MessageId message, Instant at) {
    var channel = message.channel();
    if (!directory.hears(channel)) {
      return true;
    }
    if (!retention.isLimited()) {
      return false;
    }
    var name = directory.channel(channel).map(Channel::name).orElse("");
    return retention.since(channel, name, clock.instant()).filter(at::isBefore).isPresent();
  }

  private Optional<Instant> before(Channel channel) {
    return directory.hears(channel.id())
        ? retention.since(channel.id(), channel.name(), clock.instant())
        : Optional.of(Instant.MAX);
  }

  private long clean(Channel channel, Instant before) {
    var all = 0L;
    while (true) {
      var removed = archive.forget(channel.id(), before, AT_ONCE);
      all += removed.size();
      posts.gone(channel.id(), Set.copyOf(removed));
      if (removed.size() < AT_ONCE) {
        break;
      }
    }
    posts.forget(channel.id(), before);
    posed.forget(channel.id(), before);
    // The invitations first: they are found by their matters.
    for (var matter : matters.before(channel.id(), before)) {
      directory.people().forEach(person -> invitations.forget(person.id(), matter));
    }
    matters.forget(channel.id(), before);
    wordings.settle(channel.id());
    if (all > 0) {
      var denied = before.equals(Instant.MAX);
      audit.note(denied ? Deed.DENIED_REMOVED : Deed.TOO_OLD_REMOVED, channel.id().toString(), all);
      log.atInfo()
          .addKeyValue("channel", channel.id())
          .addKeyValue("messages", all)
          .addKeyValue("denied", denied)
          .log("messages removed that are not to be kept");
    }
    return all;
  }
}
