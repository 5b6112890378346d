package ponte.introduction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Preferences;
import ponte.conversation.Audience;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Evidence;
import ponte.expert.Experts;
import ponte.nlp.Language;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** What people read who are brought together. */
final class Letters {

  private final Directory directory;
  private final Experts experts;
  private final Preferences preferences;

  Letters(Directory directory, Experts experts, Preferences preferences) {
    this.directory = directory;
    this.experts = experts;
    this.preferences = preferences;
  }

  /** Two who share no workspace, and what about. */
  record Apart(Person self, Person colleague, String topic) {}

  /** For both at once: in the language both read, or in both languages. */
  Reply toBoth(String topic, Person self, Person colleague, Asker asker) {
    var languages = new LinkedHashSet<Language>();
    languages.add(asker.language());
    languages.add(preferences.languageOf(colleague, asker.language()));
    var evidence = common(topic, self.id(), colleague.id(), asker.language());
    var blocks = new ArrayList<Block>();
    for (var language : languages) {
      var texts = Texts.in(language);
      blocks.add(
          new Block.Paragraph(
              texts.rich(
                  "introduction.hello",
                  new Span.Mention(colleague.id()),
                  new Span.Mention(self.id()),
                  self.name(),
                  colleague.name())));
      blocks.add(quote(topic));
      evidence.ifPresent(each -> blocks.add(ground(each, colleague, asker, texts)));
      blocks.add(note(texts, "introduction.leave"));
    }
    return new Reply(asker.language(), blocks);
  }

  /**
   * For a colleague, in their language: who asks, what, and by which address they can be answered.
   * The asker, who wanted it, gives theirs; the colleague gives none unless they press the button.
   */
  Reply toColleague(Apart apart, Asker asker) {
    var self = apart.self();
    var colleague = apart.colleague();
    var texts = Texts.in(preferences.languageOf(colleague, asker.language()));
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            texts.rich(
                "introduction.apart.hello",
                new Span.Mention(colleague.id()),
                described(self, texts))));
    blocks.add(quote(apart.topic()));
    common(apart.topic(), self.id(), colleague.id(), texts.language())
        .ifPresent(each -> blocks.add(ground(each, colleague, asker, texts)));
    blocks.add(
        new Block.Paragraph(
            self.email() == null
                ? RichText.plain(texts.say("introduction.apart.unreached", self.name()))
                : texts.rich("introduction.apart.reach", self.name(), mail(self.email()))));
    if (colleague.email() != null) {
      blocks.add(
          new Block.Buttons(
              List.of(
                  Button.of(
                      texts.say("introduction.give-address", self.name()),
                      new Command.GiveAddress(self.id(), apart.topic())))));
    }
    blocks.add(note(texts, "introduction.apart.leave"));
    return new Reply(texts.language(), blocks);
  }

  /** For the asker: what the colleague was told, and how it can go on. */
  Reply toAsker(Apart apart, Asker asker) {
    var self = apart.self();
    var colleague = apart.colleague();
    var texts = Texts.in(asker.language());
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Paragraph(
            RichText.plain(texts.say("introduction.apart.written", described(colleague, texts)))));
    blocks.add(quote(apart.topic()));
    common(apart.topic(), self.id(), colleague.id(), texts.language())
        .ifPresent(each -> blocks.add(ground(each, colleague, asker, texts)));
    blocks.add(
        new Block.Note(
            self.email() == null
                ? RichText.plain(texts.say("introduction.apart.wait.unreached", colleague.name()))
                : texts.rich("introduction.apart.wait", colleague.name(), mail(self.email()))));
    return new Reply(texts.language(), blocks);
  }

  /** For whoever asked: how a colleague who wants to answer can be reached. */
  Reply withAddress(Person colleague, Person other, String topic, Asker asker) {
    var texts = Texts.in(preferences.languageOf(other, asker.language()));
    var email = colleague.email();
    if (email == null) {
      throw new IllegalArgumentException(colleague.id() + " has no address");
    }
    return new Reply(
        texts.language(),
        List.of(
            new Block.Paragraph(
                texts.rich("introduction.address", described(colleague, texts), mail(email))),
            quote(topic)));
  }

  /** Who somebody is: their name, and what they do. */
  private static String described(Person person, Texts texts) {
    return person.title().isEmpty()
        ? person.name()
        : texts.say("introduction.person", person.name(), person.title());
  }

  private static Span mail(String address) {
    return new Span.Link("mailto:" + address, address);
  }

  private static Block quote(String topic) {
    return new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(topic)))));
  }

  private static Block note(Texts texts, String situation) {
    return new Block.Note(RichText.plain(texts.say(situation)));
  }

  private static Block ground(Evidence evidence, Person colleague, Asker asker, Texts texts) {
    return new Block.Listing(
        texts.say("introduction.common-ground", colleague.name()),
        List.of(evidence.shown(texts, asker.zone())));
  }

  /** What both of them may open. */
  private Optional<Evidence> common(
      String topic, PersonId self, PersonId colleague, Language language) {
    var both = new HashSet<>(directory.audienceOf(self).channels());
    both.retainAll(directory.audienceOf(colleague).channels());
    return experts.evidence(colleague, topic, new Audience(both), language);
  }
}
