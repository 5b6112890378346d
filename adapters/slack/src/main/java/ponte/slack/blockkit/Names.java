package ponte.slack.blockkit;

import ponte.conversation.PersonId;

/** People by name, where calling them would be too much. */
final class Names {

  private Names() {}

  static String of(PersonId person, Pointers pointers) {
    return "@" + pointers.name(person).orElseGet(person::value);
  }
}
