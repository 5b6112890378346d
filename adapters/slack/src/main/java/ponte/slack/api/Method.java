package ponte.slack.api;

import java.time.Duration;
import ponte.platform.Rate;

/**
 * The methods of the Web API that Ponte calls, with how often Slack lets it: docs.slack.dev, "Rate
 * limits", and each method's page.
 */
public enum Method {
  AUTH_TEST("auth.test", 100),
  CHAT_POST_MESSAGE("chat.postMessage", 1, Duration.ofSeconds(1), true),
  CHAT_POST_EPHEMERAL("chat.postEphemeral", 100),
  CHAT_UPDATE("chat.update", 50),
  CHAT_DELETE("chat.delete", 50),
  CONVERSATIONS_OPEN("conversations.open", 50),
  CONVERSATIONS_INFO("conversations.info", 50),
  CONVERSATIONS_MEMBERS("conversations.members", 100),
  CONVERSATIONS_LIST("conversations.list", 20),
  CONVERSATIONS_HISTORY("conversations.history", 50),
  CONVERSATIONS_REPLIES("conversations.replies", 50),
  DND_TEAM_INFO("dnd.teamInfo", 20),
  USERS_CONVERSATIONS("users.conversations", 50),
  USERS_LIST("users.list", 20),
  USERS_INFO("users.info", 100),
  VIEWS_OPEN("views.open", 100),
  VIEWS_PUBLISH("views.publish", 100),
  FILES_UPLOAD_URL("files.getUploadURLExternal", 100),
  FILES_COMPLETE("files.completeUploadExternal", 100);

  private final String path;
  private final Rate rate;
  private final boolean channelwise;

  Method(String path, int calls) {
    this(path, calls, Duration.ofMinutes(1), false);
  }

  Method(String path, int calls, Duration per, boolean channelwise) {
    this.path = path;
    this.rate = new Rate(calls, per);
    this.channelwise = channelwise;
  }

  /** Its name, as it stands in the address. */
  String path() {
    return path;
  }

  Rate rate() {
    return rate;
  }

  /** Whether Slack counts each channel on its own, and not the workspace. */
  boolean isChannelwise() {
    return channelwise;
  }
}
