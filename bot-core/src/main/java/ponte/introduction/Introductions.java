package ponte.introduction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.command.Command.Whom;
import ponte.conversation.Audience;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Evidence;
import ponte.expert.Experts;
import ponte.expert.Requests;
import ponte.nlp.Language;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/** Brings an asker and a colleague together, once for a topic. */
public final class Introductions {

  /** People who were brought together for a topic are not again for that long. */
  private static final Duration MEMORY = Duration.ofDays(180);

  private final Directory directory;
  private final Experts experts;
  private final Ledger ledger;
  private final Requests requests;

  public Introductions(Directory directory, Experts experts, Ledger ledger, Requests requests) {
    this.directory = directory;
    this.experts = experts;
    this.ledger = ledger;
    this.requests = requests;
  }

  /**
   * Writes to the asker and the colleague together. Whoever asks again learns that it was done.
   *
   * @param request what makes it the same when it is handled twice
   */
  public Outcome introduce(Command.Introduce command, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    var id = asker.person();
    if (id == null) {
      return says(texts, "introduction.who-are-you");
    }
    if (directory.accounts().areOne(id, command.person())) {
      return says(texts, "introduction.yourself");
    }
    var self = directory.person(id);
    var colleague = directory.person(command.person());
    if (self.isEmpty() || colleague.isEmpty()) {
      return says(texts, "introduction.unknown");
    }
    return introduce(command.topic(), self.get(), colleague.get(), asker, request);
  }

  /** Where two people can be written to together: an account of each in one workspace. */
  private record Meeting(Person self, Person colleague) {}

  /** Where they meet, first of all where it was asked; empty: nowhere. */
  private Optional<Meeting> meeting(Person self, Person colleague) {
    var accounts = directory.accounts();
    var own = new ArrayList<PersonId>(List.of(self.id()));
    own.addAll(accounts.of(self.id()));
    return own.stream()
        .flatMap(
            account ->
                accounts.of(colleague.id()).stream()
                    .filter(other -> other.workspace().equals(account.workspace()))
                    .map(other -> new Meeting(person(account, self), person(other, colleague))))
        .findFirst();
  }

  private Person person(PersonId account, Person otherwise) {
    return directory.person(account).orElse(otherwise);
  }

  private Outcome introduce(
      String topic, Person self, Person colleague, Asker asker, String request) {
    var texts = Texts.in(asker.language());
    if (!colleague.isActive()) {
      return says(texts, "introduction.gone", colleague.name());
    }
    var meeting = meeting(self, colleague);
    if (meeting.isEmpty()) {
      return says(texts, "introduction.elsewhere", colleague.name());
    }
    if (!experts.mayBeNamed(colleague.id(), topic, asker.language())) {
      return says(texts, "introduction.not-now", colleague.name());
    }
    var met = meeting.get();
    var deed = "introduce " + met.colleague().id() + " " + topic;
    var first = ledger.note(met.self().id(), deed, request, MEMORY);
    if (!first.request().equals(request)) {
      return says(
          texts, "introduction.done-before", colleague.name(), texts.day(first.at(), asker.zone()));
    }
    requests.note(met.colleague().id(), topic, first.at(), request);
    var together = new Destination.Together(Set.of(met.self().id(), met.colleague().id()));
    var here = met.self().id().equals(self.id());
    return new Outcome(
        done(here ? "introduction.done" : "introduction.done.there", topic, colleague, texts),
        List.of(
            new Outgoing(
                request + "/introduction",
                together,
                hello(topic, met.self(), met.colleague(), asker))));
  }

  private static Reply done(String situation, String topic, Person colleague, Texts texts) {
    var blocks = new ArrayList<>(reply(texts, situation, colleague.name()).blocks());
    blocks.add(new Block.Buttons(List.of(solved(new Whom.Known(colleague.id()), topic, texts))));
    return new Reply(texts.language(), blocks);
  }

  /** What the asker may say later, once it helped. */
  static Button solved(@Nullable Whom helper, String topic, Texts texts) {
    return Button.of(texts.say("solved.button"), new Command.Solved(helper, topic));
  }

  /** In the language both read, or in both languages. */
  private Reply hello(String topic, Person self, Person colleague, Asker asker) {
    var languages = new LinkedHashSet<Language>();
    languages.add(asker.language());
    if (colleague.language() != null) {
      languages.add(colleague.language());
    }
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
      blocks.add(new Block.Paragraph(RichText.of(new Span.Quote(List.of(new Span.Plain(topic))))));
      evidence.ifPresent(
          each ->
              blocks.add(
                  new Block.Listing(
                      texts.say("introduction.common-ground", colleague.name()),
                      List.of(each.shown(texts, asker.zone())))));
      blocks.add(new Block.Note(RichText.plain(texts.say("introduction.leave"))));
    }
    return new Reply(asker.language(), blocks);
  }

  /** What both of them may open. */
  private Optional<Evidence> common(
      String topic, PersonId self, PersonId colleague, Language language) {
    var both = new HashSet<>(directory.audienceOf(self).channels());
    both.retainAll(directory.audienceOf(colleague).channels());
    return experts.evidence(colleague, topic, new Audience(both), language);
  }

  private static Outcome says(Texts texts, String situation, Object... values) {
    return Outcome.only(reply(texts, situation, values));
  }

  private static Reply reply(Texts texts, String situation, Object... values) {
    return new Reply(
        texts.language(),
        List.of(new Block.Paragraph(RichText.plain(texts.say(situation, values)))));
  }
}
