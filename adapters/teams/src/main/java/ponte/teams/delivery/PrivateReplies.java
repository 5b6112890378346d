package ponte.teams.delivery;

/** Where Ponte answers somebody who asked among others. */
public enum PrivateReplies {
  /** In the chat of the two of them; where it was asked, it says so. */
  PERSONAL_CHAT,
  /**
   * Where it was asked, in a message that only they see, else in their chat:
   * <https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages>.
   *
   * <p>To be chosen only where the tenant is known to have it: a service that passed over the wish
   * would show the answer to all.
   */
  TARGETED
}
