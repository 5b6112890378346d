package ponte.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Channel;
import ponte.conversation.Channel.Visibility;
import ponte.conversation.ChannelId;
import ponte.conversation.Event.Roster;
import ponte.conversation.EventId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.directory.Role;
import ponte.nlp.Language;
import ponte.store.Records;

/** A small workspace: two colleagues, an open channel and one that only Ada is in. */
final class Solfalda {

  static final WorkspaceId WORKSPACE = new WorkspaceId("T1");
  static final Channel OPEN = channel("general", Visibility.PUBLIC);
  static final Channel CLOSED = channel("board", Visibility.PRIVATE);
  static final Person ADA = person("ada", "Ada Ferri", Language.ENGLISH);
  static final Person BRUNO = person("bruno", "Bruno <b>Rossi</b>", Language.ITALIAN);
  static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

  private Solfalda() {}

  static Directory directory(Records records) {
    var directory = new Directory(records);
    directory.apply(
        List.of(
            new Roster.PersonChanged(new EventId("1"), ADA, MORNING),
            new Roster.PersonChanged(new EventId("2"), BRUNO, MORNING),
            new Roster.ChannelChanged(new EventId("3"), OPEN, MORNING),
            new Roster.ChannelChanged(new EventId("4"), CLOSED, MORNING),
            new Roster.MembersListed(new EventId("5"), CLOSED.id(), Set.of(ADA.id()), MORNING)));
    return directory;
  }

  static Reader reader(Person person, Records records) {
    var language = person.language() == null ? Language.ENGLISH : person.language();
    return new Reader(person, language, person.zone(), directory(records));
  }

  /** The same person, who may open every page. */
  static Reader administrator(Person person, Records records) {
    var language = person.language() == null ? Language.ENGLISH : person.language();
    return new Reader(
        new Visit(person, Role.ADMINISTRATOR, false), language, person.zone(), directory(records));
  }

  private static Channel channel(String name, Visibility visibility) {
    return new Channel(new ChannelId(WORKSPACE, name), name, visibility, "", "", false);
  }

  private static Person person(String id, String name, @Nullable Language language) {
    return new Person(
        new PersonId(WORKSPACE, id),
        name,
        id,
        "",
        null,
        ZoneId.of("Europe/Rome"),
        language,
        Person.Standing.ACTIVE);
  }
}
