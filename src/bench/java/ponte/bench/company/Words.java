package ponte.bench.company;

import java.util.List;
import java.util.random.RandomGenerator;

/** What people of the company say: questions and answers about a thing of a field. */
final class Words {

  /** So many subjects has a field. */
  static final int THINGS = 16;

  private static final List<String> FIELDS =
      List.of(
          "payroll",
          "invoicing",
          "warehouse",
          "shipping",
          "tax",
          "laboratory",
          "fleet",
          "catering",
          "printing",
          "telephony",
          "insurance",
          "recruiting",
          "marketing",
          "newsletter",
          "billing",
          "storage",
          "website",
          "customs",
          "ticketing",
          "archive",
          "security",
          "laundry",
          "elevator",
          "parking",
          "packaging");
  private static final List<String> OF_THINGS =
      List.of(
          "certificate",
          "backup",
          "report",
          "calendar",
          "scanner",
          "gateway",
          "contract",
          "budget",
          "schedule",
          "template",
          "password",
          "inventory",
          "dashboard",
          "label",
          "sensor",
          "permit");
  private static final List<String> DEEDS =
      List.of("renew", "restore", "change", "export", "reset", "approve", "order", "replace");
  private static final List<String> WHEN =
      List.of(
          "after the move",
          "before the audit",
          "for a new colleague",
          "when the old one is gone",
          "at the end of the quarter",
          "without the paper form",
          "from another site");
  private static final List<String> QUESTIONS =
      List.of(
          "How do we %2$s the %1$s %3$s?",
          "Does anybody know how to %2$s the %1$s %3$s?",
          "Who can tell me how I %2$s the %1$s %3$s?",
          "Where do I %2$s the %1$s %3$s?",
          "What do I need to %2$s the %1$s %3$s?");
  private static final List<String> ANSWERS =
      List.of(
          "You %2$s the %1$s on the second page of the portal, the old way still works too",
          "We %2$s every %1$s by hand, then the night job picks it up and sends it on",
          "Write the number of the %1$s on the form and they %2$s it within a day",
          "I had to %2$s the %1$s last month, the guide in the wiki is right but for its last step");

  private Words() {}

  /** How many fields have words. */
  static int fields() {
    return FIELDS.size();
  }

  static String channel(int field) {
    return "help-" + FIELDS.get(field);
  }

  static String title(int field) {
    return FIELDS.get(field) + " team";
  }

  static String question(int subject, RandomGenerator chance) {
    return said(of(QUESTIONS, chance), subject, of(DEEDS, chance), of(WHEN, chance));
  }

  /** How somebody asks a bot for whoever knows about it. */
  static String whoKnows(int subject) {
    return "who knows about the " + thing(subject) + "?";
  }

  /** How somebody asks a bot to be brought together with a colleague of whom they know. */
  static String introduce(String name, int subject) {
    return "introduce me to " + name + " about the " + thing(subject);
  }

  static String answer(int subject, RandomGenerator chance) {
    return said(of(ANSWERS, chance), subject, of(DEEDS, chance), "");
  }

  private static String said(String form, int subject, String deed, String when) {
    return String.format(form, thing(subject), deed, when);
  }

  private static String thing(int subject) {
    return FIELDS.get(subject / THINGS) + " " + OF_THINGS.get(subject % THINGS);
  }

  private static String of(List<String> some, RandomGenerator chance) {
    return some.get(chance.nextInt(some.size()));
  }
}
