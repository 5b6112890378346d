package ponte.teams.connector;

import java.util.Set;
import ponte.nlp.Language;
import ponte.reply.Texts;

/** What an administrator does about the refusals of Teams. */
public final class Remedies {

  /** Nobody knows whether it was said; not one of Teams' own words. */
  public static final String IN_DOUBT = "InDoubt";

  /** Nothing was heard of the tenant or the conversation yet; not one of Teams' own words. */
  public static final String NOT_HEARD = "NotHeard";

  /** Those that have a text of their own. */
  private static final Set<String> KNOWN =
      Set.of(
          "ActivityNotFoundInConversation",
          "BadArgument",
          "BotDisabledByAdmin",
          "BotNotInConversationRoster",
          "BotNotRegistered",
          "ConversationBlockedByUser",
          "ConversationNotFound",
          "ForbiddenOperationException",
          "InvalidBotApiHost",
          "MessageSizeTooBig",
          "MessageWritesBlocked",
          "NotEnoughPermissions",
          "ServiceError",
          "ServiceUrlNotAllowed",
          "invalid_client",
          "unauthorized_client",
          IN_DOUBT,
          NOT_HEARD);

  private static final String SEPARATOR = ": ";

  private final Texts texts;

  private Remedies(Texts texts) {
    this.texts = texts;
  }

  public static Remedies in(Language language) {
    return new Remedies(Texts.of("ponte.teams.connector.texts", language));
  }

  /** Teams' word, then what it means and what to do, as it stands with a dead letter. */
  public String reason(Answer.Refused refused) {
    return refused.code() + SEPARATOR + remedy(refused.code(), refused.status());
  }

  /** The same of what only Ponte has a word for. */
  public String reason(String code) {
    return code + SEPARATOR + remedy(code, 0);
  }

  private String remedy(String code, int status) {
    return KNOWN.contains(code) ? texts.say(code) : texts.say("unknown", code, status);
  }
}
