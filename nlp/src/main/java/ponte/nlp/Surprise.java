package ponte.nlp;

/**
 * How surprising it is that something comes up as often here and as often there.
 *
 * @param here how often it comes up here
 * @param allHere how often it could have come up here
 * @param there how often it comes up there
 * @param allThere how often it could have come up there
 */
public record Surprise(double here, double allHere, double there, double allThere) {

  /**
   * The log-likelihood ratio of Dunning, "Accurate Methods for the Statistics of Surprise and
   * Coincidence", Computational Linguistics 19(1), 1993, which holds for small counts, too: 10.83
   * comes by chance once in a thousand times, 15.14 once in ten thousand.
   */
  public double ratio() {
    double share = (here + there) / (allHere + allThere);
    return 2
        * (likelihood(here, allHere, share(here, allHere))
            + likelihood(there, allThere, share(there, allThere))
            - likelihood(here, allHere, share)
            - likelihood(there, allThere, share));
  }

  private static double share(double times, double all) {
    return all == 0 ? 0 : times / all;
  }

  private static double likelihood(double times, double all, double share) {
    return (times == 0 ? 0 : times * Math.log(share))
        + (all - times == 0 ? 0 : (all - times) * Math.log(1 - share));
  }
}
