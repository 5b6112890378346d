package ponte.digest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ponte.conversation.MessageId;
import ponte.digest.Digest.Discussion;
import ponte.digest.Digest.Item;
import ponte.digest.Digest.Quote;

/** What a line of a digest rests on. */
public final class Sources {

  private Sources() {}

  /** The messages it leads to or quotes. */
  public static Set<MessageId> of(Item item) {
    var messages = new LinkedHashSet<MessageId>();
    messages.add(item.source());
    discussion(item).map(Discussion::conversation).ifPresent(messages::add);
    quotes(item).stream().map(Quote::message).forEach(messages::add);
    if (item instanceof Digest.Thanked thanked) {
      messages.addAll(thanked.messages());
    }
    return messages;
  }

  /** The conversation it tells of; empty where it tells of none. */
  static Optional<Discussion> discussion(Item item) {
    return switch (item) {
      case Discussion discussion -> Optional.of(discussion);
      case Digest.Decision(_, var about) -> Optional.of(about);
      case Digest.Answered(var about) -> Optional.of(about);
      case Digest.Unanswered _,
          Digest.Commitment _,
          Digest.Shared _,
          Digest.Newcomer _,
          Digest.Thanked _,
          Digest.Celebrated _,
          Digest.Rising _,
          Digest.WentQuiet _ ->
          Optional.empty();
    };
  }

  static List<Quote> quotes(Item item) {
    var quotes = new ArrayList<Quote>();
    discussion(item)
        .ifPresent(
            discussion -> {
              quotes.add(discussion.headline().opening());
              var outcome = discussion.outcome();
              if (outcome != null) {
                quotes.add(outcome);
              }
            });
    switch (item) {
      case Digest.Decision(var decided, _) -> quotes.add(decided);
      case Digest.Unanswered(var question, _) -> quotes.add(question);
      case Digest.Commitment(var promise, var about, _) -> {
        quotes.add(promise);
        if (about != null) {
          quotes.add(about);
        }
      }
      case Digest.Shared shared -> {
        var asked = shared.asked();
        if (asked != null) {
          quotes.add(asked);
        }
      }
      case Digest.Thanked thanked -> {
        var about = thanked.about();
        if (about != null) {
          quotes.add(about);
        }
      }
      case Digest.Celebrated(var news, _) -> quotes.add(news);
      case Digest.Rising(_, var example, _) -> quotes.add(example);
      case Discussion _, Digest.Answered _, Digest.Newcomer _, Digest.WentQuiet _ -> {}
    }
    return quotes;
  }
}
