package ponte.slack.live;

import ponte.conversation.Channel;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.slack.Mrkdwn;

/** What somebody wrote to Ponte in Slack, as they saw it when they typed it. */
final class Words {

  private final Directory directory;
  private final ponte.directory.Words words;

  Words(Directory directory) {
    this.directory = directory;
    this.words = new ponte.directory.Words(directory);
  }

  Mrkdwn mrkdwn(WorkspaceId workspace) {
    return new Mrkdwn(
        workspace,
        id -> directory.channel(new ChannelId(workspace, id)).map(Channel::name).orElse(id));
  }

  /**
   * The words of a text as Slack stores it.
   *
   * @param spokenTo whose mention is left out: the one who is asked
   */
  String of(String text, PersonId spokenTo) {
    return words.of(mrkdwn(spokenTo.workspace()).parse(text), spokenTo);
  }
}
