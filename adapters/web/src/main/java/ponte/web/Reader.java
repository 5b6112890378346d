package ponte.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.conversation.Audience;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** Who looks at a page: what they may see, in which words, names and local times. */
public final class Reader {

  private static final String BUNDLE = "ponte.web.texts";

  private final Visit visit;
  private final Language language;
  private final ZoneId zone;
  private final Directory directory;
  private final Texts texts;

  /**
   * @param person null: nobody has been chosen yet, and nothing may be seen
   * @param zone where their clock stands
   */
  public Reader(@Nullable Person person, Language language, ZoneId zone, Directory directory) {
    this(Visit.of(person), language, zone, directory);
  }

  /**
   * @param zone where their clock stands
   */
  public Reader(Visit visit, Language language, ZoneId zone, Directory directory) {
    this.visit = visit;
    this.language = language;
    this.zone = zone;
    this.directory = directory;
    this.texts = Texts.of(BUNDLE, language);
  }

  public @Nullable Person person() {
    return visit.person();
  }

  /** Whether they proved who they are; else they chose, and may choose somebody else. */
  public boolean isSignedIn() {
    return visit.signedIn();
  }

  /** Whether they may open a page. */
  public boolean may(Door door) {
    return visit.may(door);
  }

  /** The pages that a place leads them to. */
  public List<Door> doors(Door.Place place) {
    return Door.at(place).stream().filter(this::may).toList();
  }

  public Language language() {
    return language;
  }

  public ZoneId zone() {
    return zone;
  }

  public Audience audience() {
    var person = visit.person();
    return person == null ? Audience.NOBODY : directory.audienceOf(person.id());
  }

  /**
   * The reader, as one for whom Ponte answers; nobody in particular as long as nobody is chosen.
   */
  public Asker asker() {
    var person = visit.person();
    return new Asker(person == null ? null : person.id(), audience(), language, zone);
  }

  public boolean is(PersonId other) {
    var person = visit.person();
    return person != null && person.id().equals(other);
  }

  /** A text of the pages, in the reader's language. */
  public String say(String situation, Object... values) {
    return texts.say(situation, values);
  }

  /** The name that colleagues know somebody by. */
  public String name(PersonId id) {
    return directory.person(id).map(Person::name).orElseGet(id::value);
  }

  public String names(Collection<PersonId> people) {
    return people.stream().map(this::name).sorted().collect(Collectors.joining(", "));
  }

  public String day(Instant time) {
    return texts.day(time, zone);
  }

  /** The time of a day, as {@code 14:05}. */
  public String time(Instant time) {
    return DateTimeFormatter.ofPattern("HH:mm", language.locale()).format(time.atZone(zone));
  }

  /** Day and time in full, for those who point at a short one. */
  public String moment(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
        .withLocale(language.locale())
        .format(time.atZone(zone));
  }
}
