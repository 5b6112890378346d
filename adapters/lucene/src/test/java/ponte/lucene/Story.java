package ponte.lucene;

import static ponte.archive.Chat.deleted;
import static ponte.archive.Chat.edited;
import static ponte.archive.Chat.posted;
import static ponte.archive.Chat.reacted;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import ponte.archive.Chat;
import ponte.conversation.Audience;
import ponte.conversation.Event.Talk;
import ponte.conversation.Message;

/** The same events on every machine and in every process, batch by batch. */
final class Story {

  static final List<Chat> CHATS = List.of(Chat.in("dev"), Chat.in("ops"), Chat.in("board"));
  static final Audience EVERYBODY =
      new Audience(CHATS.stream().map(Chat::channel).collect(Collectors.toSet()));
  static final List<String> WORDS =
      List.of("kafka", "broker", "deploy", "index", "lunch", "token", "cluster", "printer");

  private static final List<String> PEOPLE = List.of("ada", "bob", "eve", "leo", "mia");
  private static final int EVENTS = 40;

  private Story() {}

  /** What happens in a batch: new messages, and changes of any that came before. */
  static List<Talk> batch(int number) {
    var random = new Random(number);
    var events = new ArrayList<Talk>();
    for (var i = 0; i < EVENTS; i++) {
      var moment = number * EVENTS + i;
      events.add(posted(message(moment)));
      var earlier = message(random.nextInt(moment + 1));
      var now = moment + 0.5;
      switch (random.nextInt(12)) {
        case 0 -> events.add(edited(earlier, now, "the new " + word(random)));
        case 1 -> events.add(deleted(earlier.id(), now));
        case 2, 3 -> events.add(reacted(earlier.id(), now, person(random), "+1"));
        default -> {}
      }
    }
    return events;
  }

  private static Message message(int moment) {
    var random = new Random(-1 - moment);
    var chat = CHATS.get(moment % CHATS.size());
    var author = person(random);
    var text = "the %s and the %s are here".formatted(word(random), word(random));
    if (moment >= 30 && random.nextInt(4) == 0) {
      var root = moment - 3 * (1 + random.nextInt(10));
      return chat.replies(moment, root, author, text);
    }
    return chat.says(
        moment, author, random.nextInt(6) == 0 ? "@" + person(random) + " " + text : text);
  }

  private static String person(Random random) {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private static String word(Random random) {
    return WORDS.get(random.nextInt(WORDS.size()));
  }
}
