package ponte.pairing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ponte.command.Acquaintance;
import ponte.command.Acquaintance.Experience;
import ponte.command.Acquaintance.Reaction;
import ponte.command.Command;
import ponte.conversation.Channel;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** What people read who are introduced to each other. */
final class Letters {

  private final Directory directory;
  private final Beginnings beginnings;
  private final Slots slots;

  Letters(Directory directory, Beginnings beginnings, Slots slots) {
    this.directory = directory;
    this.beginnings = beginnings;
    this.slots = slots;
  }

  /** For all of them at once, or for the one who reads it where they have no talk together. */
  Reply opening(
      String introduction, Round.Group group, Naming naming, PersonId reader, Instant now) {
    var texts = Texts.in(group.language());
    var blocks = new ArrayList<Block>();
    if (naming.inOneTalk()) {
      blocks.add(new Block.Paragraph(hello("pairing.hello", naming, texts)));
    } else {
      blocks.add(
          new Block.Paragraph(
              texts.rich(
                  "pairing.hello.apart", new Span.Mention(reader), naming.people().size() - 1)));
      blocks.add(reach(naming, reader, texts));
    }
    blocks.addAll(about(introduction, group, naming, texts, now));
    return new Reply(texts.language(), blocks);
  }

  private Block reach(Naming naming, PersonId reader, Texts texts) {
    return new Block.Listing(
        "",
        naming.people().stream()
            .filter(person -> !person.id().equals(reader))
            .map(person -> item(reach(person, reader, texts)))
            .toList());
  }

  /**
   * By an account where the reader is, else by their address; by name alone where there is none.
   */
  private RichText reach(Person person, PersonId reader, Texts texts) {
    var name = described(person, texts);
    return directory.accounts(person.id()).stream()
        .filter(account -> account.workspace().equals(reader.workspace()))
        .findFirst()
        .<Span>map(Span.Mention::new)
        .or(() -> mail(person))
        .map(way -> texts.rich("pairing.reach", name, way))
        .orElseGet(() -> RichText.plain(name));
  }

  private static Optional<Span> mail(Person person) {
    return Optional.ofNullable(person.email())
        .map(email -> new Span.Link("mailto:" + email, email));
  }

  private static RichText hello(String situation, Naming naming, Texts texts) {
    return texts.rich(naming.people().size() > 2 ? situation + ".three" : situation, naming.all());
  }

  private List<Block> about(
      String introduction, Round.Group group, Naming naming, Texts texts, Instant now) {
    var people = naming.people();
    var zone = people.getFirst().zone();
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(why(group, naming, texts)));
    var told = people.stream().filter(person -> !person.title().isEmpty()).toList();
    if (!told.isEmpty()) {
      blocks.add(
          new Block.Listing(
              "",
              told.stream()
                  .map(person -> item(RichText.plain(described(person, texts))))
                  .toList()));
    }
    var things = beginnings.of(group, naming, texts, zone);
    if (!things.isEmpty()) {
      blocks.add(new Block.Listing(texts.say("pairing.things"), things));
    }
    hours(people, texts, now).ifPresent(blocks::add);
    blocks.add(reactions(introduction, texts));
    blocks.add(new Block.Note(RichText.plain(texts.say("pairing.silent"))));
    return blocks;
  }

  private Optional<Block> hours(List<Person> people, Texts texts, Instant now) {
    var hours = slots.of(people, now);
    return hours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Listing(
                texts.say("pairing.slots"),
                hours.stream()
                    .map(hour -> item(RichText.plain(Slots.written(hour, people, texts))))
                    .toList()));
  }

  private RichText why(Round.Group group, Naming naming, Texts texts) {
    var first = naming.of(naming.ids().getFirst());
    var last = naming.of(naming.ids().getLast());
    return switch (group.kind()) {
      case Round.Kind.Buddy _ -> texts.rich("pairing.why.buddy", first, last);
      case Round.Kind.Mentoring(var topic) ->
          texts.rich("pairing.why.mentoring", first, topic, last);
      case Round.Kind.InChannel(var channel) ->
          texts.rich(
              naming.people().size() > 2 ? "pairing.why.channel.three" : "pairing.why.channel",
              new Span.ChannelLink(
                  channel, directory.channel(channel).map(Channel::name).orElse(channel.value())));
      case Round.Kind.Company _ ->
          RichText.plain(texts.say("pairing.why.company", beginnings.channels(naming.ids())));
    };
  }

  private static String described(Person person, Texts texts) {
    return person.title().isEmpty()
        ? person.name()
        : texts.say("introduction.person", person.name(), person.title());
  }

  private static Block.Item item(RichText line) {
    return new Block.Item(List.of(line), RichText.EMPTY);
  }

  private static Block reactions(String introduction, Texts texts) {
    var buttons = new ArrayList<Button>();
    for (var reaction : Reaction.values()) {
      var label = texts.say("pairing.react." + key(reaction));
      var command = new Command.Meet(new Acquaintance.React(introduction, reaction));
      buttons.add(
          reaction == Reaction.ON ? Button.primary(label, command) : Button.of(label, command));
    }
    return new Block.Buttons(buttons);
  }

  /** For all of them, where nobody said anything. */
  Reply reminder(String introduction, Round.Group group, Naming naming, Instant now) {
    var texts = Texts.in(group.language());
    var blocks = new ArrayList<Block>();
    blocks.add(new Block.Paragraph(hello("pairing.reminder", naming, texts)));
    hours(naming.people(), texts, now).ifPresent(blocks::add);
    blocks.add(reactions(introduction, texts));
    blocks.add(new Block.Note(RichText.plain(texts.say("pairing.reminder.once"))));
    return new Reply(texts.language(), blocks);
  }

  /** For one of them: whether they met. */
  Reply later(String introduction, List<Span> others, Language language) {
    var texts = Texts.in(language);
    var buttons = new ArrayList<Button>();
    for (var experience : Experience.values()) {
      var label = texts.say("pairing.tell." + key(experience));
      var command = new Command.Meet(new Acquaintance.Tell(introduction, experience));
      buttons.add(
          experience == Experience.GOOD
              ? Button.primary(label, command)
              : Button.of(label, command));
    }
    buttons.add(Button.of(texts.say("helped.never"), new Command.StopAftercare()));
    return new Reply(
        language,
        List.of(
            new Block.Paragraph(
                texts.rich(
                    others.size() > 1 ? "pairing.later.three" : "pairing.later", others.toArray())),
            new Block.Buttons(buttons),
            new Block.Note(RichText.plain(texts.say("pairing.later.private")))));
  }

  private static String key(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
