package ponte.pairing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import ponte.command.Acquaintance.Role;
import ponte.conversation.ChannelId;
import ponte.conversation.PersonId;
import ponte.conversation.WorkspaceId;
import ponte.nlp.Language;

/**
 * Somebody who may meet somebody in a round, as far as it matters for whom.
 *
 * @param languages what they read or write; empty: nobody knows, and it is no hindrance
 * @param programmes in which of them they take part now: two meet who share one
 */
public record Candidate(
    PersonId person,
    Reach reach,
    Set<Language> languages,
    FreeTime free,
    Set<String> programmes,
    Part part,
    Knowledge knowledge,
    Ties ties) {

  /** The programme of all of the organisation. */
  public static final String COMPANY = "company";

  public Candidate {
    languages = Set.copyOf(languages);
    programmes = Set.copyOf(programmes);
  }

  /**
   * Where somebody can be written to.
   *
   * @param accounts all they have
   * @param byMail whether others can write to them from where they have no account
   */
  public record Reach(Set<PersonId> accounts, boolean byMail) {
    public Reach {
      accounts = Set.copyOf(accounts);
    }

    boolean meets(Reach other) {
      return byMail && other.byMail
          || accounts.stream()
              .map(PersonId::workspace)
              .anyMatch(
                  (WorkspaceId workspace) ->
                      other.accounts.stream()
                          .anyMatch(account -> account.workspace().equals(workspace)));
    }
  }

  /**
   * As what somebody takes part.
   *
   * @param isNew whether they are new here
   * @param worth how much more it matters that they meet somebody than who it is; 0: they need not
   * @param learns what they want to learn about
   * @param teaches what of that which others want to learn they know, where they are a mentor
   * @param load how many they teach or show around of late
   */
  public record Part(
      boolean isNew,
      int worth,
      Set<Role> roles,
      List<String> learns,
      Set<String> teaches,
      int load) {
    public Part {
      roles = Set.copyOf(roles);
      learns = List.copyOf(learns);
      teaches = Set.copyOf(teaches);
    }
  }

  /**
   * What somebody talks about, by terms, each vector of length 1 or empty.
   *
   * @param knows what they answer others, and say they know
   * @param needs what they ask, follow and want to learn
   */
  public record Knowledge(Map<String, Double> knows, Map<String, Double> needs) {
    public static final Knowledge NONE = new Knowledge(Map.of(), Map.of());

    public Knowledge {
      knows = Map.copyOf(knows);
      needs = Map.copyOf(needs);
    }
  }

  /**
   * How near somebody is to others.
   *
   * @param channels the public channels they are in
   * @param team where they work, else what they do; empty: their profile says neither
   * @param barred whom they are not to meet: they do not want to, or met of late
   * @param near how near others are to them already, from 0 to 1
   * @param held which part of their meetings came about, from 0 to 1
   */
  public record Ties(
      Set<ChannelId> channels,
      String team,
      Set<PersonId> barred,
      Map<PersonId, Double> near,
      double held) {
    public Ties {
      channels = Set.copyOf(channels);
      barred = Set.copyOf(barred);
      near = Map.copyOf(near);
    }
  }
}
