package ponte.pairing;

import java.util.List;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText.Span;
import ponte.directory.Accounts;

/**
 * How those who are introduced are called: spoken to where all of them are in one talk, by their
 * names where each reads it elsewhere.
 *
 * @param people with the accounts by which they are written to
 */
record Naming(List<Person> people, boolean inOneTalk, Accounts accounts) {

  /** One of them, by any account. */
  Span of(PersonId person) {
    return people.stream()
        .filter(each -> accounts.areOne(each.id(), person))
        .findFirst()
        .<Span>map(each -> inOneTalk ? new Span.Mention(each.id()) : new Span.Plain(each.name()))
        .orElseGet(() -> new Span.Plain(person.value()));
  }

  boolean isOne(PersonId person) {
    return people.stream().anyMatch(each -> accounts.areOne(each.id(), person));
  }

  List<PersonId> ids() {
    return people.stream().map(Person::id).toList();
  }

  Object[] all() {
    return people.stream().map(each -> of(each.id())).toArray();
  }
}
