package ponte.archive;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ponte.conversation.Message;
import ponte.conversation.MessageId;
import ponte.conversation.PersonId;
import ponte.conversation.RichText;

/** What linking needs of a flat message: little enough to keep a channel's last ones at hand. */
public final class Turn {

  /** Fits the bits of a long, see {@link SharedWords}. */
  private static final int MAX_WORDS = 60;

  private final MessageId id;
  private final PersonId author;
  private final Instant at;
  private final Set<PersonId> mentions;
  private final int[] words;
  private final int length;
  private final boolean asks;
  private final @Nullable Tone tone;
  private final MessageId conversation;

  private Turn(
      MessageId id,
      PersonId author,
      Instant at,
      Set<PersonId> mentions,
      int[] words,
      int length,
      boolean asks,
      @Nullable Tone tone,
      MessageId conversation) {
    this.id = id;
    this.author = author;
    this.at = at;
    this.mentions = mentions;
    this.words = words;
    this.length = length;
    this.asks = asks;
    this.tone = tone;
    this.conversation = conversation;
  }

  /** The turn that a flat message is, filed under a conversation. */
  public static Turn of(Message message, MessageId conversation) {
    var text = message.text().searchable();
    return new Turn(
        message.id(),
        message.author(),
        message.at(),
        Set.copyOf(message.text().mentions()),
        words(text),
        text.length(),
        asks(message.text()),
        tone(text),
        conversation);
  }

  /** Whether a message stands in the channel itself and a person said it: only these are linked. */
  public static boolean isFlat(Message message) {
    return message.isTalk() && message.thread() == null;
  }

  /** The same turn in another conversation. */
  Turn in(MessageId other) {
    return other.equals(conversation)
        ? this
        : new Turn(id, author, at, mentions, words, length, asks, tone, other);
  }

  public MessageId id() {
    return id;
  }

  public Instant at() {
    return at;
  }

  /** The message that opens the conversation it is filed under. */
  public MessageId conversation() {
    return conversation;
  }

  Shelf.Place place() {
    return new Shelf.Place(at, id);
  }

  PersonId author() {
    return author;
  }

  Set<PersonId> mentions() {
    return mentions;
  }

  /** Hashes of its words of three letters and more but common ones, each once, in order of hash. */
  int[] words() {
    return words;
  }

  /** Whether a question mark stands outside code and links. */
  boolean asks() {
    return asks;
  }

  /** Characters of its text. */
  int length() {
    return length;
  }

  /** How it begins; null where that tells nothing. */
  @Nullable Tone tone() {
    return tone;
  }

  private static @Nullable Tone tone(String text) {
    int from = 0;
    while (from < text.length() && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.charAt(to)) || text.charAt(to) == '\'')) {
      to++;
    }
    return Tone.of(text.substring(from, to).toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static int[] words(String text) {
    var lower = text.toLowerCase(Locale.ROOT);
    var hashes = new int[MAX_WORDS];
    var count = 0;
    var hash = 0;
    var length = 0;
    for (var i = 0; i <= lower.length() && count < MAX_WORDS; i++) {
      var c = i < lower.length() ? lower.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        hash = 31 * hash + c;
        length++;
      } else {
        if (length >= 3 && !CommonWords.have(hash)) {
          hashes[count++] = hash;
        }
        hash = 0;
        length = 0;
      }
    }
    return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
  }

  private static boolean asks(RichText text) {
    return text.spans().stream()
        .anyMatch(
            span ->
                switch (span) {
                  case RichText.Span.Plain(var words) -> words.indexOf('?') >= 0;
                  case RichText.Span.Styled(_, var styled) -> asks(new RichText(styled));
                  case RichText.Span.Mention _,
                      RichText.Span.Broadcast _,
                      RichText.Span.ChannelLink _,
                      RichText.Span.Link _,
                      RichText.Span.MessageLink _,
                      RichText.Span.Code _,
                      RichText.Span.CodeBlock _,
                      RichText.Span.Emoji _,
                      RichText.Span.Quote _ ->
                      false;
                });
  }
}
