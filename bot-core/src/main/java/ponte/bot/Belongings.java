package ponte.bot;

import java.util.List;
import java.util.function.Function;
import ponte.conversation.PersonId;
import ponte.home.Export;

/** All that is kept of a person under all their accounts, beside what they wrote. */
final class Belongings implements Function<PersonId, Export.Own> {

  private final Ground ground;
  private final Digesting digesting;
  private final Nudges nudges;
  private final CommunityCare care;

  Belongings(Ground ground, Digesting digesting, Nudges nudges, CommunityCare care) {
    this.ground = ground;
    this.digesting = digesting;
    this.nudges = nudges;
    this.care = care;
  }

  @Override
  public Export.Own apply(PersonId person) {
    var directory = ground.ports().directory();
    var kept = ground.kept();
    return new Export.Own(
        digesting.desk().privately().of(person),
        all(person, kept.sent()::of),
        kept.follows().of(person),
        all(person, kept.news()::all),
        all(person, kept.posed()::of),
        all(person, kept.matters()::of),
        all(person, kept.invitations()::told),
        all(person, nudges.nudging().followed()::of),
        all(person, kept.effects()::of),
        all(person, kept.feeds()::of),
        kept.preferences().struck(person),
        kept.preferences().undisturbed(person),
        all(person, kept.audit()::of),
        care.pairing().of(person),
        care.seeding().of(directory.accounts(person)),
        care.listening().of(person),
        nudges.unnamed().of(person, directory),
        all(person, account -> care.maps().made().placeOf(account).stream().toList()),
        all(person, kept.ledger()::times),
        all(person, ground.ports().chronicle()::of));
  }

  private <T> List<T> all(PersonId person, Function<PersonId, List<T>> of) {
    return ground.ports().directory().accounts(person).stream()
        .flatMap(account -> of.apply(account).stream())
        .toList();
  }
}
