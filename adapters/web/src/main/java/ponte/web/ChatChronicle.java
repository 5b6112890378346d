package ponte.web;

import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.home.Chronicle;
import ponte.reply.InWords;

/** What people and Ponte said to each other in the console, in words alone. */
public final class ChatChronicle implements Chronicle {

  private final Chats chats;
  private final InWords words;

  public ChatChronicle(Chats chats, Directory directory) {
    this.chats = chats;
    this.words =
        new InWords(
            person -> "@" + directory.person(person).map(Person::name).orElse(person.value()),
            emoji -> ":" + emoji + ":");
  }

  @Override
  public List<Line> of(PersonId account) {
    return chats.after(account, 0).stream().map(ChatLine::entry).map(this::line).toList();
  }

  private Line line(ChatEntry entry) {
    return switch (entry) {
      case ChatEntry.Said said -> new Line(said.at(), Speaker.PERSON, said.text());
      // A file is not repeated: it may be an earlier one of all that is kept.
      case ChatEntry.Replied replied ->
          new Line(replied.at(), Speaker.PONTE, words.of(replied.reply()));
    };
  }
}
