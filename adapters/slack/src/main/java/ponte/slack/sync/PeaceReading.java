package ponte.slack.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import ponte.bot.Errands;
import ponte.bot.Handler;
import ponte.bot.Handler.Outcome;
import ponte.consent.DoNotDisturb;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.directory.Directory;
import ponte.slack.SlackPeace;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;
import tools.jackson.databind.JsonNode;

/**
 * Reads every hour when people are not to be disturbed next. Slack tells one time of each person,
 * and tells by itself only where that is changed: once it is over, the next one has to be asked
 * for. Nothing is read of whoever does not take part.
 */
final class PeaceReading {

  /** Of so many people Slack tells at once: docs.slack.dev, "dnd.teamInfo". */
  static final int MOST = 50;

  /** Times end with the hour mostly; what Slack tells just then may still be the old one. */
  private static final Duration PAST_THE_HOUR = Duration.ofMinutes(5);

  /** Who had no such time is asked about so rarely: whatever changes is told. */
  private static final Duration DAILY = Duration.ofHours(20);

  /** Whom Slack does not show it will not show tomorrow. */
  private static final Duration WEEKLY = Duration.ofDays(7);

  /**
   * What Slack says of all of them where it does not let Ponte see one: of this method it documents
   * the first and the last, of others that take people the rest.
   */
  private static final Set<String> OF_ONE =
      Set.of("user_not_visible", "user_not_found", "users_not_found", "no_users_provided");

  /** From all of them on; nobody is suspected yet. */
  private static SlackErrand.Peace from(WorkspaceId workspace, Instant hour) {
    return new SlackErrand.Peace(workspace, hour, "", MOST, null);
  }

  private final SlackApi api;
  private final Directory directory;
  private final Preferences preferences;
  private final Errands errands;
  private final Clock clock;

  PeaceReading(
      SlackApi api, Directory directory, Preferences preferences, Errands errands, Clock clock) {
    this.api = api;
    this.directory = directory;
    this.preferences = preferences;
    this.errands = errands;
    this.clock = clock;
  }

  /** Begins now, unless it was begun in this hour. */
  void begin(WorkspaceId workspace) {
    var now = clock.instant();
    var hour = now.truncatedTo(ChronoUnit.HOURS);
    errands.add(from(workspace, hour), now);
  }

  Outcome read(SlackErrand.Peace errand) {
    var now = clock.instant();
    var people = next(errand, now);
    if (people.isEmpty()) {
      // Where Ponte was taken out it begins again with the reading of all people, once it is back.
      if (api.isInstalled(errand.workspace())) {
        var hour = now.truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
        errands.add(from(errand.workspace(), hour), hour.plus(PAST_THE_HOUR));
      }
      return Handler.DONE;
    }
    var users = people.stream().map(PersonId::value).collect(Collectors.joining(","));
    return switch (api.call(errand.workspace(), Method.DND_TEAM_INFO, Map.of("users", users))) {
      case SlackAnswer.Done(var body) -> learn(errand, people, body.path("users"), now);
      case SlackAnswer.Later(var notBefore) -> Refusal.later(notBefore);
      case SlackAnswer.Refused refused when OF_ONE.contains(refused.error()) ->
          people.size() == 1
              ? letBe(errand, people.getFirst(), now)
              : goOn(errand, errand.after(), people.size() / 2, people.getLast().value());
      // The next night's reading of all people begins it again.
      case SlackAnswer.Refused refused -> Refusal.of(errand.workspace(), refused);
    };
  }

  /** Some of those whose time is over or not known yet, in order of id. */
  private List<PersonId> next(SlackErrand.Peace errand, Instant now) {
    return directory.people().stream()
        .filter(Person::isActive)
        .map(Person::id)
        .filter(person -> person.workspace().equals(errand.workspace()))
        .filter(person -> person.value().compareTo(errand.after()) > 0)
        .sorted()
        .filter(person -> isDue(person, now) && !preferences.isOut(person))
        .limit(errand.most())
        .toList();
  }

  private boolean isDue(PersonId person, Instant now) {
    return preferences
        .told(person)
        .filter(
            time ->
                now.isBefore(time.until())
                    || !time.until().isAfter(time.told()) && now.isBefore(time.told().plus(DAILY)))
        .isEmpty();
  }

  /** Of whom Slack says nothing there is nothing to know. */
  private Outcome learn(
      SlackErrand.Peace errand, List<PersonId> people, JsonNode users, Instant now) {
    people.forEach(
        person -> preferences.tell(person, SlackPeace.read(users.path(person.value()), now)));
    var last = people.getLast().value();
    var suspect = errand.suspect();
    return suspect != null && last.compareTo(suspect) < 0
        ? goOn(errand, last, errand.most(), suspect)
        : goOn(errand, last, grown(errand), null);
  }

  /** Whom Slack does not show has no time for a week: one without length at its end. */
  private Outcome letBe(SlackErrand.Peace errand, PersonId person, Instant now) {
    var again = now.plus(WEEKLY);
    preferences.tell(person, new DoNotDisturb(again, again, now));
    return goOn(errand, person.value(), grown(errand), null);
  }

  /** Where there was one whom Slack does not show there may be more: it grows step by step. */
  private static int grown(SlackErrand.Peace errand) {
    return Math.min(MOST, 2 * errand.most());
  }

  private Outcome goOn(SlackErrand.Peace errand, String after, int most, @Nullable String suspect) {
    errands.add(
        new SlackErrand.Peace(errand.workspace(), errand.asked(), after, most, suspect),
        clock.instant());
    return Handler.DONE;
  }
}
