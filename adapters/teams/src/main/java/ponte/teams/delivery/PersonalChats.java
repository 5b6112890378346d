package ponte.teams.delivery;

import java.util.Optional;
import java.util.function.Function;
import ponte.conversation.PersonId;
import ponte.teams.connector.Answer;
import ponte.teams.connector.Call;
import ponte.teams.connector.Connector;
import ponte.teams.connector.Remedies;
import ponte.teams.reference.Reference;
import ponte.teams.reference.References;

/** The chats of Ponte with one person each, opened where none is known. */
final class PersonalChats {

  private final Connector connector;
  private final References references;

  PersonalChats(Connector connector, References references) {
    this.connector = connector;
    this.references = references;
  }

  /** Calls something in the chat of a person; one that is gone is opened anew, once. */
  Answer in(PersonId person, Function<Reference, Answer> call) {
    return in(person, Optional.empty(), call);
  }

  /**
   * Calls something in the chat of a person; one that is gone is opened anew, once.
   *
   * @param asked their chat, where they asked in it: it serves where none is kept
   */
  Answer in(PersonId person, Optional<Reference> asked, Function<Reference, Answer> call) {
    var known = references.personal(person).or(() -> asked);
    if (known.isPresent()) {
      var answer = call.apply(known.get());
      if (!isGone(answer)) {
        return answer;
      }
      references.forgetPersonal(person);
    }
    return open(person, call);
  }

  private Answer open(PersonId person, Function<Reference, Answer> call) {
    var service = references.service(person.workspace());
    if (service.isEmpty()) {
      return new Answer.Refused(0, Remedies.NOT_HEARD, "");
    }
    var id = references.teamsId(person).orElseGet(person::value);
    var opened =
        connector.call(service.get(), Call.open(person.workspace(), service.get().bot(), id));
    if (!(opened instanceof Answer.Done(var body))) {
      return opened;
    }
    var conversation = body.path("id").stringValue("");
    if (conversation.isBlank()) {
      return new Answer.Refused(0, "ConversationNotFound", "");
    }
    var chat = service.get().conversation(conversation);
    references.opened(person, chat);
    return call.apply(chat);
  }

  private static boolean isGone(Answer answer) {
    return answer instanceof Answer.Refused(_, var code, _) && code.equals("ConversationNotFound");
  }
}
