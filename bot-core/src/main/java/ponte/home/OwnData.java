package ponte.home;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;
import ponte.schedule.Schedule;
import ponte.schedule.Schedules;

/** Shows a person what is kept of them, gives it to them, and forgets it. */
public final class OwnData {

  private final Directory directory;
  private final Preferences preferences;
  private final Schedules schedules;
  private final Function<PersonId, Export.Own> others;
  private final Export export;
  private final Forgetting forgetting;

  /**
   * @param others what is kept of a person beside their preferences, schedules and messages
   */
  public OwnData(
      Directory directory,
      Preferences preferences,
      Schedules schedules,
      Function<PersonId, Export.Own> others,
      Export export,
      Forgetting forgetting) {
    this.directory = directory;
    this.preferences = preferences;
    this.schedules = schedules;
    this.others = others;
    this.export = export;
    this.forgetting = forgetting;
  }

  /** What is kept of the asker. */
  public Reply show(Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    var texts = Texts.in(asker.language());
    var items = new ArrayList<Block.Item>();
    var accounts = directory.accounts(person);
    accounts.stream()
        .flatMap(account -> directory.person(account).stream())
        .forEach(known -> items.add(item(profile(known, texts))));
    items.add(
        item(
            texts.say(
                "data.channels",
                directory.channels(asker.audience()).stream()
                    .filter(
                        channel -> !Collections.disjoint(directory.members(channel.id()), accounts))
                    .count())));
    items.add(item(texts.say("data.messages")));
    var preference = preferences.of(person);
    items.add(
        item(texts.say("data.preferences", preference.known().size(), preference.hidden().size())));
    var kept = others.apply(person);
    items.add(item(texts.say("data.schedules", own(person).size() + kept.privateDigests().size())));
    items.add(item(texts.say("data.follows", kept.follows().size())));
    items.add(item(texts.say("data.feeds", kept.feeds().size())));
    items.add(item(texts.say("data.introductions", kept.introductions().meetings().size())));
    if (!kept.struck().isEmpty()) {
      items.add(item(texts.say("data.struck", kept.struck().size())));
    }
    items.add(item(texts.say("data.audit", kept.audit().size())));
    items.add(item(texts.say("data.deeds")));
    items.add(item(texts.say("data.opinions")));
    return new Reply(
        asker.language(),
        List.of(
            new Block.Heading(texts.say("data.title")),
            new Block.Listing("", items),
            Block.Paragraph.plain(texts.say(standing(person))),
            Block.Paragraph.plain(texts.say("data.correct")),
            new Block.Buttons(buttons(person, texts))));
  }

  /** Whether they take part, and why. */
  String standing(PersonId person) {
    if (preferences.isNeverNamed(person)) {
      return "data.never-named";
    }
    return preferences.isUndecided(person)
        ? "data.undecided"
        : preferences.isOut(person) ? "data.out" : "data.in";
  }

  /** What a person may do about what is kept of them. */
  List<Button> buttons(PersonId person, Texts texts) {
    return List.of(
        Button.of(texts.say("data.export"), new Command.ExportMyData()),
        preferences.isOut(person)
            ? Button.of(texts.say("data.opt-in"), new Command.OptIn())
            : Button.of(texts.say("data.opt-out"), new Command.OptOut()),
        Button.of(texts.say("data.forget"), new Command.ForgetMe()));
  }

  private static String profile(Person person, Texts texts) {
    var details = new ArrayList<String>(List.of(person.name(), "@" + person.handle()));
    if (!person.title().isEmpty()) {
      details.add(person.title());
    }
    var email = person.email();
    if (email != null) {
      details.add(email);
    }
    details.add(person.zone().getId());
    return texts.say("data.profile", String.join(", ", details));
  }

  private List<Schedule> own(PersonId person) {
    return directory.accounts(person).stream()
        .flatMap(
            account ->
                schedules.in(account.workspace()).stream()
                    .filter(schedule -> schedule.owner().equals(account)))
        .toList();
  }

  private static Block.Item item(String text) {
    return new Block.Item(List.of(RichText.plain(text)), RichText.EMPTY);
  }

  /** All of it, as a file. */
  public Reply export(Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(),
        List.of(
            Block.Paragraph.plain(texts.say("data.exported")),
            new Block.File(
                texts.say("data.file-name"),
                texts.say("data.file"),
                export.of(
                    asker, person, preferences.of(person), own(person), others.apply(person)))));
  }

  /** Says what being forgotten means, and asks whether it is meant. */
  public Reply askWhetherToForget(Asker asker) {
    if (asker.person() == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    var texts = Texts.in(asker.language());
    return new Reply(
        asker.language(),
        List.of(
            new Block.Heading(texts.say("forget.title")),
            Block.Paragraph.plain(texts.say("forget.what")),
            Block.Paragraph.plain(texts.say("forget.platform")),
            Saying.buttons(
                Button.of(texts.say("forget.confirm"), new Command.ConfirmForget()),
                Button.primary(texts.say("forget.cancel"), new Command.Dismiss()))));
  }

  /** Forgets the asker; when it answers, it is done. */
  public Reply forget(Asker asker) {
    var person = asker.person();
    if (person == null) {
      return Saying.says(asker, "home.who-are-you");
    }
    forgetting.forget(person);
    return Saying.says(asker, "forget.done", Texts.in(asker.language()).say("command.opt-in"));
  }
}
