package ponte.teams.graph;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Away;
import tools.jackson.databind.JsonNode;

/**
 * When people are away, by the automatic replies of their mailboxes:
 * <https://learn.microsoft.com/graph/api/resources/automaticrepliessetting>. Who let the mailbox
 * answer is away; what it answers is not read.
 */
public final class MailboxAway {

  private MailboxAway() {}

  /**
   * The absence that a mailbox tells of; empty where it tells of none, or of one without an end
   * that it should have.
   *
   * @param mailbox its settings
   */
  public static Optional<Away> read(JsonNode mailbox) {
    var replies = mailbox.path("automaticRepliesSetting");
    return switch (replies.path("status").stringValue("")) {
      case "alwaysEnabled" -> Optional.of(Away.until(null));
      case "scheduled" -> scheduled(replies);
      default -> Optional.empty();
    };
  }

  private static Optional<Away> scheduled(JsonNode replies) {
    var until = moment(replies.path("scheduledEndDateTime"));
    return until == null
        ? Optional.empty()
        : Optional.of(new Away(moment(replies.path("scheduledStartDateTime")), until));
  }

  /** A dateTimeTimeZone: a time of the day without an offset, and the zone in which it is one. */
  private static @Nullable Instant moment(JsonNode time) {
    var name = time.path("timeZone").stringValue("UTC");
    try {
      var zone = MailboxZones.zone(name).orElse(ZoneOffset.UTC);
      return LocalDateTime.parse(time.path("dateTime").stringValue("")).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
