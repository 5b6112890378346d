package ponte.digest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;
import ponte.conversation.RichText.Span;
import ponte.digest.Digest.Decision;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;
import ponte.digest.Digest.Shared.Thing;
import ponte.reply.Block;
import ponte.reply.Texts;

/** Says each line of a digest in a language, and by somebody's clock. */
final class DigestLines {

  /** More names are a number. */
  private static final int MOST_NAMES = 3;

  private final Texts texts;
  private final ZoneId zone;
  private final OtherWords otherWords;

  DigestLines(Texts texts, ZoneId zone, OtherWords otherWords) {
    this.texts = texts;
    this.zone = zone;
    this.otherWords = otherWords;
  }

  /** What stands above lines of this kind. */
  String title(Item item) {
    return texts.say(
        switch (item) {
          case Discussion _ -> "digest.discussions";
          case Decision _ -> "digest.decisions";
          case Digest.Answered _ -> "digest.answered";
          case Digest.Unanswered _ -> "digest.open";
          case Digest.Commitment _ -> "digest.commitments";
          case Digest.Shared _ -> "digest.shared";
          case Digest.Newcomer _ -> "digest.newcomers";
          case Digest.Thanked _ -> "digest.thanked";
          case Digest.Celebrated _ -> "digest.celebrated";
          case Digest.Rising _ -> "digest.rising";
          case Digest.WentQuiet _ -> "digest.went-quiet";
        });
  }

  Block.Item line(Item item) {
    return switch (item) {
      case Discussion discussion -> of(discussion);
      case Decision decision -> of(decision);
      case Digest.Answered(var about) -> answered(about);
      case Digest.Unanswered unanswered -> of(unanswered);
      case Digest.Commitment commitment -> of(commitment);
      case Digest.Shared shared -> of(shared);
      case Digest.Newcomer(var person, var first, var at) ->
          alone(
              new Span.Mention(person),
              new Span.Plain(" — "),
              new Span.MessageLink(first, texts.moment(at, zone)));
      case Digest.Thanked thanked -> of(thanked);
      case Digest.Celebrated(var news, var people) ->
          item(List.of(and(quoted("", news), texts.say("digest.celebrated.by", people))));
      case Digest.Rising(var topic, var example, var people) ->
          item(
              List.of(
                  RichText.plain(texts.say("digest.rising.topic", topic, people)),
                  quoted("", example)));
      case Digest.WentQuiet(var topic, var last, var at) ->
          item(
              List.of(
                  texts.rich(
                      "digest.went-quiet.topic",
                      topic,
                      new Span.MessageLink(last, texts.day(at, zone)))));
    };
  }

  private Block.Item of(Discussion discussion) {
    var lines = new ArrayList<RichText>();
    lines.add(quoted("", discussion.headline().opening()));
    var outcome = discussion.outcome();
    if (outcome != null) {
      lines.add(quoted(texts.say("digest.reply"), outcome));
    }
    return new Block.Item(lines, small(discussion));
  }

  private Block.Item answered(Discussion about) {
    var lines = new ArrayList<RichText>();
    lines.add(quoted("", about.headline().opening()));
    var answer = about.outcome();
    if (answer != null) {
      lines.add(quoted(texts.say("digest.answer"), answer));
    }
    return new Block.Item(lines, small(about));
  }

  private Block.Item of(Decision decision) {
    var lines = new ArrayList<RichText>();
    lines.add(quoted("", decision.decided()));
    var headline = decision.about().headline();
    if (!headline.opening().message().equals(decision.decided().message())) {
      lines.add(quoted("", headline.opening()));
    }
    return new Block.Item(lines, small(decision.about()));
  }

  /** The colleague is named and not mentioned: only who agrees is called to a question. */
  private Block.Item of(Digest.Unanswered unanswered) {
    var lines = new ArrayList<RichText>();
    lines.add(quoted("", unanswered.question()));
    var proposed = unanswered.proposed();
    if (proposed != null) {
      lines.add(RichText.plain(texts.say("digest.proposed", proposed.name())));
    }
    return item(lines);
  }

  private Block.Item of(Digest.Commitment commitment) {
    var promise = quoted("", commitment.promise());
    var due = commitment.due();
    var lines = new ArrayList<RichText>();
    lines.add(due == null ? promise : and(promise, texts.say("digest.due", day(due))));
    var about = commitment.about();
    if (about != null) {
      lines.add(quoted(texts.say("digest.promised.about"), about));
    }
    return item(lines);
  }

  private String day(LocalDate day) {
    return texts.day(day.atStartOfDay(zone).toInstant(), zone);
  }

  private Block.Item of(Digest.Shared shared) {
    var lines = new ArrayList<RichText>();
    lines.add(
        RichText.of(
            switch (shared.thing()) {
              case Thing.Page(var url, var label) -> new Span.Link(url, label);
              case Thing.File(var name) -> new Span.Plain(name);
            },
            new Span.Plain(" — "),
            new Span.Mention(shared.author()),
            new Span.Plain(", "),
            new Span.MessageLink(shared.message(), texts.moment(shared.at(), zone))));
    var asked = shared.asked();
    if (asked != null) {
      lines.add(quoted(texts.say("digest.shared.answer"), asked));
    }
    return item(lines);
  }

  private Block.Item of(Digest.Thanked thanked) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.Mention(thanked.person()));
    spans.add(new Span.Plain(" — " + texts.say("digest.thanked.by") + " "));
    spans.addAll(names(thanked.by()));
    spans.add(new Span.Plain(", "));
    spans.add(new Span.MessageLink(thanked.thanks(), texts.moment(thanked.at(), zone)));
    var lines = new ArrayList<RichText>();
    lines.add(new RichText(spans));
    var about = thanked.about();
    if (about != null) {
      lines.add(quoted(texts.say(lead(thanked, about)), about));
    }
    return item(lines);
  }

  private static String lead(Digest.Thanked thanked, Quote about) {
    if (about.author().equals(thanked.person())) {
      return "digest.thanked.for";
    }
    return thanked.messages().contains(about.message())
        ? "digest.thanked.said"
        : "digest.thanked.asked";
  }

  private List<Span> names(List<PersonId> people) {
    var spans = new ArrayList<Span>();
    for (var person : people.subList(0, Math.min(MOST_NAMES, people.size()))) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Plain(", "));
      }
      spans.add(new Span.Mention(person));
    }
    if (people.size() > MOST_NAMES) {
      spans.add(new Span.Plain(" " + texts.say("digest.others", people.size() - MOST_NAMES)));
    }
    return spans;
  }

  /** A quote or what stands for it, who said it, and the link that proves it. */
  private RichText quoted(String lead, Quote quote) {
    var before = lead.isEmpty() ? "" : lead + " ";
    var rephrased = otherWords.of(quote);
    var spans = new ArrayList<Span>();
    if (rephrased.isPresent()) {
      spans.add(new Span.Plain(before + rephrased.get() + " — "));
    } else {
      spans.add(new Span.Plain(before + texts.say("digest.quote.opens")));
      spans.addAll(quote.text().spans());
      spans.add(new Span.Plain(texts.say("digest.quote.closes") + " — "));
    }
    spans.add(new Span.Mention(quote.author()));
    spans.add(new Span.Plain(", "));
    spans.add(new Span.MessageLink(quote.message(), texts.moment(quote.at(), zone)));
    if (rephrased.isPresent()) {
      spans.add(new Span.Plain(" (" + texts.say("digest.rephrased") + ")"));
    }
    return new RichText(spans);
  }

  private static RichText and(RichText text, String more) {
    var spans = new ArrayList<>(text.spans());
    spans.add(new Span.Plain(" · " + more));
    return new RichText(spans);
  }

  private RichText small(Discussion discussion) {
    var company =
        company(
            discussion.conversation(), discussion.headline().opening().at(), discussion.people());
    var size = discussion.isThread() ? and(company, messages(discussion.messages())) : company;
    return discussion.solved() ? and(size, texts.say("digest.item.solved")) : size;
  }

  /** When a conversation began, who took part, how much they wrote. */
  RichText size(Talk talk) {
    return and(
        company(talk.id(), talk.start(), talk.participants()), messages(talk.messages().size()));
  }

  private String messages(int count) {
    return texts.say("digest.item.messages", count);
  }

  private RichText company(MessageId conversation, Instant start, List<PersonId> people) {
    var spans = new ArrayList<Span>();
    spans.add(new Span.MessageLink(conversation, texts.day(start, zone)));
    spans.add(new Span.Plain(" · "));
    spans.addAll(names(people));
    return new RichText(spans);
  }

  /** A sentence alone. */
  Block.Item said(Quote quote) {
    return item(List.of(quoted("", quote)));
  }

  private static Block.Item alone(Span... spans) {
    return item(List.of(RichText.of(spans)));
  }

  private static Block.Item item(List<RichText> lines) {
    return new Block.Item(lines, RichText.EMPTY);
  }
}
