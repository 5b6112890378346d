package ponte.slack.delivery;

import java.util.Optional;
import ponte.conversation.MessageId;
import ponte.platform.Permalinks;
import ponte.slack.installation.Installations;

/** Slack's own addresses of the messages of workspaces where Ponte is installed. */
public final class SlackPermalinks implements Permalinks {

  private final Installations installations;

  public SlackPermalinks(Installations installations) {
    this.installations = installations;
  }

  @Override
  public Optional<String> of(MessageId message) {
    return installations
        .find(message.channel().workspace())
        .map(installation -> in(installation.address().toString(), message));
  }

  /** The dot of a message's time is left out. */
  static String in(String workspace, MessageId message) {
    return workspace.replaceAll("/+$", "")
        + "/archives/"
        + message.channel().value()
        + "/p"
        + message.value().replace(".", "");
  }
}
