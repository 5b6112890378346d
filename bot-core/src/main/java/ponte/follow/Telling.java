package ponte.follow;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import ponte.archive.Archive;
import ponte.archive.Filed;
import ponte.bot.Asker;
import ponte.command.Command;
import ponte.consent.Confidentiality;
import ponte.consent.Preferences;
import ponte.consent.Redaction;
import ponte.conversation.Audience;
import ponte.conversation.Channel;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.Person;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.directory.Directory;
import ponte.expert.Quote;
import ponte.introduction.Answerers;
import ponte.nlp.Language;
import ponte.nlp.Nlp;
import ponte.nlp.QuestionSign;
import ponte.platform.Destination;
import ponte.platform.Outgoing;
import ponte.prompt.Prompt;
import ponte.prompt.Prompted;
import ponte.prompt.Prompts;
import ponte.reply.Block;
import ponte.reply.Button;
import ponte.reply.Reply;
import ponte.reply.Texts;

/**
 * Hears who asks about what people follow, and tells them at the pace they chose: of what they may
 * see at that moment, each question once, and never their own.
 */
public final class Telling {

  private static final int QUOTE = 200;

  private final Archive archive;
  private final Directory directory;
  private final Preferences preferences;
  private final Nlp nlp;
  private final Followers followers;
  private final Follows follows;
  private final News news;
  private final Answerers answerers;
  private final Prompts prompts;
  private final FollowRules rules;
  private final Clock clock;

  public Telling(
      Archive archive,
      Directory directory,
      Preferences preferences,
      Nlp nlp,
      Followers followers,
      Follows follows,
      News news,
      Answerers answerers,
      Prompts prompts,
      FollowRules rules,
      Clock clock) {
    this.archive = archive;
    this.directory = directory;
    this.preferences = preferences;
    this.nlp = nlp;
    this.followers = followers;
    this.follows = follows;
    this.news = news;
    this.answerers = answerers;
    this.prompts = prompts;
    this.rules = rules;
    this.clock = clock;
  }

  /** Somebody said something: where it asks the room something, its followers are to learn it. */
  public void heard(Message message) {
    var text = message.text().searchable();
    if (message.isTalk()
        && message.thread() == null
        && message.text().mentions().isEmpty()
        && asks(text)) {
      asked(message.id(), message.author(), null, text, message.at());
    }
  }

  /** Ponte asked something in somebody's name. What is marked stands in its channel alone. */
  public void asked(MessageId message, PersonId by, String question, Instant at) {
    var words = Confidentiality.isMarked(question) ? Redaction.MARK : question;
    asked(message, by, words, question, at);
  }

  private boolean asks(String text) {
    return nlp.sentences(text).stream()
        .anyMatch(
            sentence ->
                Stream.of(Language.values())
                    .anyMatch(language -> nlp.question(sentence, language) != QuestionSign.NONE));
  }

  private void asked(
      MessageId message, PersonId by, @Nullable String question, String text, Instant at) {
    if (preferences.isOut(by)) {
      return;
    }
    var told = new HashSet<PersonId>();
    for (var follower : followers.of(text, Language.ENGLISH)) {
      var person = follower.person();
      var follow = follower.follow();
      if (at.isAfter(follow.since())
          && !told.contains(person)
          && !directory.accounts().areOne(person, by)
          && mayLearn(person, message)) {
        told.addAll(directory.accounts(person));
        news.add(
            person, new News.Item(message, by, question, follow.topic(), follow.pace(), at, null));
        plan(person, follow, message);
      }
    }
  }

  private boolean mayLearn(PersonId person, MessageId message) {
    return directory.person(person).filter(Person::isActive).isPresent()
        && !preferences.isOut(person)
        && directory.audienceOf(person).maySee(message);
  }

  /** All questions of one occasion are told in one message: that of the first of them. */
  private void plan(PersonId person, Follow follow, MessageId message) {
    var zone = directory.person(person).map(Person::zone).orElseThrow();
    var due = rules.due(follow.pace(), clock.instant(), zone);
    var occasion =
        switch (follow.pace()) {
          case AT_ONCE -> message.toString();
          case DAILY, WEEKLY -> follow.pace() + "/" + due;
        };
    prompts.plan(
        new Prompt.News(person, follow.pace(), occasion, due.plus(FollowRules.LATEST)), due);
  }

  /** What a person is told now. */
  public Prompted tell(Prompt.News prompt, Asker asker) {
    var person = prompt.to();
    var followed = follows.of(person);
    var questions =
        news.open(person, prompt.pace(), prompt.key()).stream()
            .filter(item -> followed.stream().anyMatch(follow -> follow.isOf(item.topic())))
            .flatMap(item -> question(item, asker).stream())
            .filter(question -> news.tell(person, question.item(), prompt.key()))
            .toList();
    return questions.isEmpty()
        ? new Prompted.Drop("nothing of it is to be told")
        : new Prompted.Say(
            new Outgoing(
                prompt.key(), new Destination.Together(Set.of(person)), reply(questions, asker)));
  }

  /**
   * A question as it stands now.
   *
   * @param answered whether somebody has written under it
   */
  private record Asked(News.Item item, Block.Item shown, boolean answered) {}

  /** Empty where it was taken back, or is not theirs to see any more. */
  private Optional<Asked> question(News.Item item, Asker asker) {
    if (preferences.isOut(item.by()) || !asker.audience().maySee(item.message())) {
      return Optional.empty();
    }
    var words = item.question();
    if (words != null) {
      // Not every platform tells what Ponte itself said there, so that the archive may lack it.
      return answerers.isTakenBack(item.message())
          ? Optional.empty()
          : Optional.of(asked(item, Quote.shortened(words, QUOTE), asker));
    }
    return archive
        .find(item.message(), asker.audience())
        .map(filed -> asked(item, Quote.of(filed.message(), QUOTE), asker));
  }

  private Asked asked(News.Item item, String words, Asker asker) {
    var texts = Texts.in(asker.language());
    var place = item.message();
    var room =
        directory.channel(place.channel()).map(Channel::name).orElse(place.channel().value());
    var answered =
        archive.conversation(place, Audience.of(place.channel())).stream()
            .map(Filed::message)
            .anyMatch(
                each -> each.isTalk() && !directory.accounts().areOne(each.author(), item.by()));
    var small =
        new ArrayList<Span>(
            List.of(
                new Span.MessageLink(
                    place,
                    texts.say("follow.source", room, texts.moment(item.at(), asker.zone())))));
    if (answered) {
      small.add(new Span.Plain(" " + texts.say("follow.answered")));
    }
    return new Asked(
        item,
        new Block.Item(
            List.of(texts.rich("follow.question", new Span.Mention(item.by()), words)),
            new RichText(small)),
        answered);
  }

  private Reply reply(List<Asked> questions, Asker asker) {
    var texts = Texts.in(asker.language());
    var topics = questions.stream().map(each -> each.item().topic()).distinct().toList();
    // Those that wait for an answer come first: they are what the reader can do something about.
    var shown =
        Stream.concat(
                questions.stream().filter(each -> !each.answered()),
                questions.stream().filter(Asked::answered))
            .limit(rules.shown())
            .map(Asked::shown)
            .toList();
    var blocks = new ArrayList<Block>();
    blocks.add(
        new Block.Heading(texts.say("follow.title", questions.size(), String.join(", ", topics))));
    blocks.add(new Block.Listing("", shown));
    if (questions.size() > shown.size()) {
      blocks.add(
          new Block.Paragraph(
              RichText.plain(texts.say("follow.more", questions.size() - shown.size()))));
    }
    blocks.add(new Block.Note(RichText.plain(texts.say("follow.how-to-answer"))));
    blocks.add(
        new Block.Buttons(
            topics.stream()
                .limit(rules.shown())
                .map(
                    topic ->
                        Button.of(texts.say("follow.stop", topic), new Command.Unfollow(topic)))
                .toList()));
    return new Reply(texts.language(), blocks);
  }
}
