package ponte.web;

import java.util.List;
import ponte.conversation.Channel;

/**
 * A stretch of a channel, beside the channels the reader may open.
 *
 * @param channels those of the same workspace
 */
public record ChannelPage(Reader reader, Timeline timeline, List<Channel> channels) {
  public ChannelPage {
    channels = List.copyOf(channels);
  }
}
