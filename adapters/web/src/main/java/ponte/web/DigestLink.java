package ponte.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import ponte.command.Command.Period;
import ponte.conversation.ChannelId;

/**
 * Leads to the digest of a channel for a time; a page is of whole days.
 *
 * @param post the delivery of the digest that was posted, which is shown with the lines that stand
 *     in it; null: one that is made of the channel
 */
public record DigestLink(ChannelId channel, Period period, @Nullable String post) {

  public DigestLink {
    period = period instanceof Period.Between between ? between.days() : period;
  }

  /** Leads to one that is made of the channel. */
  public DigestLink(ChannelId channel, Period period) {
    this(channel, period, null);
  }

  /** The page. */
  public String address() {
    return Links.digest(channel) + query();
  }

  /**
   * The file of this ending.
   *
   * @see ponte.web.paper.Format#ending()
   */
  public String file(String ending) {
    var query = query();
    return Links.digest(channel) + "/file" + (query.isEmpty() ? "?" : query + "&") + "as=" + ending;
  }

  private String query() {
    if (post != null) {
      return "?post=" + URLEncoder.encode(post, StandardCharsets.UTF_8);
    }
    return switch (period) {
      case Period.Usual() -> "";
      case Period.LastDays(var days) -> "?days=" + days;
      case Period.Dates(var first, var last) -> "?from=" + first + "&to=" + last;
      case Period.Between between -> new DigestLink(channel, between.days()).query();
    };
  }

  /** The first day it is of; empty where it is not of certain days. */
  public String first() {
    return period instanceof Period.Dates(LocalDate first, _) ? first.toString() : "";
  }

  /** The last day it is of; empty where it is not of certain days. */
  public String last() {
    return period instanceof Period.Dates(_, LocalDate last) ? last.toString() : "";
  }
}
