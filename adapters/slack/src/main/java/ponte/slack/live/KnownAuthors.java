package ponte.slack.live;

import java.util.Map;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.slack.Authors;
import ponte.slack.SlackMessage;
import ponte.slack.installation.Installation;

/** Those whom the directory knows, and Ponte itself. */
record KnownAuthors(Directory directory, Installation installation) implements Authors {

  @Override
  public String author(SlackMessage message) {
    return message.author(Map.of(installation.botId(), installation.bot().value()));
  }

  @Override
  public boolean isProgram(String id) {
    return installation.bot().value().equals(id)
        || directory
            .person(new PersonId(installation.workspace(), id))
            .filter(person -> person.standing() == Person.Standing.BOT)
            .isPresent();
  }
}
