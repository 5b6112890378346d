package ponte.pairing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ponte.bot.Asker;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Cadence;
import ponte.command.Acquaintance.Role;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.consent.Offer;
import ponte.consent.Preferences;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.directory.Directory;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Shows somebody what they want of being introduced to colleagues, and lets them change it. */
public final class PairingPage {

  private final Participations participations;
  private final Directory directory;
  private final Preferences preferences;
  private final PairingRules rules;
  private final Clock clock;

  PairingPage(
      Participations participations,
      Directory directory,
      Preferences preferences,
      PairingRules rules,
      Clock clock) {
    this.participations = participations;
    this.directory = directory;
    this.preferences = preferences;
    this.rules = rules;
    this.clock = clock;
  }

  Reply of(PersonId person, Asker asker) {
    return new Reply(asker.language(), blocks(person, asker));
  }

  /** All of it, for a page that shows other things, too. */
  public List<Block> blocks(PersonId person, Asker asker) {
    var texts = Texts.in(asker.language());
    var wish =
        participations
            .of(person)
            .filter(_ -> preferences.of(person).takes(Offer.INTRODUCTIONS))
            .orElseGet(
                () ->
                    participations
                        .of(person)
                        .map(Participation::leaving)
                        .orElseGet(() -> Participation.none(person, clock.instant())));
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Heading(texts.say("pairing.title")));
    blocks.add(Block.Paragraph.plain(standing(wish, asker, texts)));
    details(wish, texts).forEach(line -> blocks.add(Block.Paragraph.plain(line)));
    blocks.add(new Block.Buttons(buttons(wish, asker, texts)));
    if (wish.isIn()) {
      blocks.add(new Block.Note(RichText.plain(texts.say("pairing.note"))));
    }
    return blocks;
  }

  /** Whether a day is yet to come. */
  boolean isAhead(LocalDate day, Asker asker) {
    return day.isAfter(today(asker));
  }

  private LocalDate today(Asker asker) {
    return clock.instant().atZone(asker.zone()).toLocalDate();
  }

  private String standing(Participation wish, Asker asker, Texts texts) {
    var until = wish.until();
    if (until != null && wish.isPausedOn(today(asker))) {
      return texts.say(
          "pairing.snoozed", texts.day(until.atStartOfDay(asker.zone()).toInstant(), asker.zone()));
    }
    if (!wish.company() || !rules.company()) {
      return texts.say(wish.isIn() ? "pairing.partly" : "pairing.off");
    }
    var cadence = cadence(wish);
    var week = Week.after(clock.instant(), rules.day(), rules.at());
    while (!week.isOf(cadence) && !wish.soon()) {
      week = week.next();
    }
    return texts.say(
        "pairing.on",
        often(cadence, texts),
        texts.weekday(week.on(asker.zone(), rules.at()), asker.zone()));
  }

  private Cadence cadence(Participation wish) {
    var own = wish.every();
    return own == null ? rules.every() : own;
  }

  private List<String> details(Participation wish, Texts texts) {
    var details = new ArrayList<String>();
    if (!wish.channels().isEmpty()) {
      details.add(
          texts.say(
              "pairing.channels",
              wish.channels().stream()
                  .sorted()
                  .flatMap(channel -> directory.channel(channel).stream())
                  .map(channel -> "#" + channel.name())
                  .collect(Collectors.joining(", "))));
    }
    if (!wish.learns().isEmpty()) {
      details.add(texts.say("pairing.learns", String.join(", ", wish.learns())));
    }
    if (wish.roles().contains(Role.BUDDY)) {
      details.add(texts.say("pairing.buddy"));
    }
    if (wish.roles().contains(Role.MENTOR)) {
      details.add(texts.say("pairing.mentor"));
    }
    var others = others(wish);
    if (!others.isEmpty()) {
      details.add(
          texts.say(
              "pairing.not-with", String.join(", ", others.stream().map(Person::name).toList())));
    }
    return details;
  }

  /** Those whom they are not to meet, each once. */
  private List<Person> others(Participation wish) {
    return wish.notWith().stream()
        .map(other -> directory.accounts().metFrom(wish.person().workspace(), other))
        .distinct()
        .sorted()
        .flatMap(other -> directory.person(other).stream())
        .toList();
  }

  private List<Button> buttons(Participation wish, Asker asker, Texts texts) {
    var buttons = new ArrayList<Button>();
    if (!wish.company() && rules.company()) {
      buttons.add(Button.primary(texts.say("pairing.join"), wanted(new Acquaintance.Join(null))));
    }
    if (wish.company()) {
      for (var cadence : Cadence.values()) {
        if (cadence != cadence(wish)) {
          buttons.add(
              Button.of(
                  texts.say("pairing.every." + key(cadence)),
                  wanted(new Acquaintance.Every(cadence))));
        }
      }
    }
    if (wish.isIn()) {
      buttons.add(
          wish.isPausedOn(today(asker))
              ? Button.of(texts.say("pairing.resume"), wanted(new Acquaintance.Resume()))
              : Button.of(
                  texts.say("pairing.snooze"),
                  wanted(new Acquaintance.Snooze(today(asker).plusWeeks(4)))));
      buttons.add(Button.of(texts.say("pairing.leave"), wanted(new Acquaintance.Leave(null))));
    }
    for (var role : wish.roles().stream().sorted().toList()) {
      buttons.add(
          Button.of(texts.say("pairing.no-" + key(role)), wanted(new Acquaintance.StepDown(role))));
    }
    for (var channel : wish.channels().stream().sorted().toList()) {
      directory
          .channel(channel)
          .map(Channel::name)
          .ifPresent(
              name ->
                  buttons.add(
                      Button.of(
                          texts.say("pairing.leave.channel", name),
                          wanted(new Acquaintance.Leave(name)))));
    }
    for (var topic : wish.learns()) {
      buttons.add(
          Button.of(
              texts.say("pairing.learn-no-more", topic),
              wanted(new Acquaintance.LearnNoMore(topic))));
    }
    for (var other : others(wish)) {
      buttons.add(
          Button.of(
              texts.say("pairing.with-again", other.name()),
              wanted(new Acquaintance.WithAgain(new Whom.Known(other.id())))));
    }
    return buttons;
  }

  private static Command wanted(Acquaintance wish) {
    return new Command.Meet(wish);
  }

  /** How often, in words. */
  static String often(Cadence cadence, Texts texts) {
    return texts.say("pairing.often." + key(cadence));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
