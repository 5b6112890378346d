package ponte.slack.sync;

import java.util.Map;
import java.util.Optional;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.platform.PlatformUnavailableException;
import ponte.platform.WhoIsWho;
import ponte.slack.SlackPerson;
import ponte.slack.api.Method;
import ponte.slack.api.SlackAnswer;
import ponte.slack.api.SlackApi;

/** Asks Slack who somebody is: <https://docs.slack.dev/reference/methods/users.info>. */
public final class SlackPeople implements WhoIsWho {

  private final SlackApi api;

  public SlackPeople(SlackApi api) {
    this.api = api;
  }

  @Override
  public Optional<Person> find(PersonId person) {
    var arguments = Map.of("user", person.value(), "include_locale", true);
    return switch (api.call(person.workspace(), Method.USERS_INFO, arguments)) {
      case SlackAnswer.Done(var body) ->
          Optional.of(SlackPerson.read(person.value(), body.path("user")).in(person));
      case SlackAnswer.Refused _ -> Optional.empty();
      case SlackAnswer.Later(var notBefore) ->
          throw new PlatformUnavailableException("slack: users.info not before " + notBefore, null);
    };
  }
}
