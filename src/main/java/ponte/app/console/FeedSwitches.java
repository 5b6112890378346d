package ponte.app.console;

import java.util.Collections;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import ponte.app.Replica;
import ponte.app.access.Access;
import ponte.consent.Audit;
import ponte.consent.Audit.Deed;
import ponte.conversation.Channel;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.feed.Feeds;
import ponte.web.DigestPage.FeedSwitch;
import ponte.web.Links;

/** Who switches which feed on and off: those who are in a channel that everybody may open. */
@Component
class FeedSwitches {

  private static final Logger log = LoggerFactory.getLogger(FeedSwitches.class);

  private final Feeds feeds;
  private final Audit audit;
  private final Directory directory;
  private final FeedProperties properties;

  FeedSwitches(Replica replica, Directory directory, FeedProperties properties, Access access) {
    this.feeds = replica.ponte().feeds();
    this.audit = replica.ponte().audit();
    this.directory = directory;
    this.properties = properties;
    if (properties.enabled() && properties.address() == null && access instanceof Access.Local) {
      log.warn(
          "Feeds are on without ponte.feeds.address: the addresses told are as the browser of whoever"
              + " switches one on reaches this server, and may lead others nowhere.");
    }
  }

  /** Whether a channel has a feed, as far as a person has a say in it. */
  FeedSwitch of(Channel channel, PersonId person) {
    var mayBe = properties.enabled() && channel.isPublic() && !channel.archived();
    if (!mayBe || !isIn(channel, person)) {
      return new FeedSwitch.None();
    }
    return feeds
        .of(channel.id())
        .<FeedSwitch>map(feed -> new FeedSwitch.On(feed.since()))
        .orElseGet(FeedSwitch.Off::new);
  }

  /** Guests are let in by others, and let nobody in. */
  private boolean isIn(Channel channel, PersonId person) {
    var members = directory.members(channel.id());
    return directory.isOfUs(person)
        && (members.isEmpty() || !Collections.disjoint(members, directory.accounts(person)));
  }

  /**
   * Switches a feed on, or gives it a new address.
   *
   * @param here where the server was reached
   */
  FeedSwitch.Told open(Channel channel, PersonId person, String here) {
    var secret = feeds.open(channel.id(), person);
    audit.note(Deed.FEED_ON, person, channel.id());
    var address = properties.address() == null ? here : properties.address().toString();
    return new FeedSwitch.Told(
        address.replaceAll("/+$", "") + Links.feed(channel.id()) + "/" + secret);
  }

  void close(Channel channel, PersonId person) {
    feeds.close(channel.id());
    audit.note(Deed.FEED_OFF, person, channel.id());
  }
}
