package ponte.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ponte.conversation.Person;

/**
 * A person's chat, or what is new in it.
 *
 * @param lines what is shown, oldest first
 * @param changed entries that the browser shows already and that look different now
 * @param last the number of the last entry there is
 * @param waiting whether a reply to the last question is still to come
 * @param draft what they had begun to write
 * @param problem why it was not asked; empty where nothing is wrong
 * @param form tells this page's form from every other; a form sent twice asks once
 * @param suggestions what could be asked, for those who do not know
 */
public record ChatPage(
    Reader reader,
    Person person,
    List<ChatLine> lines,
    List<ChatLine> changed,
    long last,
    Waiting waiting,
    String form,
    String draft,
    String problem,
    List<String> suggestions) {

  /** Whether a reply is still to come. */
  public enum Waiting {
    NO,
    YES,
    /** It takes longer than anybody waits at the screen. */
    LONG,
    /** It will hardly come any more. */
    LOST
  }

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration AT_ALL = Duration.ofMinutes(10);

  public ChatPage {
    lines = List.copyOf(lines);
    changed = List.copyOf(changed);
    suggestions = List.copyOf(suggestions);
  }

  /** Whether the last question of a chat waits for its reply. */
  public static Waiting waiting(List<ChatLine> all, Instant now) {
    for (var line : all.reversed()) {
      if (line.entry() instanceof ChatEntry.Said(var request, _, var at)) {
        if (Chats.isAnswered(request, all)) {
          return Waiting.NO;
        }
        if (at.plus(SOON).isAfter(now)) {
          return Waiting.YES;
        }
        return at.plus(AT_ALL).isAfter(now) ? Waiting.LONG : Waiting.LOST;
      }
    }
    return Waiting.NO;
  }
}
