package ponte.slack;

import static ponte.slack.Refusals.refusal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.Person;
import ponte.conversation.Person.Standing;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;

/**
 * Who is in an export: those on its list, and those who only show in messages: colleagues of other
 * workspaces, people and programs that were removed.
 */
final class People implements Authors {

  /** Slack's own voice. */
  static final String SLACKBOT = "USLACKBOT";

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "team_id",
          "name",
          "deleted",
          "real_name",
          "tz",
          "locale",
          "profile",
          "is_bot",
          "is_workflow_bot",
          "is_restricted",
          "is_ultra_restricted",
          "is_stranger",
          "is_email_confirmed");

  /** How many teams are told apart: people of other workspaces name theirs. */
  private static final int MOST_TEAMS = 1000;

  private final Limits limits;
  private final Map<String, SlackPerson> people = new LinkedHashMap<>();
  private final Map<String, String> accounts = new HashMap<>();
  private final Map<String, Integer> teams = new HashMap<>();

  private boolean listNamesTeams;

  private People(Limits limits) {
    this.limits = limits;
  }

  /** Reads the list of people. */
  static People read(JsonLists lists, String file, Limits limits) {
    var people = new People(limits);
    try (var list = lists.open(file, FIELDS)) {
      for (var item = list.next(); item != null; item = list.next()) {
        people.list(file, item);
      }
    }
    people.listNamesTeams = !people.teams.isEmpty();
    return people;
  }

  private void list(String file, JsonList.Item item) {
    var user = item.fields();
    var id = Fields.id(user, "id");
    if (id == null) {
      throw refusal("no-id", file, String.valueOf(item.index()), String.valueOf(item.line()));
    }
    add(id, SlackPerson.read(id, user).asOfOld());
    var program = Fields.id(user.path("profile"), "bot_id");
    if (program != null) {
      accounts.put(program, id);
    }
    var team = Fields.id(user, "team_id");
    if (team != null && !Fields.isTrue(user, "is_stranger")) {
      teams.merge(team, 1, Integer::sum);
    }
  }

  /** Takes note of who wrote a message, if the list does not have them. */
  void meet(SlackMessage message) {
    if (!listNamesTeams) {
      countTeam(message);
    }
    var id = author(message);
    if (people.containsKey(id)) {
      return;
    }
    var json = message.json();
    if (id.equals(SLACKBOT)) {
      add(id, stranger(id, "Slackbot", "slackbot", Standing.BOT));
    } else if (message.isFromProgram() && message.nature() == SlackMessage.Nature.WORDS) {
      var username = Fields.firstText(json, "username");
      var name = or(username, Fields.firstText(json.path("bot_profile"), "name"));
      add(id, stranger(id, name, name, Standing.BOT));
    } else {
      var profile = json.path("user_profile");
      var name = Fields.firstText(profile, "display_name", "real_name", "name");
      var handle = Fields.firstText(profile, "name");
      // Whoever wrote with a profile is a colleague from elsewhere, others are here no more.
      var standing = profile.isObject() ? Standing.GUEST : Standing.LEFT;
      add(id, stranger(id, or(name, Fields.firstText(json, "username")), handle, standing));
    }
  }

  private void countTeam(SlackMessage message) {
    var team = Fields.id(message.json(), "team");
    if (team != null && teams.size() < MOST_TEAMS) {
      teams.merge(team, 1, Integer::sum);
    }
  }

  @Override
  public String author(SlackMessage message) {
    return message.author(accounts);
  }

  /** The team most of the people belong to; empty where nothing tells one. */
  Optional<WorkspaceId> workspace() {
    return teams.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(team -> new WorkspaceId(team.getKey()));
  }

  @Override
  public boolean isProgram(String id) {
    var person = people.get(id);
    return person != null && person.standing() == Standing.BOT;
  }

  /** All of them as people of a workspace, in the order of the list. */
  List<Person> in(WorkspaceId workspace) {
    return people.entrySet().stream()
        .map(person -> person.getValue().in(new PersonId(workspace, person.getKey())))
        .toList();
  }

  private static SlackPerson stranger(String id, String name, String handle, Standing standing) {
    return SlackPerson.named(or(name, id), or(handle, id), standing);
  }

  private void add(String id, SlackPerson person) {
    people.putIfAbsent(id, person);
    if (people.size() > limits.people()) {
      throw refusal("too-many-people", String.valueOf(limits.people()));
    }
  }

  private static String or(String text, String other) {
    return text.isEmpty() ? other : text;
  }
}
